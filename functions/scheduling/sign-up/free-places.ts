import { type ShiftRole, seatNumbersOf } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import type { Table } from '../../platform/table.ts';
import { SeatItem, type ShiftItem } from '../scheduling.table.ts';

/** How many seats of a shift are free, as of a moment ago. */
export function countFreePlaces(table: Table, shiftId: string): Promise<number> {
  return table.count(SeatItem, `SHIFT#${shiftId}`, { beginsWith: 'SHIFT#' }, { state: 'free' });
}

/** The same of some of its roles. */
export async function countFreePlacesIn(table: Table, shiftId: string, roles: readonly ShiftRole[]): Promise<number> {
  const seat = (number: number) => SeatItem.key({ shiftId, number }).sk;
  const counts = roles.map((role) => {
    // Places that were added have the next numbers of the role's hundred.
    const [first = 1] = seatNumbersOf(role);
    return table.count(SeatItem, `SHIFT#${shiftId}`, { from: seat(first), to: seat(first + 98) }, { state: 'free' });
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
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
