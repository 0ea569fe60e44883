import {
  type Day,
  day as dayLength,
  dayOf,
  hour,
  type Instant,
  instantAt,
  minute,
  shiftBy,
} from '../../kernel/time.ts';

/** Most days of one file or one push. */
export const mostDays = 366;

/** So often the same part is tried before somebody has to look. */
export const mostAttempts = 12;

export type ExchangeSpanDecision = 'allowed' | 'backwards' | 'tooLong' | 'notOverYet';

/** Whether the records of these days may be had. What is pushed must be whole, so its last day must be over; `today` is then not. */
export function decideExchangeSpan(
  { from, until }: Readonly<{ from: Day; until: Day }>,
  { today, mustBeOver }: Readonly<{ today: Day; mustBeOver: boolean }>,
): ExchangeSpanDecision {
  if (from > until) return 'backwards';
  if (mustBeOver ? until >= today : until > today) return 'notOverYet';
  const days = (Date.parse(until) - Date.parse(from)) / dayLength + 1;
  return days > mostDays ? 'tooLong' : 'allowed';
}

/** The instants from the beginning of the first day to the end of the last. */
export function instantsOf({ from, until }: Readonly<{ from: Day; until: Day }>): { from: Instant; to: Instant } {
  const dayAfter = dayOf(shiftBy(instantAt(until, '12:00'), dayLength));
  return { from: instantAt(from, '00:00'), to: instantAt(dayAfter, '00:00') };
}

/** When a part that failed so often in a row is tried again: after 1, 2, 4 … minutes, at most 6 hours; `undefined`: not by itself. */
export function nextAttemptAt(now: Instant, failed: number): Instant | undefined {
  if (failed >= mostAttempts) return undefined;
  return shiftBy(now, Math.min(minute * 2 ** (failed - 1), 6 * hour));
}
