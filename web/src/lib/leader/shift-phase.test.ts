import { describe, expect, it } from 'vitest';
import { phaseOf } from './shift-phase.ts';

const time = { startsAt: '2026-11-24T06:00:00.000Z', endsAt: '2026-11-24T08:00:00.000Z' };

describe('where a shift is', () => {
  it.each([
    ['draft', '2026-11-24T05:59:59.999Z', 'draft'],
    ['draft', '2026-11-24T06:00:00.000Z', 'lapsed'],
    ['open', '2026-11-24T05:29:59.999Z', 'coming'],
    ['open', '2026-11-24T05:30:00.000Z', 'on'],
    ['open', '2026-11-24T07:59:59.999Z', 'on'],
    ['open', '2026-11-24T08:00:00.000Z', 'over'],
    ['finished', '2026-11-25T08:00:00.000Z', 'over'],
    ['cancelled', '2026-11-24T07:00:00.000Z', 'cancelled'],
  ] as const)('%s at %s is %s', (state, now, phase) => {
    expect(phaseOf({ ...time, state }, now)).toBe(phase);
  });

  it('cannot be published once sign-up would be closed', () => {
    const shift = { ...time, state: 'draft', signUpClosesAt: '2026-11-24T04:00:00.000Z' } as const;
    expect(phaseOf(shift, '2026-11-24T04:00:00.000Z')).toBe('lapsed');
  });
});
