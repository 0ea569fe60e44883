import { hour, type Instant, minute, shiftBy } from '../kernel/time.ts';
import type { TimeRange } from '../scheduling/weeks.ts';
import type { AttendanceFigures } from './district-figures.ts';
import { attendanceSettings } from './settings.ts';

/** From when to when one may check in and check out by oneself. */
export function selfServiceTimes(shift: TimeRange): Readonly<Record<'in' | 'out', TimeRange>> {
  const startsAt = shiftBy(shift.startsAt, -attendanceSettings.checkInOpensMinutesBefore * minute);
  const closesAt = shiftBy(shift.endsAt, attendanceSettings.checkOutClosesMinutesAfter * minute);
  return { in: { startsAt, endsAt: shift.endsAt }, out: { startsAt, endsAt: closesAt } };
}

export type CheckInDecision =
  | { kind: 'allowed' }
  | { kind: 'tooEarly'; opensAt: Instant }
  | { kind: 'tooLate'; closedAt: Instant };

/**
 * Whether one may check in to a shift at `now`. That nobody does so more than `mostPairsPerDay` times a day over all shifts is for
 * the write to hold, since two phones may try at once.
 */
export function decideCheckIn({ shift, now }: { shift: TimeRange; now: Instant }): CheckInDecision {
  const opensAt = selfServiceTimes(shift).in.startsAt;
  if (now < opensAt) return { kind: 'tooEarly', opensAt };
  if (now >= shift.endsAt) return { kind: 'tooLate', closedAt: shift.endsAt };
  return { kind: 'allowed' };
}

export type CheckOutDecision = { kind: 'allowed' } | { kind: 'tooLate'; closedAt: Instant };

/** Whether one who is checked in may still check out by herself; after that the team leader enters it. */
export function decideCheckOut({ shift, now }: { shift: TimeRange; now: Instant }): CheckOutDecision {
  const closesAt = selfServiceTimes(shift).out.endsAt;
  return now > closesAt ? { kind: 'tooLate', closedAt: closesAt } : { kind: 'allowed' };
}

export type CountDecision =
  | (TimeRange & { kind: 'counted'; minutes: number })
  | { kind: 'outsideShift' }
  | { kind: 'tooShort'; minutes: number; leastMinutes: number }
  | { kind: 'tooLittleGround'; metres: number; leastMetres: number };

/**
 * What one pair of check-in and check-out is worth. Only time inside the shift counts, to the nearest whole minute; a
 * patrol must have lasted **and** covered ground. `counted` carries the time that counts, for `unionMinutes`.
 */
export function countedMinutes(pair: {
  shift: TimeRange;
  checkedInAt: Instant;
  checkedOutAt: Instant;
  patrol?: { metres: number } | undefined;
}): CountDecision {
  const { shift, checkedInAt, checkedOutAt, patrol } = pair;
  const startsAt = checkedInAt > shift.startsAt ? checkedInAt : shift.startsAt;
  const endsAt = checkedOutAt < shift.endsAt ? checkedOutAt : shift.endsAt;
  if (startsAt >= endsAt) return { kind: 'outsideShift' };

  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / minute);
  const leastMinutes = patrol ? attendanceSettings.patrol.leastMinutes : attendanceSettings.leastMinutes;
  if (minutes < leastMinutes) return { kind: 'tooShort', minutes, leastMinutes };

  const { leastMetres } = attendanceSettings.patrol;
  if (patrol && patrol.metres < leastMetres) return { kind: 'tooLittleGround', metres: patrol.metres, leastMetres };
  return { kind: 'counted', minutes, startsAt, endsAt };
}

/** Minutes that lie in at least one of the times: activities that overlap never count twice. */
export function unionMinutes(times: readonly TimeRange[]): number {
  const inOrder = [...times].sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  let covered = 0;
  let countedUntil = Number.NEGATIVE_INFINITY;
  for (const { startsAt, endsAt } of inOrder) {
    const from = Math.max(Date.parse(startsAt), countedUntil);
    const until = Date.parse(endsAt);
    if (until <= from) continue;
    covered += until - from;
    countedUntil = until;
  }
  return Math.round(covered / minute);
}

/** Until when the team leader may still enter what a volunteer forgot; later it is back-entry, a procedure of its own. */
export function leaderEntersUntil(shift: TimeRange): Instant {
  return shiftBy(shift.endsAt, attendanceSettings.leaderEntersHoursAfter * hour);
}

export type Approval = 'none' | 'organiser' | 'district';

/** The hours of a day up to which they count at once, and up to which the organiser approves, as they are on that day. */
export type DayFigures = Pick<AttendanceFigures, 'countAtOnceHours' | 'organiserApprovesHours'>;

/** Who must approve the minutes of one person on one day, over all teams, before they count (i志愿). */
export function approvalNeeded(
  minutesOfDay: number,
  { countAtOnceHours, organiserApprovesHours }: DayFigures,
): Approval {
  if (minutesOfDay <= countAtOnceHours * 60) return 'none';
  return minutesOfDay <= organiserApprovesHours * 60 ? 'organiser' : 'district';
}

/**
 * What counts of a day in all that care tells of, beside the minutes that other services of the day have counted. The supervisor in care who
 * confirmed it stands for the organiser; what would take the approval of the district does not count.
 */
export function countedOfTotal(minutes: number, minutesBeside: number, figures: DayFigures): number {
  return Math.max(0, Math.min(minutes, figures.organiserApprovesHours * 60 - minutesBeside));
}
