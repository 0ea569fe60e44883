import { aVolunteer } from '../test/a-volunteer.ts';
import type { Samples } from '../test/sample.ts';

export const rightsSamples: Samples = {
  readOwnRights: async (district) => ({ caller: await district.person(), path: '/rights' }),
  changeConsent: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/rights/consents',
    body: { kind: 'rankings', given: true },
  }),
  askToCloseAccount: async (district) => ({ caller: await district.person(), path: '/rights/closure' }),
  keepAccount: async (district) => {
    const caller = await district.person();
    await caller.post('/rights/closure');
    return { caller, path: '/rights/closure' };
  },
};
