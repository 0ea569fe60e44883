import { expect, it } from 'vitest';
import { usualFigures } from '../organisation/settings/figures.ts';
import { callsOpen, standingOnDay } from './day-board.ts';
import { attendanceGroup } from './district-figures.ts';

const shift = { startsAt: '2026-11-24T12:00:00.000Z', endsAt: '2026-11-24T14:00:00.000Z' };

it.each([
  ['expected', '2026-11-24T11:50:00.000Z', 'expected'],
  ['expected', '2026-11-24T12:10:00.000Z', 'expected'],
  ['expected', '2026-11-24T12:10:00.001Z', 'late'],
  ['expected', '2026-11-24T14:00:00.000Z', 'absent'],
  ['here', '2026-11-24T12:30:00.000Z', 'here'],
  ['here', '2026-11-24T15:00:00.000Z', 'here'],
  ['here', '2026-11-24T15:00:00.001Z', 'overLong'],
  ['left', '2026-11-24T15:30:00.000Z', 'left'],
  ['confirmed', '2026-11-24T15:30:00.000Z', 'left'],
] as const)('who is %s at %s counts as %s', (state, now, standing) => {
  expect(standingOnDay(state, shift, now, usualFigures(attendanceGroup))).toBe(standing);
});

it('goes by the grace that the district has set', () => {
  const figures = { lateAfterMinutes: 15 };
  expect(standingOnDay('expected', shift, '2026-11-24T12:15:00.000Z', figures)).toBe('expected');
  expect(standingOnDay('expected', shift, '2026-11-24T12:15:00.001Z', figures)).toBe('late');
});

it('opens calls a day before the shift and closes them a day after', () => {
  expect(callsOpen(shift)).toEqual({ startsAt: '2026-11-23T12:00:00.000Z', endsAt: '2026-11-25T14:00:00.000Z' });
});
