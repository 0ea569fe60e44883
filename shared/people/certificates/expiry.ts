import { type Day, day, type Instant, instantAt, shiftBy, toInstant } from '../../kernel/time.ts';

/** How many days before the last day a person is reminded. */
export const reminderDays = [60, 30, 7] as const;

/** The clock in Liwan at which reminders go out: when people are awake. */
const reminderClock = '09:00';

/** What time makes due of something that runs out: a reminder, or its end. */
export type Due = Readonly<{ at: Instant; what: 'remind' | 'expire' }>;

/**
 * The last day of something issued on a day and good for so many months. From the 31st the last day of a shorter month counts: 31 January
 * and one month is 28 (29) February.
 */
export function lastDayOf(issuedOn: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = issuedOn.split('-').map(Number);
  const daysInMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, daysInMonth))).toISOString().slice(0, 10);
}

/** The earlier of two last days, where there is one. */
export function earlierDay(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

/** Whole days from one to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

/** What is due next after `now`: the next reminder that lies ahead, else the end. A reminder whose time has gone is not made up for. */
export function nextDue(lastDay: Day, now: Instant): Due {
  for (const days of reminderDays) {
    const at = shiftBy(instantAt(lastDay, reminderClock), -days * day);
    if (at > now) return { at, what: 'remind' };
  }
  // The first moment of the day after the last one.
  return { at: toInstant(Date.parse(instantAt(lastDay, '00:00')) + day), what: 'expire' };
}
