import { describe, expect, it } from 'vitest';
import { adjustingVerdict, mostAdjustable } from './adjusting.ts';

describe('adjusting by hand', () => {
  it.each([
    [['440103/001/004'], 20],
    [['440103/001'], 100],
    [['440103/001/004', '440103'], 500],
    [['440103/001/004/T0007'], 0],
    [[], 0],
  ])('with the branches %j moves at most %i points', (branches, most) => {
    expect(mostAdjustable(branches)).toBe(most);
  });

  it.each([
    [10, 0, 'granted'],
    [-10, 10, 'granted'],
    [-11, 10, 'tooFewPoints'],
    [10, 1490, 'granted'],
    [11, 1490, 'noRoom'],
    // What a merge brought together may be above the most that an account holds, and can still be taken from.
    [-1, 1700, 'granted'],
  ] as const)('by %i of %i is %s', (points, balance, verdict) => {
    expect(adjustingVerdict({ points, balance })).toBe(verdict);
  });
});
