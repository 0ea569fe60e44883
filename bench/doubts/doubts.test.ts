import type { DoubtKind } from '@kaifong/shared/attendance/doubts.ts';
import { expect, it } from 'vitest';
import { makeMonth } from './made-up-month.ts';
import { hitsOf } from './precision.ts';

const months = [1, 2, 3, 4, 5].map((seed) => hitsOf(makeMonth(seed)));

it('the rules find most of what is planted in a month, and little else', () => {
  for (const { all } of months) {
    expect(all.recall).toBeGreaterThan(0.8);
    expect(all.precision).toBeGreaterThan(0.8);
  }
});

it.each<DoubtKind>(['oneDevice', 'twoPlaces', 'mostlyTicked', 'batchAtNight', 'roundTimes', 'oneHand'])(
  'each kind is found in every month, and more often rightly than not: %s',
  (kind) => {
    for (const month of months) {
      expect(month[kind].recall).toBeGreaterThanOrEqual(0.5);
      expect(month[kind].precision).toBeGreaterThan(0.5);
    }
  },
);
