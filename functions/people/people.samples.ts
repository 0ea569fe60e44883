import { aRegistration, aVolunteer } from '../test/a-volunteer.ts';
import { elsewhere, home, type TestDistrict } from '../test/district.ts';
import type { Sample, Samples } from '../test/sample.ts';

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
  listWaitingApplications: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    path: `/volunteers/waiting?place=${home.community}`,
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
  approveVolunteers: async (district) => {
    const { volunteerId } = await aVolunteer(district, { state: 'applied' });
    return {
      caller: await district.person({ role: 'coordinator', scope: home.community }),
      outsider: await district.person({ role: 'coordinator', scope: elsewhere.community }),
      path: '/volunteers/approvals',
      body: { place: home.community, volunteerIds: [volunteerId] },
    };
  },
  moveOwnVolunteer: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/volunteers/me/moves',
    body: { move: 'pause' },
  }),
  takeUpApplication: async (district) => onVolunteer(district, '/review', { state: 'applied' }),
  suspendVolunteer: async (district) =>
    onVolunteer(district, '/suspension', { body: { move: 'suspend', reason: '多次无故缺席' } }),
  findVolunteers: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    path: `/volunteers/found?place=${home.community}&text=chen`,
  }),
  readVolunteer: async (district) => onVolunteer(district, ''),
  listVolunteerMoves: async (district) => onVolunteer(district, '/moves'),
  unmaskMobile: async (district) =>
    onVolunteer(district, '/unmasked-mobile', { body: { reason: '活动改期，电话通知' } }),
};

/** A request about a volunteer of the home community. */
async function onVolunteer(
  district: TestDistrict,
  part: string,
  { state, body }: { state?: 'active' | 'applied'; body?: object } = {},
): Promise<Sample> {
  const { volunteerId } = await aVolunteer(district, state ? { state } : {});
  return {
    caller: await district.person({ role: 'coordinator', scope: home.community }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.community }),
    path: `/volunteers/${volunteerId}${part}`,
    unknownPath: `/volunteers/vol_00000000000000000000${part}`,
    ...(body && { body }),
  };
}
