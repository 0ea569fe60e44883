import { expect, it } from 'vitest';
import { followUpAgain, followUpsAfter, LowerRisk } from './follow-up.ts';

it('is due 24 and 72 hours, 7 and 30 days after a crisis, and again a day after a try in vain', () => {
  expect(followUpsAfter('2026-11-24T06:30:00.000Z')).toEqual([
    { step: 'day', dueAt: '2026-11-25T06:30:00.000Z' },
    { step: 'threeDays', dueAt: '2026-11-27T06:30:00.000Z' },
    { step: 'week', dueAt: '2026-12-01T06:30:00.000Z' },
    { step: 'month', dueAt: '2026-12-24T06:30:00.000Z' },
  ]);
  expect(followUpAgain('2026-11-25T08:00:00.000Z')).toBe('2026-11-26T08:00:00.000Z');
});

it('lowers a risk to no emergency, and for a reason only', () => {
  expect(LowerRisk.safeParse({ risk: 'emergency', reason: '已经和家人一起谈过，约好再谈' }).success).toBe(false);
  expect(LowerRisk.safeParse({ risk: 'high', reason: '好些了' }).success).toBe(false);
});
