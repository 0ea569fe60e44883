import { AppError, type FieldFault } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { type Day, dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { unannouncedYears } from '@kaifong/shared/scheduling/series/series-days.ts';
import { datesOf, type PlannedDate, type SeriesPlan } from '@kaifong/shared/scheduling/series/series-plan.ts';
import { addDays, ruleFaults, type SeriesRule, seriesLimits } from '@kaifong/shared/scheduling/series/series-rule.ts';
import type { SeriesPreview, ShiftTemplate } from '@kaifong/shared/scheduling/series/series-schema.ts';
import { recur } from './recur.ts';

/** Dates that a preview shows. */
const datesShown = 8;

/** The dates whose shifts should be there by now: those to come within the weeks ahead. */
export function datesAhead(plan: SeriesPlan, now: Instant): PlannedDate[] {
  const today = dayOf(now);
  return datesOf(plan, today, addDays(today, seriesLimits.daysAhead), recur).filter(({ startsAt }) => startsAt > now);
}

/** Whether a series has a date after those ahead. */
export function goesOn({ phases }: SeriesPlan, now: Instant): boolean {
  const until = phases.at(-1)?.rule.until;
  return until === undefined || until > addDays(dayOf(now), seriesLimits.daysAhead);
}

/**
 * What a series by this rule would be like from a day on.
 *
 * @throws AppError platform.invalidInput for a rule that is wrong, never happens or has too many dates, at the field that must change
 */
export function previewOf(rule: SeriesRule, shift: ShiftTemplate, from: Day, at = 'rule'): SeriesPreview {
  const faults = ruleFaults(rule, from);
  if (faults.length > 0) throw invalid(faults, at);
  const begins = rule.from > from ? rule.from : from;
  const last = rule.until ?? addDays(begins, seriesLimits.daysToHappen);
  const plan = { phases: [{ from: rule.from, rule, shift }], exceptions: [] };
  // Counted in pieces, so that a rule over a thousand years costs no more than one that is just too long.
  const dates: PlannedDate[] = [];
  for (let piece = begins; piece <= last && dates.length <= seriesLimits.mostDates; piece = addDays(piece, 366)) {
    const end = addDays(piece, 365);
    dates.push(...datesOf(plan, piece, end < last ? end : last, recur));
  }
  if (dates.length === 0) throw invalid([{ path: 'weekdays', code: 'series.neverHappens' }], at);
  if (rule.until !== undefined && dates.length > seriesLimits.mostDates) {
    throw invalid([{ path: 'until', code: 'series.tooMany', facts: { maximum: seriesLimits.mostDates } }], at);
  }
  const shown = dates.slice(0, datesShown);
  const held = new Set(shown.map(({ day }) => day));
  const lastShown = shown.at(-1)?.day ?? last;
  return {
    dates: shown.map(({ day, startsAt, endsAt }) => ({ day, startsAt, endsAt })),
    ...(rule.until !== undefined && { total: dates.length }),
    skipped: recur(rule, begins, lastShown).filter((day) => !held.has(day)),
    unannouncedYears: unannouncedYears(shown.map(({ day }) => day)),
  };
}

function invalid(faults: readonly FieldFault[], at: string): AppError {
  return new AppError(
    platformErrors.invalidInput,
    {},
    faults.map((fault) => ({ ...fault, path: `${at}.${fault.path}` })),
  );
}
