import type { MyAttendance } from '@kaifong/shared/attendance/schema.ts';
import { describe, expect, it } from 'vitest';
import { mayReturn, stepAt } from './attendance-step.ts';

const attendance = (state: MyAttendance['state']): MyAttendance => ({
  shiftId: 'sft_00000000000000000000',
  state,
  stays: [],
  checkInOpensAt: '2026-11-24T05:30:00.000Z',
  checkInClosesAt: '2026-11-24T08:00:00.000Z',
  checkOutClosesAt: '2026-11-24T09:00:00.000Z',
});

describe('what can be done at a shift', () => {
  it.each([
    ['expected', '2026-11-24T05:29:59.999Z', 'tooEarly'],
    ['expected', '2026-11-24T05:30:00.000Z', 'checkIn'],
    ['expected', '2026-11-24T08:00:00.000Z', 'checkInClosed'],
    ['here', '2026-11-24T08:30:00.000Z', 'checkOut'],
    ['here', '2026-11-24T09:00:00.001Z', 'checkOutClosed'],
    ['left', '2026-11-24T07:00:00.000Z', 'left'],
    ['confirmed', '2026-11-24T07:00:00.000Z', 'confirmed'],
  ] as const)('%s at %s: %s', (state, now, step) => {
    expect(stepAt(attendance(state), now)).toBe(step);
  });

  it('lets one who left come back until check-in closes', () => {
    expect(mayReturn(attendance('left'), '2026-11-24T07:00:00.000Z')).toBe(true);
    expect(mayReturn(attendance('left'), '2026-11-24T08:00:00.000Z')).toBe(false);
    expect(mayReturn(attendance('expected'), '2026-11-24T07:00:00.000Z')).toBe(false);
  });
});
