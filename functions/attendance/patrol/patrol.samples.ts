import { aCrewOnDuty, aPatrol, northBy } from '../../test/a-patrol.ts';
import { elsewhere, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

const outsiderOf = (district: TestDistrict) => district.person({ role: 'teamLeader', scope: elsewhere.team });
const unknownShift = '/patrols/sft_00000000000000000000';

async function ofPatrol(district: TestDistrict, rest: string) {
  const { leader, path, shiftId } = await aPatrol(district);
  const unknownPath = `/patrols/${shiftId}/ptl_00000000000000000000${rest}`;
  return { caller: leader, path: `${path}${rest}`, outsider: await outsiderOf(district), unknownPath };
}

export const patrolSamples: Samples = {
  listPatrols: async (district) => {
    const { leader, shiftId } = await aPatrol(district);
    return {
      caller: leader,
      path: `/patrols/${shiftId}`,
      outsider: await outsiderOf(district),
      unknownPath: unknownShift,
    };
  },
  beginPatrol: async (district) => {
    const { leader, shiftId, crew } = await aCrewOnDuty(district);
    return {
      caller: leader,
      path: `/patrols/${shiftId}`,
      body: { people: crew },
      outsider: await outsiderOf(district),
      unknownPath: unknownShift,
    };
  },
  tellPatrolWay: async (district) => ({
    ...(await ofPatrol(district, '/fixes')),
    body: { sentAt: district.clock.now, fixes: [{ at: district.clock.now, fix: northBy(0) }] },
  }),
  endPatrol: (district) => ofPatrol(district, '/end'),
};
