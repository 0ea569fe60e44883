import { describe, expect, it } from 'vitest';
import { hoursOfStep, milestonesOf, placesOf, RankingQuery, stepOf } from './ranking.ts';

describe('the step of the ladder', () => {
  it.each([
    [1, 0, 0],
    [59, 0, 0],
    [60, 1, 1],
    [199 * 60 + 59, 199, 199],
    [200 * 60, 200, 200],
    [209 * 60, 200, 200],
    [210 * 60, 201, 210],
    [3000 * 60, 480, 3000],
  ])('of %i minutes is %i, which begins at %i hours', (minutes, step, hours) => {
    expect(stepOf(minutes)).toBe(step);
    expect(hoursOfStep(minutes)).toBe(hours);
  });

  it.each([-30, 0])('is not there for %i minutes', (minutes) => {
    expect(stepOf(minutes)).toBeUndefined();
  });
});

it('places are shared by those on one step', () => {
  expect(placesOf([600, 590, 545, 540, 100])).toEqual([1, 2, 2, 2, 5]);
  expect(placesOf([])).toEqual([]);
});

describe('milestones', () => {
  it.each([
    [0, [], { hours: 10, missing: 600 }],
    [599, [], { hours: 10, missing: 1 }],
    [3000, [10, 50], { hours: 100, missing: 3000 }],
  ])('of %i minutes', (minutes, reached, next) => {
    expect(milestonesOf(minutes)).toEqual({ reached, next });
  });

  it('end somewhere', () => {
    expect(milestonesOf(9_000_000).next).toBeUndefined();
  });
});

it.each([
  [{ scope: '440103/001/001/G001', period: 'all' }],
  [{ scope: '440103/001/R001', period: 'all' }],
  [{ scope: '440103', period: '2026-13' }],
  [{ scope: '440103', period: 'week' }],
])('%j is no ranking', (query) => {
  expect(RankingQuery.safeParse(query).success).toBe(false);
});
