import { type Day, day as dayLength, dayOf, type Instant, instantAt, shiftBy, toInstant } from '../kernel/time.ts';

/** An ISO 8601 week in Liwan, Monday to Sunday: `2026-W48`. */
export type Week = string;

/** A time from `startsAt` up to, and without, `endsAt`. */
export type TimeRange = Readonly<{ startsAt: Instant; endsAt: Instant }>;

/** The week in which a day lies. By ISO 8601 it belongs to the year of its Thursday. */
export function weekOf(day: Day): Week {
  const thursday = new Date(mondayOf(day) + 3 * dayLength);
  const year = thursday.getUTCFullYear();
  const daysIntoYear = (thursday.getTime() - Date.UTC(year, 0, 1)) / dayLength;
  return `${year}-W${String(Math.floor(daysIntoYear / 7) + 1).padStart(2, '0')}`;
}

/** The Monday of a week. @throws RangeError for a week that its year does not have */
export function mondayOfWeek(week: Week): Day {
  const [year = '', number = ''] = week.split('-W');
  const monday = toInstant(mondayOf(`${year}-01-04`) + (Number(number) - 1) * 7 * dayLength).slice(0, 10);
  if (weekOf(monday) !== week) throw new RangeError(`There is no week ${week}.`);
  return monday;
}

/** The weeks that a time touches, first to last. One that ends as Monday begins does not touch that Monday's week. */
export function weeksTouched(startsAt: Instant, endsAt: Instant): Week[] {
  return weekRanges(startsAt, endsAt).map(({ week }) => week);
}

/** The weeks that a time touches, each with its bounds. */
export function weekRanges(startsAt: Instant, endsAt: Instant): (TimeRange & { week: Week })[] {
  const lastMoment = endsAt > startsAt ? shiftBy(endsAt, -1) : startsAt;
  const ranges: (TimeRange & { week: Week })[] = [];
  const last = mondayOf(dayOf(lastMoment));
  for (let monday = mondayOf(dayOf(startsAt)); monday <= last; monday += 7 * dayLength) {
    const firstDay = toInstant(monday).slice(0, 10);
    const begins = instantAt(firstDay, '00:00');
    ranges.push({ week: weekOf(firstDay), startsAt: begins, endsAt: shiftBy(begins, 7 * dayLength) });
  }
  return ranges;
}

/** The Monday on or before a day, as the UTC midnight of its date. */
function mondayOf(day: Day): number {
  const date = new Date(`${day}T00:00:00.000Z`);
  const daysSinceMonday = (date.getUTCDay() + 6) % 7;
  return date.getTime() - daysSinceMonday * dayLength;
}
