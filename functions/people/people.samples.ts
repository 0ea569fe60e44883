import { aRegistration, aVolunteer } from '../test/a-volunteer.ts';
import { elsewhere, home, type TestDistrict } from '../test/district.ts';
import type { Sample, Samples } from '../test/sample.ts';

/** Communities that were merged, each under a name of its own. */
let communities = 0;

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
  readRehoming: async (district) => {
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    const add = (name: string) =>
      coordinator.post('/places', { kind: 'community', parent: home.street, name, nameHant: name });
    communities += 1;
    const [from, into] = [await add(`旧社区${communities}`), await add(`新社区${communities}`)];
    const path = `/places/${from.body.scope.replaceAll('/', '-')}`;
    await coordinator.post(`${path}/closing`, { on: '2026-11-24', reason: '社区合并', into: into.body.scope });
    await district.settle();
    return {
      caller: coordinator,
      outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
      path: `${path}/rehoming`,
      unknownPath: '/places/440103-001-999/rehoming',
    };
  },
  readVolunteer: async (district) => onVolunteer(district, ''),
  readInsurance: async (district) => onVolunteer(district, '/insurance'),
  changeInsurance: async (district) =>
    onVolunteer(district, '/insurance', {
      body: {
        insurance: { insurer: '平安养老险', policyNumber: 'GP2026-0001', from: '2026-01-01', until: '2026-12-31' },
      },
    }),
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
