import { aRegistration, aVolunteer } from '../test/a-volunteer.ts';
import { elsewhere, home } from '../test/district.ts';
import type { Samples } from '../test/sample.ts';

export const peopleSamples: Samples = {
  registerAsVolunteer: async (district) => ({
    caller: await district.person(),
    path: '/volunteers',
    body: aRegistration(),
  }),
  readOwnVolunteer: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/volunteers/me' }),
  listVolunteers: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    path: `/volunteers?place=${home.community}`,
  }),
  decideOnVolunteer: async (district) => {
    const { volunteerId } = await aVolunteer(district, { state: 'applied' });
    return {
      caller: await district.person({ role: 'coordinator', scope: home.community }),
      outsider: await district.person({ role: 'coordinator', scope: elsewhere.community }),
      path: `/volunteers/${volunteerId}/approval`,
      unknownPath: '/volunteers/vol_00000000000000000000/approval',
      body: { decision: 'approve' },
    };
  },
};
