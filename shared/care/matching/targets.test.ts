import { describe, expect, it } from 'vitest';
import { targetOf } from './targets.ts';

const receivedAt = '2026-11-24T06:00:00.000Z';

describe('the target of a case', () => {
  it.each([
    ['intake', undefined, 'screening', '2026-11-25T06:00:00.000Z'],
    ['intake', 'moderate', 'screening', '2026-11-25T06:00:00.000Z'],
    ['waiting', 'high', 'assignment', '2026-11-25T06:00:00.000Z'],
    ['waiting', 'moderate', 'assignment', '2026-11-28T06:00:00.000Z'],
    ['waiting', 'low', 'assignment', '2026-12-10T06:00:00.000Z'],
  ] as const)('%s, %s: %s until %s', (state, risk, step, dueAt) => {
    expect(targetOf({ state, receivedAt, ...(risk && { risk }) })).toMatchObject({ step, dueAt });
  });

  it.each(['assigned', 'escalated', 'closed'] as const)('is none once it is %s', (state) => {
    expect(targetOf({ state, risk: 'high', receivedAt })).toBeUndefined();
  });
});
