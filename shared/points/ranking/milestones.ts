import type { Day } from '../../kernel/time.ts';
import { milestoneHours } from './ranking.ts';

/** What is worth a thank-you: serving for the first time, or so many hours. */
export type Milestone = Readonly<{ of: 'first' | 'hours'; count: number }>;

/**
 * What somebody reaches whose minutes grow, if anything: the highest, where it is several at once. `told` is the highest milestone in
 * hours that she was thanked for, 0 for the first service, so that a correction never makes her reach it twice. Whoever served before
 * that was kept is taken to have been thanked for what she had.
 */
export function milestoneReachedBy(before: number, after: number, told: number | undefined): Milestone | undefined {
  if (after <= before) return undefined;
  const reached = (minutes: number) => milestoneHours.findLast((hours) => minutes >= hours * 60) ?? 0;
  const known = told ?? reached(before);
  if (reached(after) > known) return { of: 'hours', count: reached(after) };
  return before <= 0 && told === undefined ? { of: 'first', count: 1 } : undefined;
}

/** The day of an anniversary; of the 29th of February it is the 1st of March where there is none. */
export function anniversaryOf(day: Day, years: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}
