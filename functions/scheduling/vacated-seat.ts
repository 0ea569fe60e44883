import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { seatOffered } from '@kaifong/shared/scheduling/events.ts';
import { offerEndsAt } from '@kaifong/shared/scheduling/offers.ts';
import type { Condition } from '../platform/condition.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { LineItem, SeatItem, type ShiftItem, WaitItem } from './scheduling.table.ts';
import { moveFrom } from './standing.ts';

/** What must be written, and told, for a seat to pass on. */
export type Passing = Readonly<{ writes: Record<string, Write>; events: DomainEvent[] }>;

/**
 * A seat that became vacant is held for the first in line; only when nobody waits, or sign-up has ended, is it free for all.
 * `seat` is the condition under which the seat is still the one that became vacant. `undefined`: the line moved while we looked.
 */
export async function passOn(
  table: Table,
  { shift, line }: Readonly<{ shift: ShiftItem; line: LineItem }>,
  seat: Readonly<{ number: number; was: Condition<typeof SeatItem> }>,
  now: Instant,
): Promise<Passing | undefined> {
  const until = offerEndsAt(shift, now);
  const { number } = seat;
  if (until === undefined || line.waiting === 0) {
    return {
      writes: {
        seat: table.put(SeatItem, { shiftId: shift.id, number, state: 'free' }, seat.was),
        ...(until !== undefined && { line: vacate(table, shift.id) }),
      },
      events: [],
    };
  }
  const [next] = await firstInLine(table, shift.id, 1);
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

/** The first people in line, at most so many. */
export async function firstInLine(table: Table, shiftId: string, limit: number): Promise<WaitItem[]> {
  const page = await table.query(WaitItem, `SHIFT#${shiftId}`, { range: { beginsWith: 'WAIT#' }, limit });
  return page.items;
}

/** The write that says that seats became free for all; refused when somebody waits. */
export function vacate(table: Table, shiftId: string): Write {
  return table.adjust(LineItem, { shiftId }, { add: { vacated: 1 } }, { is: { waiting: 0 } });
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
