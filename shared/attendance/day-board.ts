import { hour, type Instant, minute, shiftBy } from '../kernel/time.ts';
import type { TimeRange } from '../scheduling/weeks.ts';
import type { AttendanceFigures } from './district-figures.ts';
import type { AttendanceState } from './schema.ts';
import { attendanceSettings } from './settings.ts';

/** Where somebody stands on the day, in the order in which a leader has to do with them. */
export const dayStandings = ['late', 'expected', 'here', 'overLong', 'left', 'absent'] as const;
export type DayStanding = (typeof dayStandings)[number];

/** The figures of the shift's day that the board goes by; they are kept with it, for a phone without a network. */
export type BoardFigures = Pick<AttendanceFigures, 'lateAfterMinutes'>;

/**
 * Where somebody stands at a shift at `now`. `late` is who has not come though the shift began and the grace is over, `overLong` who
 * is still here after its end and the time for checking out, and `absent` who has not come to a shift that is over.
 */
export function standingOnDay(
  state: AttendanceState,
  shift: TimeRange,
  now: Instant,
  { lateAfterMinutes }: BoardFigures,
): DayStanding {
  const { checkOutClosesMinutesAfter } = attendanceSettings;
  if (state === 'left' || state === 'confirmed') return 'left';
  if (state === 'here') {
    return now > shiftBy(shift.endsAt, checkOutClosesMinutesAfter * minute) ? 'overLong' : 'here';
  }
  if (now >= shift.endsAt) return 'absent';
  return now > shiftBy(shift.startsAt, lateAfterMinutes * minute) ? 'late' : 'expected';
}

/** From when to when a leader may see the number of somebody who has a place in a shift. */
export function callsOpen(shift: TimeRange): TimeRange {
  const around = attendanceSettings.callsHoursAround * hour;
  return { startsAt: shiftBy(shift.startsAt, -around), endsAt: shiftBy(shift.endsAt, around) };
}
