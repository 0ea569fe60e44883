import type { Table } from '../platform/table.ts';
import { SeatItem, type ShiftItem } from './scheduling.table.ts';

/** How many seats of a shift are free, as of a moment ago. */
export function countFreePlaces(table: Table, shiftId: string): Promise<number> {
  return table.count(SeatItem, `SHIFT#${shiftId}`, { beginsWith: 'SHIFT#' }, { state: 'free' });
}

/**
 * A page of shifts, each with its free places. They are counted when asked for: a stored counter would be one item that every
 * sign-up of a rush must move, and a figure that can be wrong. A count costs a quarter of a read unit per ten places.
 */
export function freePlaces<Shift extends ShiftItem>(
  table: Table,
  shifts: readonly Shift[],
): Promise<(Shift & { freePlaces: number })[]> {
  return Promise.all(shifts.map(async (shift) => ({ ...shift, freePlaces: await countFreePlaces(table, shift.id) })));
}
