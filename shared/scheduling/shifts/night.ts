import { dayOf, hour, instantAt, shiftBy, day as wholeDay } from '../../kernel/time.ts';
import type { TimeRange } from '../weeks.ts';

/** Night is 22:00–06:00 in Liwan (house rule, after provinces that ban minors from night work). */
const nightBegins = '22:00';
const nightLasts = 8 * hour;

/** Whether half of a time or more lies in the night. */
export function isMostlyNight({ startsAt, endsAt }: TimeRange): boolean {
  let inNight = 0;
  let begins = instantAt(dayOf(shiftBy(startsAt, -wholeDay)), nightBegins);
  for (; begins < endsAt; begins = shiftBy(begins, wholeDay)) {
    const from = Math.max(Date.parse(begins), Date.parse(startsAt));
    const to = Math.min(Date.parse(begins) + nightLasts, Date.parse(endsAt));
    inNight += Math.max(0, to - from);
  }
  return 2 * inNight >= Date.parse(endsAt) - Date.parse(startsAt);
}

/** Whether any part of a time lies in the night. */
export function touchesNight({ startsAt, endsAt }: TimeRange): boolean {
  let begins = instantAt(dayOf(shiftBy(startsAt, -wholeDay)), nightBegins);
  for (; begins < endsAt; begins = shiftBy(begins, wholeDay)) {
    if (startsAt < shiftBy(begins, nightLasts)) return true;
  }
  return false;
}
