import { type Day, dayOf, instantAt } from '@kaifong/shared/kernel/time.ts';
import { isWorkingDay } from '@kaifong/shared/kernel/working-days.ts';
import { isHoliday, makeUpDaysBetween } from '@kaifong/shared/scheduling/series/series-days.ts';
import { datesOf } from '@kaifong/shared/scheduling/series/series-plan.ts';
import { addDays, placesInMonth, SeriesRule, weekdays } from '@kaifong/shared/scheduling/series/series-rule.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recur } from './recur.ts';

const shift = { places: 3 };

const aDay = (from: Day, span: number) => fc.integer({ min: 0, max: span }).map((days) => addDays(from, days));

const aRule = fc
  .record({
    weekdays: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1, maxLength: 7 }),
    everyWeeks: fc.integer({ min: 1, max: 4 }),
    ofMonth: fc.option(fc.constantFrom(...placesInMonth), { nil: undefined }),
    from: aDay('2025-11-01', 500),
    lasts: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
    holidays: fc.constantFrom('held', 'skipped', 'workingDays'),
    onMakeUpDays: fc.boolean(),
  })
  .map(({ lasts, ...rule }) =>
    SeriesRule.parse({
      ...rule,
      ...(lasts !== undefined && { until: addDays(rule.from, lasts) }),
      startsAt: '20:00',
      endsAt: '22:00',
    }),
  );

/** The dates of a rule, looked for day by day and without the library. */
function dayByDay(rule: SeriesRule, from: Day, to: Day): Day[] {
  const found: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (day < rule.from || (rule.until !== undefined && day > rule.until)) continue;
    const isMadeUp = rule.onMakeUpDays && makeUpDaysBetween(day, day).length > 0;
    if (isMadeUp || (isRecurring(rule, day) && isHeld(rule, day))) found.push(day);
  }
  return found;
}

function isRecurring(rule: SeriesRule, day: Day): boolean {
  if (!rule.weekdays.some((weekday) => weekdays.indexOf(weekday) === daysSinceMonday(day))) return false;
  const monthOf = (other: Day) => other.slice(0, 7);
  if (rule.ofMonth === -1) return monthOf(addDays(day, 7)) !== monthOf(day);
  if (rule.ofMonth !== undefined) return Math.ceil(Number(day.slice(8)) / 7) === rule.ofMonth;
  const monday = (of: Day) => Date.parse(addDays(of, -daysSinceMonday(of)));
  return ((monday(day) - monday(rule.from)) / (7 * 86_400_000)) % rule.everyWeeks === 0;
}

function daysSinceMonday(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function isHeld({ holidays }: SeriesRule, day: Day): boolean {
  return holidays === 'held' || (holidays === 'skipped' ? !isHoliday(day) : isWorkingDay(day));
}

it('the dates of any rule are those that are found day by day', () => {
  fc.assert(
    fc.property(aRule, aDay('2025-10-01', 700), fc.integer({ min: 0, max: 120 }), (rule, from, span) => {
      const to = addDays(from, span);
      const plan = { phases: [{ from: rule.from, rule, shift }], exceptions: [] };
      expect(datesOf(plan, from, to, recur).map(({ day }) => day)).toEqual(dayByDay(rule, from, to));
    }),
    { numRuns: 400 },
  );
});

it('the clock of each date is the one of the rule, also over the end of a year', () => {
  const rule = SeriesRule.parse({
    ...{ weekdays: ['TU', 'FR'], from: '2026-12-20', startsAt: '20:00', endsAt: '22:00', holidays: 'held' },
  });
  const plan = { phases: [{ from: rule.from, rule, shift }], exceptions: [] };
  const dates = datesOf(plan, '2026-12-20', '2027-01-10', recur);
  expect(dates.map(({ day }) => day)).toEqual([
    ...['2026-12-22', '2026-12-25', '2026-12-29', '2027-01-01', '2027-01-05', '2027-01-08'],
  ]);
  for (const { day, startsAt, endsAt } of dates) {
    expect([startsAt, endsAt]).toEqual([instantAt(day, '20:00'), instantAt(day, '22:00')]);
    expect(dayOf(startsAt)).toBe(day);
  }
});
