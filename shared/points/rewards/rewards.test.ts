import { expect, it } from 'vitest';
import { redemptionVerdict } from './rewards.ts';

const reward = { state: 'offered', startsOn: '2026-11-01', endsOn: '2026-11-30', left: 1, cost: 120 } as const;
const now = '2026-11-24T02:00:00.000Z';

it.each([
  [{}, 120, now, 'granted'],
  [{}, 119, now, 'tooFewPoints'],
  [{ cost: 30 }, 99, now, 'tooEarly'],
  [{ cost: 30 }, 100, now, 'granted'],
  [{ left: 0 }, 500, now, 'soldOut'],
  [{ state: 'closed' }, 500, now, 'notOffered'],
  [{}, 500, '2026-10-31T15:59:59.999Z', 'notBegun'],
  [{}, 500, '2026-10-31T16:00:00.000Z', 'granted'],
  [{}, 500, '2026-11-30T15:59:59.999Z', 'granted'],
  [{}, 500, '2026-11-30T16:00:00.000Z', 'over'],
] as const)('a reward with %j is, for a balance of %i at %s, %s', (change, balance, at, verdict) => {
  expect(redemptionVerdict({ reward: { ...reward, ...change }, balance, now: at })).toBe(verdict);
});
