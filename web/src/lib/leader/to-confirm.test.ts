import type { WaitingAttendance } from '@kaifong/shared/attendance/schema.ts';
import { expect, it } from 'vitest';
import { byShift } from './to-confirm.ts';

const waits = (shiftId: string, name: string): WaitingAttendance => ({
  ...{ shiftId, name, title: '河涌清洁', teamScope: '440103/001/001/T0001', volunteerId: `vol_${name}` },
  ...{ startsAt: '2026-11-24T01:00:00.000Z', endsAt: '2026-11-24T03:00:00.000Z' },
  ...{ state: 'left', minutes: 90, mine: false },
});

it('what waits is put together shift by shift, and nobody is lost', () => {
  const shifts = byShift([waits('a', '甲'), waits('b', '乙'), waits('a', '丙')]);
  expect(shifts.map(({ shiftId, people }) => [shiftId, people.map(({ name }) => name)])).toEqual([
    ['a', ['甲', '丙']],
    ['b', ['乙']],
  ]);
  expect(byShift([])).toEqual([]);
});
