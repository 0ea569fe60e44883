import { expect, it } from 'vitest';
import { instantAt } from '../../kernel/time.ts';
import { changedPlan, datesOf, differences, type PlannedDate, type Recur } from './series-plan.ts';
import { addDays, SeriesRule } from './series-rule.ts';
import { ruleInWords } from './series-words.ts';

const ruleOf = (overrides: Record<string, unknown> = {}) =>
  SeriesRule.parse({
    ...{ weekdays: ['TU', 'FR'], startsAt: '20:00', endsAt: '22:00', from: '2026-12-01', holidays: 'skipped' },
    ...overrides,
  });
const shift = { places: 3 };
const plan = { phases: [{ from: '2026-12-01', rule: ruleOf(), shift }], exceptions: [] };

/** Tuesdays and Fridays, whatever the rule. */
const recur: Recur = (_, from, to) => {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if ([2, 5].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) days.push(day);
  }
  return days;
};
const daysOf = (of: Parameters<typeof datesOf>[0]) =>
  datesOf(of, '2026-12-01', '2026-12-11', recur).map(({ day, startsAt }) => `${day} ${startsAt.slice(11, 13)}`);

it('one date is left out, comes back, or goes another way', () => {
  const left = changedPlan(plan, { reach: 'this', day: '2026-12-04', instead: 'leftOut' });
  expect(daysOf(left)).toEqual(['2026-12-01 12', '2026-12-08 12', '2026-12-11 12']);
  expect(daysOf(changedPlan(left, { reach: 'this', day: '2026-12-04', instead: 'asPlanned' }))).toEqual(daysOf(plan));
  const instead = { on: '2026-12-05', startsAt: '09:00', endsAt: '10:00', overnight: false, shift };
  const moved = changedPlan(plan, { reach: 'this', day: '2026-12-04', instead });
  expect(datesOf(moved, '2026-12-04', '2026-12-04', recur)).toMatchObject([
    { day: '2026-12-04', startsAt: instantAt('2026-12-05', '09:00') },
  ]);
});

it('from a date on it is otherwise; exceptions and dates that are kept stay as they are', () => {
  const left = changedPlan(plan, { reach: 'this', day: '2026-12-08', instead: 'leftOut' });
  const kept: PlannedDate = {
    ...{ day: '2026-12-11', startsAt: instantAt('2026-12-11', '20:00'), endsAt: instantAt('2026-12-11', '22:00') },
    shift,
  };
  const change = { reach: 'following', day: '2026-12-04', rule: ruleOf({ startsAt: '18:00' }), shift } as const;
  expect(daysOf(changedPlan(left, change, [kept]))).toEqual(['2026-12-01 12', '2026-12-04 10', '2026-12-11 12']);
});

it('tells what is different, and leaves alone what has begun', () => {
  const there = datesOf(plan, '2026-12-01', '2026-12-11', recur);
  const more = { reach: 'all', rule: ruleOf({ until: '2026-12-08' }), shift: { places: 4 } } as const;
  const wanted = datesOf(changedPlan(plan, more), '2026-12-01', '2026-12-11', recur);
  const now = instantAt('2026-12-02', '09:00');
  expect(differences(there, wanted, now).map(({ day, kind }) => [day, kind])).toEqual([
    ['2026-12-04', 'places'],
    ['2026-12-08', 'places'],
    ['2026-12-11', 'gone'],
  ]);
  expect(differences(there, there, now)).toEqual([]);
});

it.each([
  [{ until: '2026-12-31' }, '每周二、五 20:00–22:00，到 2026 年 12 月 31 日，节假日停'],
  [{ everyWeeks: 2, holidays: 'held' }, '每两周的周二、五 20:00–22:00，节假日照常'],
  [{ weekdays: ['SA'], ofMonth: -1 }, '每月最后一个周六 20:00–22:00，节假日停'],
  [
    { overnight: true, endsAt: '06:00', holidays: 'workingDays', onMakeUpDays: true },
    '每周二、五 20:00–次日 06:00，只在工作日，调休上班日也有',
  ],
])('a rule in words: %j', (overrides, words) => {
  expect(ruleInWords(ruleOf(overrides), 'zh-Hans')).toBe(words);
});

it('a rule in English', () => {
  expect(ruleInWords(ruleOf({ until: '2026-12-31' }), 'en')).toBe(
    'Every Tuesday and Friday, 20:00–22:00, until 2026-12-31, not on holidays',
  );
});
