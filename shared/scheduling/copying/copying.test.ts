import { expect, it } from 'vitest';
import { instantAt } from '../../kernel/time.ts';
import { boundsOf, planCopy } from './copying.ts';

const now = instantAt('2026-11-24', '10:00');
const aShift = (overrides: Record<string, unknown> = {}) => ({
  ...{ id: 'sft_01HZX5Y7Q2M3N4P5R6S7', title: '夜巡', activityId: 'act_01HZX5Y7Q2M3N4P5R6S7', places: 4 },
  ...{ startsAt: instantAt('2026-11-25', '20:00'), endsAt: instantAt('2026-11-25', '22:00') },
  ...{ state: 'open' as const, isOfSeries: false, isCopied: false },
  ...overrides,
});

it('a shift comes as many weeks later at the same clock, also over the end of a year', () => {
  const weeks = { from: '2026-W48', to: '2026-W53', skipHolidays: false };
  expect(planCopy(weeks, [aShift()], [], now)).toEqual([
    {
      ...{ shiftId: 'sft_01HZX5Y7Q2M3N4P5R6S7', title: '夜巡', places: 4 },
      ...{ startsAt: instantAt('2026-12-30', '20:00'), endsAt: instantAt('2026-12-30', '22:00') },
    },
  ]);
  const [friday] = planCopy(
    { from: '2026-W48', to: '2026-W53', skipHolidays: true },
    [aShift({ startsAt: instantAt('2026-11-27', '20:00'), endsAt: instantAt('2026-11-27', '22:00') })],
    [],
    now,
  );
  expect(friday).toMatchObject({ startsAt: instantAt('2027-01-01', '20:00'), leftOut: 'holiday' });
  expect(boundsOf('2026-W53')).toEqual(['2026-12-28', '2027-01-03']);
});

it.each([
  ['calledOff', { state: 'cancelled' }, '2026-W49'],
  ['series', { isOfSeries: true }, '2026-W49'],
  ['copied', { isCopied: true }, '2026-W49'],
  ['past', {}, '2026-W47'],
])('left out as %s', (reason, overrides, to) => {
  expect(planCopy({ from: '2026-W48', to, skipHolidays: false }, [aShift(overrides)], [], now)).toMatchObject([
    { leftOut: reason },
  ]);
});

it('a shift that is there already is not made twice, but one that was called off does not count', () => {
  const there = { activityId: aShift().activityId, startsAt: instantAt('2026-12-02', '20:00') };
  const weeks = { from: '2026-W48', to: '2026-W49', skipHolidays: false };
  expect(planCopy(weeks, [aShift()], [{ ...there, state: 'open' }], now)).toMatchObject([{ leftOut: 'there' }]);
  expect(planCopy(weeks, [aShift()], [{ ...there, state: 'cancelled' }], now)[0]?.leftOut).toBeUndefined();
});
