import { day, type Instant, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { BoardQuery } from '@kaifong/shared/scheduling/board/board.ts';
import { mondayOfWeek } from '@kaifong/shared/scheduling/weeks.ts';
import type { Table } from '../../platform/table.ts';
import { SeatItem, ShiftItem } from '../scheduling.table.ts';

/** Shifts of a team that a week's board shows: more than any team has. */
const mostShifts = 100;

export type ShiftWithSeats = Readonly<{ shift: ShiftItem; seats: readonly SeatItem[] }>;

/** The shifts of a team in a week, without those that were called off. */
export async function shiftsInWeek(table: Table, { team, week }: BoardQuery): Promise<ShiftItem[]> {
  const monday = instantAt(mondayOfWeek(week), '00:00');
  const range = { from: monday, to: shiftBy(monday, 7 * day) };
  const page = await table.query(ShiftItem, `SHIFTS#${team}`, { index: 'byTeam', range, limit: mostShifts });
  return page.items.filter(({ state }) => state !== 'cancelled');
}

export async function withSeats(table: Table, shift: ShiftItem): Promise<ShiftWithSeats> {
  const { seats } = await table.collect(`SHIFT#${shift.id}`, { beginsWith: 'SHIFT#' }, { seats: SeatItem });
  return { shift, seats };
}

export function freeOf(seats: readonly SeatItem[]): SeatItem[] {
  return seats.filter(({ state }) => state === 'free');
}

export function isOpen({ state, startsAt }: ShiftItem, now: Instant): boolean {
  return state === 'open' && startsAt > now;
}
