import { anAttendance } from '../../test/an-attendance.ts';
import { elsewhere } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

export const passSamples: Samples = {
  readAttendancePass: async (district) => ({
    caller: (await anAttendance(district, 'expected')).caller,
    path: '/attendance-passes/mine',
  }),
  seeAttendancePass: async (district) => {
    const { caller, leader, shiftId } = await anAttendance(district, 'expected');
    const { code } = (await caller.get('/attendance-passes/mine')).body;
    return {
      caller: leader,
      path: `/attendance-passes/seen/${shiftId}`,
      body: { code, what: 'in' },
      outsider: await district.person({ role: 'teamLeader', scope: elsewhere.team }),
      unknownPath: '/attendance-passes/seen/sft_00000000000000000000',
    };
  },
};
