import type { Day } from '@kaifong/shared/kernel/time.ts';
import type { Recur } from '@kaifong/shared/scheduling/series/series-plan.ts';
import { recurrenceOf } from '@kaifong/shared/scheduling/series/series-rule.ts';
import { RRuleTemporal } from 'rrule-temporal';

/**
 * The days of a rule by RFC 5545. Days are counted as such, without a time zone: Liwan has had no summer time since 1991, so that a clock
 * on a day is always one instant.
 */
export const recur: Recur = (rule, from, to) => {
  const begins = rule.from.replaceAll('-', '');
  const rruleString = `DTSTART;TZID=UTC:${begins}T000000\nRRULE:${recurrenceOf(rule)}`;
  const days = new RRuleTemporal({ rruleString }).between(midnight(from), midnight(to), true);
  return days.map((day) => day.toString().slice(0, 10));
};

function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
