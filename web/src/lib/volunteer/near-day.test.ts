import { describe, expect, it } from 'vitest';
import { byDay, nearDayOf } from './near-day.ts';

const now = '2026-11-24T15:30:00.000Z'; // 23:30 in Liwan

describe('days near now are told by the clock in Liwan', () => {
  it.each([
    ['2026-11-24T15:59:00.000Z', 'today'],
    ['2026-11-24T16:00:00.000Z', 'tomorrow'],
    ['2026-11-25T16:00:00.000Z', undefined],
  ])('%s is %s', (instant, near) => {
    expect(nearDayOf(instant, now)).toBe(near);
  });

  it('puts the shifts of a day together, in their order', () => {
    const [late, early, next] = ['2026-11-24T15:40:00.000Z', '2026-11-25T01:00:00.000Z', '2026-11-27T01:00:00.000Z'];
    const groups = byDay([{ startsAt: late }, { startsAt: early }, { startsAt: next }], now);
    expect(groups.map(({ day, near }) => [day, near])).toEqual([
      ['2026-11-24', 'today'],
      ['2026-11-25', 'tomorrow'],
      ['2026-11-27', undefined],
    ]);
  });
});
