import type { ShiftItem } from '../scheduling.table.ts';

/** A shift as it stands once it is called off. */
export function calledOff(shift: ShiftItem, why: NonNullable<ShiftItem['calledOff']>) {
  return { ...shift, state: 'cancelled', calledOff: why, version: shift.version + 1 } as const;
}
