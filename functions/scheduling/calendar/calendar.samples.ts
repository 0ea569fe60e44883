import { aShift } from '../../test/a-shift.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

const team = (scope: string) => `/calendar-addresses/teams/${scope.replaceAll('/', '-')}`;
const unknownTeam = { unknownPath: team('440103/001/001/T9999') };

async function ofOwn(district: TestDistrict) {
  return { caller: (await aVolunteer(district)).caller, path: '/calendar-addresses/me' };
}

const ofTeam = async (district: TestDistrict) => ({
  caller: await district.person({ role: 'teamLeader', scope: home.team }),
  outsider: await district.person({ role: 'teamLeader', scope: elsewhere.team }),
  path: team(home.team),
  ...unknownTeam,
});

export const calendarSamples: Samples = {
  readCalendar: async (district) => {
    const { caller } = await aVolunteer(district);
    const { body } = await caller.post('/calendar-addresses/me');
    const unknownPath = `/calendars/${'a'.repeat(32)}.ics`;
    return { caller: district.stranger(), path: body.path.slice('/api'.length), unknownPath };
  },
  readShiftCalendar: async (district) => {
    const { shiftId, leader } = await aShift(district);
    const unknownPath = `/shift-calendars/sft_${'0'.repeat(20)}.ics`;
    return { caller: leader, path: `/shift-calendars/${shiftId}.ics`, unknownPath };
  },
  readCalendarAddress: ofOwn,
  renewCalendarAddress: ofOwn,
  stopCalendar: ofOwn,
  readTeamCalendarAddress: ofTeam,
  renewTeamCalendarAddress: ofTeam,
  stopTeamCalendar: ofTeam,
};
