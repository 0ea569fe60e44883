import { aVolunteer } from '../test/a-volunteer.ts';
import { anAttendance } from '../test/an-attendance.ts';
import { elsewhere } from '../test/district.ts';
import type { Samples } from '../test/sample.ts';

const ofRecord =
  (rest: string): Samples[string] =>
  async (district) => {
    const { caller, volunteerId } = await aVolunteer(district);
    return {
      caller,
      path: `/points-copy/${volunteerId}/${rest}`,
      unknownPath: `/points-copy/vol_00000000000000000000/${rest}`,
    };
  };

export const pointsSamples: Samples = {
  readPoints: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/points' }),
  listPointsEntries: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/points/entries' }),
  copyPointsEntries: ofRecord('entries'),
  copyVouchers: ofRecord('vouchers'),
  copyHelp: ofRecord('help'),
  listExpiringPoints: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/points/expiring',
  }),
  readPointsStatement: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/points-statements/2026-10?form=csv',
    unknownPath: '/points-statements/2026-13?form=csv',
  }),
  listShiftPoints: async (district) => {
    const { leader, shiftId } = await anAttendance(district, 'confirmed');
    await district.settle();
    return {
      caller: leader,
      path: `/shifts/${shiftId}/points`,
      outsider: await district.person({ role: 'teamLeader', scope: elsewhere.team }),
      unknownPath: '/shifts/sft_00000000000000000000/points',
    };
  },
};
