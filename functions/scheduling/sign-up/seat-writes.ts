import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { SeatItem } from '../scheduling.table.ts';

/** Seats written in one transaction, which holds 100 items: room is left for the shift, its line, an event and a receipt. */
export const seatsPerTransaction = 90;

/** Seat numbers, as many at a time as one transaction takes. */
export function chunksOf(numbers: readonly number[]): number[][] {
  const chunks: number[][] = [];
  for (let from = 0; from < numbers.length; from += seatsPerTransaction) {
    chunks.push(numbers.slice(from, from + seatsPerTransaction));
  }
  return chunks;
}

/** The writes that make free seats with these numbers; refused where there is one already. */
export function seatWrites(table: Table, shiftId: string, numbers: readonly number[]): Record<string, Write> {
  return Object.fromEntries(
    numbers.map((number) => [
      `seat ${number}`,
      table.put(SeatItem, { shiftId, number, state: 'free' }, { absent: true }),
    ]),
  );
}

/** The lowest seat numbers from `first` on that are not in use, so many. */
export function unusedNumbers(used: ReadonlySet<number>, count: number, first = 1): number[] {
  const numbers: number[] = [];
  for (let number = first; numbers.length < count; number += 1) if (!used.has(number)) numbers.push(number);
  return numbers;
}
