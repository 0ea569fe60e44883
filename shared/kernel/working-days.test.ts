import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day as dayLength } from './time.ts';
import { isWorkingDay, workingDaysAfter, workingDaysBetween } from './working-days.ts';

describe('a working day', () => {
  it.each([
    ['2026-11-24', true],
    ['2026-11-28', false],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-09-20', true],
    ['2026-02-28', true],
    ['2031-10-02', false],
    ['2031-10-06', true],
  ])('%s: %s', (day, works) => {
    expect(isWorkingDay(day)).toBe(works);
  });
});

describe('five working days', () => {
  it.each([
    ['after a Tuesday end on the next', '2026-11-24', '2026-12-01'],
    ['after a Saturday end on the Friday', '2026-11-28', '2026-12-04'],
    ['skip the National Day week and count the Saturday that makes up for it', '2026-09-30', '2026-10-13'],
  ])('%s', (_name, from, due) => {
    expect(workingDaysAfter(from, 5)).toBe(due);
  });

  it('are what lies between a day and the day that they lead to', () => {
    const days = fc.integer({ min: Date.UTC(2025, 0, 1) / dayLength, max: Date.UTC(2028, 0, 1) / dayLength });
    fc.assert(
      fc.property(days, fc.nat(12), (number, count) => {
        const from = new Date(number * dayLength).toISOString().slice(0, 10);
        expect(workingDaysBetween(from, workingDaysAfter(from, count))).toBe(count);
      }),
    );
  });
});
