import { holidayYears, solarHolidays } from '../../kernel/holidays.ts';
import type { Day } from '../../kernel/time.ts';
import { isWorkingDay } from '../../kernel/working-days.ts';

/** What a series does about holidays: `held` takes place all the same, `skipped` stops, `workingDays` is on working days only. */
export const holidayRules = ['held', 'skipped', 'workingDays'] as const;
export type HolidayRule = (typeof holidayRules)[number];

type DayRule = Readonly<{ from: Day; until?: Day | undefined; holidays: HolidayRule; onMakeUpDays: boolean }>;

/** Whether a day is a public holiday. Of a year that is not announced yet only the holidays of the solar calendar are known. */
export function isHoliday(day: Day): boolean {
  const year = holidayYears[day.slice(0, 4)];
  if (!year) return solarHolidays.includes(day.slice(5));
  return year.closed.some(({ from, to }) => from <= day && day <= to);
}

/** The weekend days between two days, both included, that are worked to make up for a holiday. */
export function makeUpDaysBetween(from: Day, to: Day): Day[] {
  return Object.values(holidayYears).flatMap(({ open }) => open.filter((day) => from <= day && day <= to));
}

/** The years that dates lie in and whose holidays are not announced yet: `['2027']`. */
export function unannouncedYears(days: readonly Day[]): string[] {
  return [...new Set(days.map((day) => day.slice(0, 4)))].filter((year) => !holidayYears[year]);
}

/**
 * The days between `from` and `to`, both included, on which a series takes place; `recurring` are the days that its weekdays give. A
 * make-up day is one more, whatever weekday it is.
 */
export function heldDays(rule: DayRule, recurring: readonly Day[], from: Day, to: Day): Day[] {
  const first = from > rule.from ? from : rule.from;
  const last = rule.until !== undefined && rule.until < to ? rule.until : to;
  const held = recurring.filter((day) => first <= day && day <= last && isHeld(rule, day));
  const madeUp = rule.onMakeUpDays ? makeUpDaysBetween(first, last) : [];
  return [...new Set([...held, ...madeUp])].sort();
}

function isHeld({ holidays }: DayRule, day: Day): boolean {
  if (holidays === 'held') return true;
  return holidays === 'skipped' ? !isHoliday(day) : isWorkingDay(day);
}
