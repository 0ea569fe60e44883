import type { Day } from '../../kernel/time.ts';
import { type ChainRecord, type DayTotalRecord, dayTotalTitle, isOfShift, type ServiceRecord } from '../chain.ts';
import type { ServedContent } from './schema.ts';

/** Most titles that a certificate names one by one. */
export const mostTitles = 40;
/** Most certificates that one person issues to herself on a day. */
export const mostPerDay = 20;

export type SpanDecision = 'allowed' | 'backwards' | 'notOverYet';

/** Whether a certificate may be asked for these days: only what is past is certified, today included. */
export function decideSpan({ from, until }: Readonly<{ from: Day; until: Day }>, today: Day): SpanDecision {
  if (from > until) return 'backwards';
  return until > today ? 'notOverYet' : 'allowed';
}

/**
 * What somebody served on the days of a span, both included: confirmed minutes less what was taken back, by title, the most first. What
 * moved from one record of hers to another is no service.
 */
export function servedIn(
  records: readonly ChainRecord[],
  { from, until }: Readonly<{ from: Day; until: Day }>,
): { minutes: number; content: ServedContent[] } {
  const byTitle = new Map<string, { times: number; minutes: number }>();
  let minutes = 0;
  for (const record of records) {
    if (record.kind === 'transfer' || record.day < from || record.day > until) continue;
    const title = isOfShift(record) ? record.title : dayTotalTitle;
    const entry = byTitle.get(title) ?? { times: 0, minutes: 0 };
    byTitle.set(title, {
      times: entry.times + timesOf(record),
      minutes: entry.minutes + record.minutes,
    });
    minutes += record.minutes;
  }
  const all = [...byTitle]
    .map(([title, entry]) => ({ title, ...entry }))
    .filter((each) => each.minutes > 0)
    .toSorted((one, other) => other.minutes - one.minutes || (one.title < other.title ? -1 : 1));
  return { minutes, content: all.slice(0, mostTitles) };
}

/** A day that is told of anew is still one day. */
function timesOf(record: ServiceRecord | DayTotalRecord): number {
  if (record.kind === 'dayTotal') return record.revision === 1 ? 1 : 0;
  return record.kind === 'service' ? 1 : -1;
}
