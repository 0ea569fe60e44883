import { expect, it } from 'vitest';
import { day, instantAt, shiftBy } from '../../kernel/time.ts';
import { checkInEveryDays, checkInResult, isCheckInDue } from './check-in.ts';

it.each([
  [[2, 2, 3, 3, 2], 'right', 48, true],
  [[3, 2, 3, 3, 2], 'right', 52, false],
  [[1, 1, 2, 1, 2], 'light', 28, true],
  [[5, 5, 5, 5, 5], 'tooMuch', 100, true],
  [[5, 5, 5, 5, 5], 'heavy', 100, false],
] as const)('%j with a load that is %s comes to %i, low: %s', (who5, load, wellbeing, isLow) => {
  expect(checkInResult({ who5: [...who5], load })).toEqual({ wellbeing, isLow });
});

it('is due at first, and again after four weeks', () => {
  const now = instantAt('2026-11-24', '09:00');
  expect(isCheckInDue(undefined, now)).toBe(true);
  expect(isCheckInDue(shiftBy(now, -checkInEveryDays * day), now)).toBe(true);
  expect(isCheckInDue(shiftBy(now, 1 - checkInEveryDays * day), now)).toBe(false);
});
