import { describe, expect, it } from 'vitest';
import { usualFigures } from '../../organisation/settings/figures.ts';
import { starsGroup } from '../district-figures.ts';
import { minutesToNextStar, starHours, starOf } from './stars.ts';

const usual = starHours(usualFigures(starsGroup));

describe('stars', () => {
  it.each([
    [0, 0, 6000],
    [99 * 60 + 59, 0, 1],
    [100 * 60, 1, 200 * 60],
    [300 * 60, 2, 300 * 60],
    [600 * 60, 3, 400 * 60],
    [1000 * 60, 4, 500 * 60],
    [1500 * 60 - 1, 4, 1],
    [1500 * 60, 5, undefined],
    [9000 * 60, 5, undefined],
  ])('for %i minutes are %i, and the next is %s minutes away', (minutes, stars, missing) => {
    expect(starOf(minutes, usual)).toBe(stars);
    expect(minutesToNextStar(minutes, usual)).toBe(missing);
  });
});
