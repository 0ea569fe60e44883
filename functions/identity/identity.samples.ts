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
  readSession: async (district) => ({ caller: await district.person(), path: '/session' }),
  copyOwnAccount: async (district) => ({ caller: await district.person(), path: '/session/copy' }),
  signOut: async (district) => ({ caller: await district.person(), path: '/sessions/current' }),
  signOutEverywhere: async (district) => ({ caller: await district.person(), path: '/sessions' }),
};
