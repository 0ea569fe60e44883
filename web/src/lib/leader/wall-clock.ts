import { Day, dayOf, hour, type Instant, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';

/** An instant as a `datetime-local` field shows it to somebody in Liwan: `2026-11-24T19:30`. */
export function wallClock(instant: Instant): string {
  return `${dayOf(instant)}T${shiftBy(instant, 8 * hour).slice(11, 16)}`;
}

/** The instant that such a field sends; undefined when it was left empty or half filled. */
export function instantFrom(text: string): Instant | undefined {
  const [date = '', clock = ''] = text.split('T');
  return Day.safeParse(date).success ? instantOn(date, clock) : undefined;
}

/** The instant of a day and a clock as a `time` field sends it, `19:30`; undefined when that is no clock. */
export function instantOn(date: Day, clock: string): Instant | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(clock) ? instantAt(date, clock) : undefined;
}
