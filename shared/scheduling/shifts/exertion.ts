import { type Day, dayOf, instantAt, minute, shiftBy, day as wholeDay } from '../../kernel/time.ts';
import type { TimeRange } from '../weeks.ts';
import { touchesNight } from './night.ts';

/** How much of a day's 24 hours is taken. */
export type DayLoad = Readonly<{ day: Day; minutes: number }>;

/** Minutes that a time and other bounds share. */
export function minutesWithin(time: TimeRange, bounds: TimeRange): number {
  const start = Math.max(Date.parse(time.startsAt), Date.parse(bounds.startsAt));
  const end = Math.min(Date.parse(time.endsAt), Date.parse(bounds.endsAt));
  return Math.max(0, Math.round((end - start) / minute));
}

/** What all `times` together make of each day in Liwan that `around` touches, first to last. */
export function loadOfDays(times: readonly TimeRange[], around: TimeRange): DayLoad[] {
  const loads: DayLoad[] = [];
  for (let begins = instantAt(dayOf(around.startsAt), '00:00'); begins < around.endsAt; ) {
    const ends = shiftBy(begins, wholeDay);
    const bounds = { startsAt: begins, endsAt: ends };
    const minutes = times.reduce((total, time) => total + minutesWithin(time, bounds), 0);
    loads.push({ day: dayOf(begins), minutes });
    begins = ends;
  }
  return loads;
}

/** Whether too little time lies between two shifts, of which the earlier one touches the night. */
export function restMissing(one: TimeRange, other: TimeRange, restMinutes: number): boolean {
  const [earlier, later] = one.startsAt < other.startsAt ? [one, other] : [other, one];
  return touchesNight(earlier) && later.startsAt < shiftBy(earlier.endsAt, restMinutes * minute);
}
