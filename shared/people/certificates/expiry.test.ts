import { expect, it } from 'vitest';
import { daysBetween, earlierDay, lastDayOf, nextDue } from './expiry.ts';

it.each([
  ['2026-01-15', 36, '2029-01-15'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2023-12-31', 2, '2024-02-29'],
  ['2026-11-30', 240, '2046-11-30'],
])('what was issued on %s for %i months ends on %s', (day, months, last) => {
  expect(lastDayOf(day, months)).toBe(last);
});

it.each([
  // 09:00 in Liwan is 01:00 UTC.
  ['2026-12-11T01:00:00.000Z', '2026-12-12T01:00:00.000Z', 'remind'],
  ['2026-12-12T01:00:00.000Z', '2027-01-11T01:00:00.000Z', 'remind'],
  ['2027-01-20T00:00:00.000Z', '2027-02-03T01:00:00.000Z', 'remind'],
  ['2027-02-03T01:00:00.000Z', '2027-02-10T16:00:00.000Z', 'expire'],
  ['2027-03-01T00:00:00.000Z', '2027-02-10T16:00:00.000Z', 'expire'],
])('after %s, of what ends on 10 February, %s is due', (now, at, what) => {
  expect(nextDue('2027-02-10', now)).toEqual({ at, what });
});

it('days are counted whole, and the earlier of two ends counts', () => {
  expect(daysBetween('2026-12-12', '2027-02-10')).toBe(60);
  expect(daysBetween('2027-02-11', '2027-02-10')).toBe(-1);
  expect([
    earlierDay('2026-01-02', '2026-01-01'),
    earlierDay(undefined, '2026-01-01'),
    earlierDay(undefined, undefined),
  ]).toEqual(['2026-01-01', '2026-01-01', undefined]);
});
