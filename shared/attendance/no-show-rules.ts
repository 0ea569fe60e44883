import { day, type Instant, shiftBy } from '../kernel/time.ts';
import type { TimeRange } from '../scheduling/weeks.ts';
import type { NoShowState } from './no-show.ts';
import { attendanceSettings } from './settings.ts';

/** Until when a leader can say who did not come, and take it back. */
export function markUntil(shift: TimeRange): Instant {
  return shiftBy(shift.endsAt, attendanceSettings.noShow.markDays * day);
}

export type MarkDecision =
  | { kind: 'allowed' }
  | { kind: 'notOverYet'; endsAt: Instant }
  | { kind: 'tooLate'; closedAt: Instant }
  | { kind: 'noPlace' }
  | { kind: 'wasThere' }
  | { kind: 'alreadyMarked' };

/**
 * Whether somebody may be marked as not having come: by a person, after the shift, and only who had a place and was not seen there.
 * A mark that was taken back may be made again; one that was lifted by a second person may not.
 */
export function decideMark({
  shift,
  hasPlace,
  wasSeen,
  earlier,
  now,
}: {
  shift: TimeRange;
  hasPlace: boolean;
  wasSeen: boolean;
  earlier: NoShowState | undefined;
  now: Instant;
}): MarkDecision {
  if (now < shift.endsAt) return { kind: 'notOverYet', endsAt: shift.endsAt };
  if (now > markUntil(shift)) return { kind: 'tooLate', closedAt: markUntil(shift) };
  if (wasSeen) return { kind: 'wasThere' };
  if (!hasPlace) return { kind: 'noPlace' };
  return earlier === undefined || earlier === 'takenBack' ? { kind: 'allowed' } : { kind: 'alreadyMarked' };
}

/** Until when a person can contest a mark; `undefined` when there is nothing (more) to contest. */
export function contestUntil(mark: Readonly<{ state: NoShowState; markedAt: Instant }>, now: Instant) {
  const until = shiftBy(mark.markedAt, attendanceSettings.noShow.contestDays * day);
  return mark.state === 'marked' && now <= until ? until : undefined;
}

/** Whether a mark counts: one that is contested does not before it is decided. */
export function counts(state: NoShowState): boolean {
  return state === 'marked' || state === 'upheld';
}

/** From when the figure of reliability counts shifts. */
export function figureFrom(now: Instant): Instant {
  return shiftBy(now, -attendanceSettings.noShow.figureDays * day);
}

/**
 * Whether standing sign-ups pause: so many marks that count, of shifts of the last days, made since things began afresh (house).
 *
 * @param afreshSince when the last pause ended by a talk or by itself
 */
export function mustPause(
  marks: readonly Readonly<{ state: NoShowState; startsAt: Instant; markedAt: Instant }>[],
  afreshSince: Instant | undefined,
  now: Instant,
): boolean {
  const { pauseAfter, pauseWithinDays } = attendanceSettings.noShow;
  const from = shiftBy(now, -pauseWithinDays * day);
  const counted = marks.filter(
    ({ state, startsAt, markedAt }) =>
      counts(state) && startsAt >= from && (afreshSince === undefined || markedAt > afreshSince),
  );
  return counted.length >= pauseAfter;
}
