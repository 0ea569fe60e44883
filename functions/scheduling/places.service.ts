import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import { placesChanged } from '@kaifong/shared/scheduling/events.ts';
import { offerEndsAt } from '@kaifong/shared/scheduling/offers.ts';
import type { ShiftWithPlaces } from '@kaifong/shared/scheduling/schema.ts';
import { commit } from '../platform/commit.ts';
import { EventItem } from '../platform/outbox.ts';
import type { Command } from '../platform/request.ts';
import { transact, type Write } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import type { SchedulingDeps } from './deps.ts';
import { LineItem, SeatItem, ShiftItem } from './scheduling.table.ts';
import { seatsPerTransaction, seatWrites, unusedNumbers } from './seat-writes.ts';
import { shiftReader } from './shift-reader.ts';
import { firstInLine, heldSeat, offerTo, vacate } from './vacated-seat.ts';

/** Offers made in one transaction, each of which takes three items and an event. */
const offersPerTransaction = 20;

type Look = Readonly<{ shift: ShiftItem; seats: readonly SeatItem[] }>;

/** One transaction's worth of a change: how many seats there are after it, how many of them free. */
type Step = Readonly<{ places: number; freePlaces: number; writes: Record<string, Write>; events: DomainEvent[] }>;

/** Changing how many places a shift has. */
export function placesService({ table }: SchedulingDeps) {
  const shifts = shiftReader(table);

  /** More seats: those in line are asked first, and seats are free for all once nobody waits. */
  async function raise({ shift, seats }: Look, places: number, now: Instant): Promise<Step | undefined> {
    const line = await table.get(LineItem, { shiftId: shift.id });
    const until = offerEndsAt(shift, now);
    if (!line || !until) return undefined;
    const numbers = unusedNumbers(new Set(seats.map(({ number }) => number)), places - seats.length);
    const freePlaces = freeAmong(seats).length;
    if (line.waiting === 0) {
      const added = numbers.slice(0, seatsPerTransaction);
      return {
        places: seats.length + added.length,
        freePlaces: freePlaces + added.length,
        writes: { ...seatWrites(table, shift.id, added), line: vacate(table, shift.id) },
        events: [],
      };
    }
    const next = await firstInLine(table, shift.id, Math.min(numbers.length, offersPerTransaction));
    if (next.length === 0) return undefined;
    const offers = next.map((waiting, index) => {
      const number = numbers[index] ?? 0;
      const { writes, events } = offerTo(table, waiting, number, until, now);
      const seat = table.put(SeatItem, heldSeat(waiting, number, until), { absent: true });
      return { writes: { ...writes, [`seat ${number}`]: seat }, events };
    });
    const change = { add: { waiting: -next.length } };
    return {
      places: seats.length + next.length,
      freePlaces,
      writes: {
        ...Object.assign({}, ...offers.map(({ writes }) => writes)),
        line: table.adjust(LineItem, { shiftId: shift.id }, change, { atLeast: { waiting: next.length } }),
      },
      events: offers.flatMap(({ events }) => events),
    };
  }

  /** Fewer seats: free ones only, the highest first. @throws AppError shift.placesTaken */
  function lower({ seats }: Look, places: number): Step {
    const free = freeAmong(seats);
    const excess = seats.length - places;
    if (free.length < excess) throw new AppError(shiftErrors.placesTaken, { taken: seats.length - free.length });
    const dropped = free.slice(free.length - Math.min(excess, seatsPerTransaction));
    return {
      places: seats.length - dropped.length,
      freePlaces: free.length - dropped.length,
      writes: Object.fromEntries(
        dropped.map((seat) => [`seat ${seat.number}`, table.remove(SeatItem, seat, { is: { state: 'free' } })]),
      ),
      events: [],
    };
  }

  return {
    /**
     * Sets how many places a shift has. New places go to those in line first; taken and held ones are never taken away. A change
     * too large for one transaction goes step by step, each of which leaves the shift sound, and the receipt is written with
     * the last.
     *
     * @throws AppError shift.placesTaken, shift.placesFixed once sign-up has ended, platform.notFound
     */
    setPlaces(command: Command, shiftId: string, places: number): Promise<ShiftWithPlaces> {
      const { now, actor } = command;
      return untilSettled(async () => {
        for (;;) {
          const look = await shifts.withSeats(shiftId);
          const { shift, seats } = look;
          actor.mustReach('shift.manage', { scope: shift.teamScope });
          if (shift.roles) throw new AppError(shiftErrors.placesByRole);
          const mayChange = shift.state === 'draft' || shift.state === 'open';
          if (!mayChange || !offerEndsAt(shift, now)) throw new AppError(shiftErrors.placesFixed);

          const step = seats.length < places ? await raise(look, places, now) : lower(look, places);
          if (!step) return undefined;
          const moved = { ...shift, places: step.places, version: shift.version + 1 };
          const writes = { ...step.writes, shift: table.put(ShiftItem, moved, { is: { version: shift.version } }) };
          if (step.places === places) {
            const answer = { ...moved, freePlaces: step.freePlaces };
            const events = [placesChanged.make(now, { shiftId, places }), ...step.events];
            const outcome = await commit(command, table, writes, { answer, events });
            return outcome.committed ? answer : undefined;
          }
          const events = step.events.map((event) => [event.id, table.put(EventItem, event, { absent: true })]);
          const outcome = await transact(table.client, { ...writes, ...Object.fromEntries(events) });
          if (!outcome.committed) return undefined;
        }
      });
    },
  };
}

function freeAmong(seats: readonly SeatItem[]): SeatItem[] {
  return seats.filter(({ state }) => state === 'free');
}
