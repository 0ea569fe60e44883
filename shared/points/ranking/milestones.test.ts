import { describe, expect, it } from 'vitest';
import { anniversaryOf, milestoneReachedBy } from './milestones.ts';

describe('a milestone', () => {
  it.each([
    ['the first service', 0, 120, undefined, { of: 'first', count: 1 }],
    ['the first hours that are many at once', 0, 6000, undefined, { of: 'hours', count: 100 }],
    ['a hundred hours to the minute', 5999, 6000, 50, { of: 'hours', count: 100 }],
    ['between two', 700, 800, 10, undefined],
    ['a correction', 6000, 5900, 100, undefined],
    ['the same hours again after a correction', 5900, 6000, 100, undefined],
    ['the first service again after it was taken back', 0, 120, 0, undefined],
    ['one who served before milestones were kept', 6100, 6200, undefined, undefined],
    [
      'one who served before milestones were kept, and reaches the next',
      17_990,
      18_000,
      undefined,
      { of: 'hours', count: 300 },
    ],
  ] as const)('%s', (_, before, after, told, milestone) => {
    expect(milestoneReachedBy(before, after, told)).toEqual(milestone);
  });
});

describe('an anniversary', () => {
  it.each([
    ['2026-11-24', 1, '2027-11-24'],
    ['2028-02-29', 1, '2029-03-01'],
    ['2028-02-29', 4, '2032-02-29'],
  ])('of %s after %i years is %s', (day, years, then) => {
    expect(anniversaryOf(day, years)).toBe(then);
  });
});
