import { dayOf, hour, instantAt, shiftBy, day as wholeDay } from '../kernel/time.ts';
import type { TimeRange } from './weeks.ts';

/** Night is 22:00–06:00 in Liwan (house rule, after provinces that ban minors from night work). */
const nightBegins = '22:00';
const nightLasts = 8 * hour;

/** Whether any part of a time lies in the night. */
export function touchesNight({ startsAt, endsAt }: TimeRange): boolean {
  let begins = instantAt(dayOf(shiftBy(startsAt, -wholeDay)), nightBegins);
  for (; begins < endsAt; begins = shiftBy(begins, wholeDay)) {
    if (startsAt < shiftBy(begins, nightLasts)) return true;
  }
  return false;
}
