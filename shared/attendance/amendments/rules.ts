import { day as dayLength, dayOf, type Instant, instantAt, minutesBetween, shiftBy } from '../../kernel/time.ts';
import { workingDaysAfter } from '../../kernel/working-days.ts';
import type { TimeRange } from '../../scheduling/weeks.ts';
import type { AttendanceFigures } from '../district-figures.ts';
import { leaderEntersUntil } from '../rules.ts';
import { attendanceSettings } from '../settings.ts';

export type AskDecision =
  | { kind: 'allowed' }
  /** The leader may still enter it, or confirm it, without all this. */
  | { kind: 'tooEarly'; opensAt: Instant }
  | { kind: 'tooLate'; closedAt: Instant }
  /** The time does not lie inside the shift, or ends before it begins. */
  | { kind: 'outsideShift' };

/** Whether hours of a shift may be back-entered or corrected now. */
export function decideAsk(asked: { shift: TimeRange; from: Instant; until: Instant; now: Instant }): AskDecision {
  const { shift, from, until, now } = asked;
  const { opensAt, closesAt } = askableFrom(shift);
  if (now < opensAt) return { kind: 'tooEarly', opensAt };
  if (now > closesAt) return { kind: 'tooLate', closedAt: closesAt };
  const isInside = shift.startsAt <= from && until <= shift.endsAt && minutesBetween(from, until) >= 1;
  return isInside ? { kind: 'allowed' } : { kind: 'outsideShift' };
}

/** From when to when an amendment of a shift may be asked for. */
export function askableFrom(shift: TimeRange): { opensAt: Instant; closesAt: Instant } {
  const closesAt = shiftBy(shift.endsAt, attendanceSettings.amendments.askWithinDays * dayLength);
  return { opensAt: leaderEntersUntil(shift), closesAt };
}

/** When the public notice ends: with the last of its working days, the day of approving not counted. The figures are those of that day. */
export function noticeEndsAt(
  approvedAt: Instant,
  { noticeWorkingDays }: Pick<AttendanceFigures, 'noticeWorkingDays'>,
): Instant {
  const last = workingDaysAfter(dayOf(approvedAt), noticeWorkingDays);
  return shiftBy(instantAt(last, '00:00'), dayLength);
}
