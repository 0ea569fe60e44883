import { describe, expect, it } from 'vitest';
import { starProgress } from './star-progress.ts';

describe('the way to the next star', () => {
  it.each([
    [0, { stars: 0, done: 0, needed: 6_000, missing: 6_000 }],
    [5_999, { stars: 0, done: 5_999, needed: 6_000, missing: 1 }],
    [6_000, { stars: 1, done: 0, needed: 12_000, missing: 12_000 }],
    [90_000, { stars: 5, done: 1, needed: 1 }],
  ])('after %i minutes', (minutes, progress) => {
    expect(starProgress(minutes, [100, 300, 600, 1000, 1500])).toEqual(progress);
  });
});
