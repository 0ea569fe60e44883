import { anAttendance } from '../../test/an-attendance.ts';
import { elsewhere } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

export const callSamples: Samples = {
  callVolunteer: async (district) => {
    const { leader, shiftId, volunteerId } = await anAttendance(district, 'expected');
    return {
      caller: leader,
      path: `/attendance-calls/${shiftId}/${volunteerId}`,
      outsider: await district.person({ role: 'teamLeader', scope: elsewhere.team }),
      unknownPath: `/attendance-calls/sft_00000000000000000000/${volunteerId}`,
    };
  },
};
