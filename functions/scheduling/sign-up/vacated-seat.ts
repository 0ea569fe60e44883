import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { seatOffered } from '@kaifong/shared/scheduling/events.ts';
import { roleOfSeat } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import { offerEndsAt } from '@kaifong/shared/scheduling/sign-up/offers.ts';
import type { Condition } from '../../platform/condition.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { LineItem, SeatItem, type ShiftItem, WaitItem } from '../scheduling.table.ts';
import { moveFrom } from '../standing.ts';

/** People in line who are looked at together for one who waits for a role. */
const waitsPerPage = 50;

/** What must be written, and told, for a seat to pass on. */
export type Passing = Readonly<{ writes: Record<string, Write>; events: DomainEvent[] }>;

/**
 * A seat that became vacant is held for the first in line for its role; only when nobody waits for that, or sign-up has ended, is it free
 * for all. `seat` is the condition under which the seat is still the one that became vacant. `undefined`: the line moved while we looked.
 */
export async function passOn(
  table: Table,
  { shift, line }: Readonly<{ shift: ShiftItem; line: LineItem }>,
  seat: Readonly<{ number: number; was: Condition<typeof SeatItem> }>,
  now: Instant,
): Promise<Passing | undefined> {
  const until = offerEndsAt(shift, now);
  const { number } = seat;
  const role = roleOfSeat(shift, number)?.number;
  const next = until === undefined || line.waiting === 0 ? undefined : await nextInLine(table, shift.id, role);
  if (until === undefined || line.waiting === 0 || (!next && role !== undefined)) {
    return {
      writes: {
        seat: table.put(SeatItem, { shiftId: shift.id, number, state: 'free' }, seat.was),
        ...(until !== undefined && { line: role === undefined ? vacate(table, shift.id) : vacateRole(table, line) }),
      },
      events: [],
    };
  }
  if (!next) return undefined;
  const offer = offerTo(table, next, number, until, now);
  return {
    writes: {
      seat: table.put(SeatItem, heldSeat(next, number, until), seat.was),
      ...offer.writes,
      line: table.adjust(LineItem, { shiftId: shift.id }, { add: { waiting: -1 } }, { atLeast: { waiting: 1 } }),
    },
    events: offer.events,
  };
}

/** The first in line of those who wait for a role, or of all. */
export async function nextInLine(table: Table, shiftId: string, role?: number): Promise<WaitItem | undefined> {
  if (role === undefined) return (await firstInLine(table, shiftId, 1))[0];
  let cursor: string | undefined;
  do {
    const range = { beginsWith: 'WAIT#' };
    const page = await table.query(WaitItem, `SHIFT#${shiftId}`, { range, limit: waitsPerPage, cursor });
    const next = page.items.find(({ roles }) => roles === undefined || roles.includes(role));
    if (next) return next;
    cursor = page.cursor;
  } while (cursor);
  return undefined;
}

/** The first people in line, at most so many. */
export async function firstInLine(table: Table, shiftId: string, limit: number): Promise<WaitItem[]> {
  const page = await table.query(WaitItem, `SHIFT#${shiftId}`, { range: { beginsWith: 'WAIT#' }, limit });
  return page.items;
}

/** The write that says that seats became free for all; refused when somebody waits. */
export function vacate(table: Table, shiftId: string): Write {
  return table.adjust(LineItem, { shiftId }, { add: { vacated: 1 } }, { is: { waiting: 0 } });
}

/** The same where people wait for roles: refused when somebody joined the line since it was read, who may wait for this one. */
export function vacateRole(table: Table, { shiftId, joined = 0 }: LineItem): Write {
  return table.adjust(LineItem, { shiftId }, { add: { vacated: 1 } }, { is: { joined } });
}

/** A seat held for someone. */
export function heldSeat({ shiftId, volunteerId }: WaitItem, number: number, until: Instant): SeatItem {
  return { shiftId, number, state: 'held', volunteerId, until };
}

/** Takes someone out of the line and offers her a seat; the seat and the line's length are the caller's to write. */
export function offerTo(table: Table, next: WaitItem, seat: number, until: Instant, now: Instant): Passing {
  const { shiftId, volunteerId } = next;
  return {
    writes: {
      [`wait ${volunteerId}`]: table.remove(WaitItem, next, { present: true }),
      [`offer ${volunteerId}`]: moveFrom(table, next, 'waiting', { state: 'offered', seat, offeredUntil: until }),
    },
    events: [seatOffered.make(now, { shiftId, volunteerId, until })],
  };
}
