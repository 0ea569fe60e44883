import { elsewhere, home } from '../test/district.ts';
import type { Samples } from '../test/sample.ts';

export const identitySamples: Samples = {
  sendOneTimeCode: async (district) => ({
    caller: district.stranger(),
    path: '/one-time-codes',
    body: { mobile: district.nextMobile() },
  }),
  signIn: async (district) => {
    const caller = district.stranger();
    const mobile = district.nextMobile();
    await caller.post('/one-time-codes', { mobile });
    return { caller, path: '/sessions', body: { mobile, code: district.sent.at(-1)?.code } };
  },
  listOwnSessions: async (district) => ({ caller: await district.person(), path: '/sessions' }),
  endOwnSession: async (district) => {
    const mobile = district.nextMobile();
    const [caller, other] = [district.stranger(), district.stranger()];
    await caller.signIn(mobile, district.sent);
    await other.signIn(mobile, district.sent);
    const { body } = await caller.get('/sessions');
    const { id } = body.items.find((session: { isThis: boolean }) => !session.isThis);
    return { caller, path: `/sessions/${id}`, unknownPath: '/sessions/AAAAAAAAAAAAAAAA' };
  },
  readSession: async (district) => ({ caller: await district.person(), path: '/session' }),
  copyOwnAccount: async (district) => ({ caller: await district.person(), path: '/session/copy' }),
  signOut: async (district) => ({ caller: await district.person(), path: '/sessions/current' }),
  listGrants: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    path: `/grants?place=${home.community}`,
  }),
  giveGrant: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    path: '/grants',
    body: {
      mobile: district.nextMobile(),
      name: '新协调员',
      role: 'coordinator',
      scope: home.community,
      to: '2027-01-31',
    },
  }),
  endGrant: async (district) => {
    const grant = { role: 'coordinator', scope: home.community } as const;
    const { body } = await (await district.person(grant)).get('/session');
    return {
      caller: await district.person({ role: 'coordinator', scope: home.street }),
      outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
      path: '/grants/ends',
      body: { accountId: body.account.id, ...grant },
    };
  },
  listDeputies: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    path: '/grants/deputies',
  }),
  nameDeputy: async (district) => {
    const mobile = district.nextMobile();
    await district.stranger().signIn(mobile, district.sent);
    return {
      caller: await district.person({ role: 'coordinator', scope: home.street }),
      path: '/grants/deputies',
      body: { mobile, from: '2026-12-01', to: '2026-12-10' },
    };
  },
  signOutEverywhere: async (district) => ({ caller: await district.person(), path: '/sessions' }),
};
