import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import { placesChanged, placeWithdrawn } from '@kaifong/shared/scheduling/events.ts';
import type { NewPlaces, ShiftWithPlaces } from '@kaifong/shared/scheduling/schema.ts';
import { roleOfSeat, type ShiftRole, seatNumbersOf } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import { offerEndsAt } from '@kaifong/shared/scheduling/sign-up/offers.ts';
import { commit } from '../../platform/commit.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command } from '../../platform/request.ts';
import { transact, type Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { LineItem, SeatItem, ShiftItem } from '../scheduling.table.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { moveTo } from '../standing.ts';
import { readOwn, strike } from './agenda.ts';
import { seatsPerTransaction, seatWrites, unusedNumbers } from './seat-writes.ts';
import { firstInLine, heldSeat, offerTo, vacate, vacateRole } from './vacated-seat.ts';

/** Offers made in one transaction, each of which takes three items and an event. */
const offersPerTransaction = 20;

/** People in line who are looked at for new seats. */
const waitsPerRaise = 100;

/** Items that one person takes who leaves: the seat, the sign-up, two weeks, the event. */
const writesPerLeaving = 5;

/** The shift and its seats: those of one role, in a shift with roles, and the `others`. */
type Look = Readonly<{
  shift: ShiftItem;
  seats: readonly SeatItem[];
  role: ShiftRole | undefined;
  others: readonly SeatItem[];
}>;

/** One transaction's worth of a change: how many seats there are after it, how many of them free. */
type Step = Readonly<{ places: number; freePlaces: number; writes: Record<string, Write>; events: DomainEvent[] }>;

/** Changing how many places a shift has. */
export function placesService({ table }: SchedulingDeps) {
  const shifts = shiftReader(table);

  /** More seats: those in line are asked first, and seats are free for all once nobody waits. */
  async function raise({ shift, seats, role }: Look, places: number, now: Instant): Promise<Step | undefined> {
    const line = await table.get(LineItem, { shiftId: shift.id });
    const until = offerEndsAt(shift, now);
    if (!line || !until) return undefined;
    const used = new Set(seats.map(({ number }) => number));
    const numbers = unusedNumbers(used, places - seats.length, role && seatNumbersOf({ ...role, most: 1 })[0]);
    const freePlaces = freeAmong(seats).length;
    const waiting = line.waiting === 0 ? [] : await firstInLine(table, shift.id, waitsPerRaise);
    const waitsForRole = waiting.filter(({ roles }) => !role || roles === undefined || roles.includes(role.number));
    if (line.waiting === 0 || (role && waitsForRole.length === 0)) {
      const added = numbers.slice(0, seatsPerTransaction);
      return {
        places: seats.length + added.length,
        freePlaces: freePlaces + added.length,
        writes: {
          ...seatWrites(table, shift.id, added),
          line: role ? vacateRole(table, line) : vacate(table, shift.id),
        },
        events: [],
      };
    }
    const next = waitsForRole.slice(0, Math.min(numbers.length, offersPerTransaction));
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

  /**
   * Fewer seats: those of the people who are to leave, then free ones, the highest first. Whoever leaves is told why.
   *
   * @throws AppError shift.placesTaken, shift.tooManyLeave
   */
  async function lower(
    { shift, seats }: Look,
    { places, leaving = [], reason }: NewPlaces,
    now: Instant,
  ): Promise<Step> {
    const free = freeAmong(seats);
    const excess = seats.length - places;
    const going = seats.filter(
      ({ state, volunteerId }) => state === 'taken' && volunteerId !== undefined && leaving.includes(volunteerId),
    );
    if (going.length > excess) throw new AppError(shiftErrors.tooManyLeave, { count: excess });
    if (free.length + going.length < excess || (going.length > 0 && reason === undefined))
      throw new AppError(shiftErrors.placesTaken, { taken: seats.length - free.length });

    const leavings = await Promise.all(
      going.map(({ number, volunteerId = '' }) => leave(shift, number, volunteerId, reason ?? '', now)),
    );
    const room = seatsPerTransaction - going.length * writesPerLeaving;
    const dropped = free.slice(free.length - Math.min(excess - going.length, room));
    return {
      places: seats.length - going.length - dropped.length,
      freePlaces: free.length - dropped.length,
      writes: Object.assign(
        Object.fromEntries(
          dropped.map((seat) => [`seat ${seat.number}`, table.remove(SeatItem, seat, { is: { state: 'free' } })]),
        ),
        ...leavings,
      ),
      events: going.map(({ volunteerId = '' }) => placeWithdrawn.make(now, { shiftId: shift.id, volunteerId })),
    };
  }

  /** The writes by which somebody leaves together with the seat. */
  async function leave(shift: ShiftItem, number: number, volunteerId: string, reason: string, now: Instant) {
    const { mine, weeks } = await readOwn(table, volunteerId, shift);
    const struck = Object.entries(strike(table, weeks, shift.id));
    const hers = { is: { state: 'taken', volunteerId } } as const;
    return {
      [`seat ${number}`]: table.remove(SeatItem, { shiftId: shift.id, number }, hers),
      [`leaving ${volunteerId}`]: moveTo(table, shift, volunteerId, mine, { state: 'cancelled', since: now, reason }),
      ...Object.fromEntries(struck.map(([name, write]) => [`${name} of ${volunteerId}`, write])),
    };
  }

  /** The seats whose number changes, those of one role or all. @throws AppError platform.notFound, shift.placesByRole, shift.roleUnknown */
  async function lookAt(shiftId: string, number: number | undefined): Promise<Look> {
    const { shift, seats: all } = await shifts.withSeats(shiftId);
    const role = roleAsked(shift, number);
    const seats = role ? all.filter((seat) => roleOfSeat(shift, seat.number) === role) : all;
    return { shift, role, seats, others: all.filter((seat) => !seats.includes(seat)) };
  }

  function writesOf({ shift, role, others }: Look, step: Step) {
    const moved = withPlaces(shift, role, others.length, step.places);
    return {
      moved,
      writes: { ...step.writes, shift: table.put(ShiftItem, moved, { is: { version: shift.version } }) },
    };
  }

  /** The step after which there are as many places as were asked for. */
  async function takeLast(command: Command, look: Look, step: Step): Promise<ShiftWithPlaces | undefined> {
    const { moved, writes } = writesOf(look, step);
    const answer = { ...moved, freePlaces: step.freePlaces + freeAmong(look.others).length };
    const changed = placesChanged.make(command.now, { shiftId: moved.id, places: moved.places });
    const outcome = await commit(command, table, writes, { answer, events: [changed, ...step.events] });
    return outcome.committed ? answer : undefined;
  }

  async function takeOne(look: Look, step: Step): Promise<boolean> {
    const events = step.events.map((event) => [event.id, table.put(EventItem, event, { absent: true })]);
    const outcome = await transact(table.client, { ...writesOf(look, step).writes, ...Object.fromEntries(events) });
    return outcome.committed;
  }

  return {
    /**
     * Sets how many places a shift has, or one role of it. New places go to those in line first; taken ones go only with those whom the
     * leader names, who are told why. A change
     * too large for one transaction goes step by step, each of which leaves the shift sound, and the receipt is written with
     * the last.
     *
     * @throws AppError shift.placesTaken, shift.tooManyLeave, shift.placesMoved when somebody else changed them, shift.placesByRole,
     * shift.roleUnknown, shift.placesFixed once sign-up has ended, platform.notFound
     */
    setPlaces(command: Command, shiftId: string, asked: NewPlaces): Promise<ShiftWithPlaces> {
      const { now, actor } = command;
      let isFirst = true;
      return untilSettled(async () => {
        for (;;) {
          const look = await lookAt(shiftId, asked.role);
          const { shift, seats } = look;
          actor.mustReach('shift.manage', { scope: shift.teamScope });
          const mayChange = shift.state === 'draft' || shift.state === 'open';
          if (!mayChange || !offerEndsAt(shift, now)) throw new AppError(shiftErrors.placesFixed);
          // The steps of a large change are ours, and not somebody else's.
          if (isFirst && asked.seen !== undefined && asked.seen !== seats.length)
            throw new AppError(shiftErrors.placesMoved, { seen: asked.seen, now: seats.length });
          const step =
            seats.length < asked.places ? await raise(look, asked.places, now) : await lower(look, asked, now);
          if (!step) return undefined;
          if (step.places === asked.places) return takeLast(command, look, step);
          if (!(await takeOne(look, step))) return undefined;
          isFirst = false;
        }
      });
    },
  };
}

function freeAmong(seats: readonly SeatItem[]): SeatItem[] {
  return seats.filter(({ state }) => state === 'free');
}

/** The role whose places change. @throws AppError shift.placesByRole when it is not said, shift.roleUnknown */
function roleAsked({ roles }: ShiftItem, number: number | undefined): ShiftRole | undefined {
  if (roles === undefined && number === undefined) return undefined;
  if (roles && number === undefined) throw new AppError(shiftErrors.placesByRole);
  const role = roles?.find((each) => each.number === number);
  if (!role) throw new AppError(shiftErrors.roleUnknown);
  return role;
}

/** The shift after a change: of a role, in which the fewest are never more than the places, or of all. `others` are in other roles. */
function withPlaces(shift: ShiftItem, role: ShiftRole | undefined, others: number, places: number): ShiftItem {
  const moved = { ...shift, places: others + places, version: shift.version + 1 };
  if (!role || !shift.roles) return moved;
  const changed = { ...role, most: places, fewest: Math.min(role.fewest, places) };
  return { ...moved, roles: shift.roles.map((each) => (each === role ? changed : each)) };
}
