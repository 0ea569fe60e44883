import { describe, expect, it } from 'vitest';
import { decideExchangeSpan, instantsOf, mostAttempts, nextAttemptAt } from './rules.ts';

describe('the days of an exchange', () => {
  const decide = (from: string, until: string, mustBeOver = false) =>
    decideExchangeSpan({ from, until }, { today: '2026-11-24', mustBeOver });

  it('lie in the past, in order, and within a year', () => {
    expect(decide('2026-11-01', '2026-11-24')).toBe('allowed');
    expect(decide('2026-11-02', '2026-11-01')).toBe('backwards');
    expect(decide('2026-11-02', '2026-11-25')).toBe('notOverYet');
    expect(decide('2025-11-24', '2026-11-24')).toBe('allowed');
    expect(decide('2025-11-23', '2026-11-24')).toBe('tooLong');
  });

  it('are over when they are pushed, so that nothing is recorded on them any more', () => {
    expect(decide('2026-11-01', '2026-11-24', true)).toBe('notOverYet');
    expect(decide('2026-11-01', '2026-11-23', true)).toBe('allowed');
  });

  it('begin and end at midnight in Liwan', () => {
    expect(instantsOf({ from: '2026-11-30', until: '2026-11-30' })).toEqual({
      from: '2026-11-29T16:00:00.000Z',
      to: '2026-11-30T16:00:00.000Z',
    });
  });
});

it('waits longer after each try that failed, never longer than six hours, and not for ever', () => {
  const now = '2026-11-24T02:00:00.000Z';
  expect([1, 2, 3, 9, 11].map((failed) => nextAttemptAt(now, failed))).toEqual([
    '2026-11-24T02:01:00.000Z',
    '2026-11-24T02:02:00.000Z',
    '2026-11-24T02:04:00.000Z',
    '2026-11-24T06:16:00.000Z',
    '2026-11-24T08:00:00.000Z',
  ]);
  expect(nextAttemptAt(now, mostAttempts)).toBeUndefined();
});
