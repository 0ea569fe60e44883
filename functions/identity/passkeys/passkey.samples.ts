import { addPasskey, anAuthenticator } from '../../test/an-authenticator.ts';
import { elsewhere, home } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

const staff = { role: 'coordinator', scope: home.street } as const;

export const passkeySamples: Samples = {
  beginPasskeySignIn: async (district) => ({ caller: district.stranger(), path: '/passkeys/challenges' }),
  signInWithPasskey: async (district) => {
    const phone = await addPasskey(await district.person(staff));
    const caller = district.stranger();
    const { body: asked } = await caller.post('/passkeys/challenges');
    return { caller, path: '/passkeys/sessions', body: phone.get(asked) };
  },
  listOwnPasskeys: async (district) => ({ caller: await district.person(), path: '/passkeys' }),
  beginPasskey: async (district) => ({ caller: await district.person(staff), path: '/passkeys/creations' }),
  addPasskey: async (district) => {
    const caller = await district.person(staff);
    const { body: asked } = await caller.post('/passkeys/creations');
    return { caller, path: '/passkeys', body: { name: '工作手机', credential: anAuthenticator().create(asked) } };
  },
  renamePasskey: async (district) => ({ ...(await own(district)), body: { name: '新手机' } }),
  removePasskey: async (district) => own(district),
  resetPasskeys: async (district) => {
    const person = await district.person(staff);
    await addPasskey(person);
    const { body } = await person.get('/session');
    return {
      caller: await district.person({ role: 'securityAdministrator', scope: home.street }),
      outsider: await district.person({ role: 'securityAdministrator', scope: elsewhere.street }),
      path: '/passkeys/resets',
      body: { accountId: body.account.id, reason: '手机丢了，当面核对了工作证' },
    };
  },
};

/** A passkey of somebody who has signed in with it. */
async function own(district: Parameters<(typeof passkeySamples)[string]>[0]) {
  const caller = await district.person(staff);
  const phone = await addPasskey(caller);
  const { body: asked } = await caller.post('/passkeys/challenges');
  await caller.post('/passkeys/sessions', phone.get(asked));
  const [{ id }] = (await caller.get('/passkeys')).body.items;
  return { caller, path: `/passkeys/${id}`, unknownPath: '/passkeys/AAAAAAAAAAAAAAAAAAAAAA' };
}
