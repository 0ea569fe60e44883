import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Text } from '@kaifong/shared/kernel/language.ts';
import { clockOf } from '@kaifong/shared/kernel/time.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import { shiftCalledOff, signUpCalledOff } from '@kaifong/shared/scheduling/events.ts';
import type { CallOff, ShiftWithPlaces } from '@kaifong/shared/scheduling/schema.ts';
import { commit } from '../../platform/commit.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command } from '../../platform/request.ts';
import { transact, type Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { LineItem, SeatItem, ShiftItem, WaitItem } from '../scheduling.table.ts';
import { readOwn, strike } from '../sign-up/agenda.ts';
import { chunksOf } from '../sign-up/seat-writes.ts';
import { firstInLine, vacate } from '../sign-up/vacated-seat.ts';
import { moveTo } from '../standing.ts';
import { calledOff } from './called-off.ts';
import { shiftReader } from './shift-reader.ts';

/** People in line who are let go between two looks. */
const waitsPerLook = 50;

/** Calling a shift off, and letting go of everybody who had to do with it. */
export function callOffService({ table, identity, now }: Pick<SchedulingDeps, 'table' | 'identity' | 'now'>) {
  const shifts = shiftReader(table);

  /**
   * Ends what a volunteer has of the shift, and tells her. `held` gives up the seat or the wait on condition that it is still hers.
   * Refused, when she moved meanwhile; the next look finds her where she is by then.
   */
  async function letGo(shift: ShiftItem, volunteerId: string, held: Record<string, Write>): Promise<void> {
    const { mine, weeks } = await readOwn(table, volunteerId, shift);
    const at = now();
    const event = signUpCalledOff.make(at, { shiftId: shift.id, volunteerId });
    await transact(table.client, {
      signUp: moveTo(table, shift, volunteerId, mine, { state: 'calledOff', since: at }),
      ...(mine?.state === 'signedUp' && strike(table, weeks, shift.id)),
      ...held,
      event: table.put(EventItem, event, { absent: true }),
    });
  }

  async function emptySeats(shift: ShiftItem): Promise<void> {
    const seats = await shifts.seats(shift.id);
    const free = seats.filter(({ state }) => state === 'free').map(({ number }) => number);
    for (const numbers of chunksOf(free)) {
      const removals = numbers.map((number) => [
        `seat ${number}`,
        table.remove(SeatItem, { shiftId: shift.id, number }, { is: { state: 'free' } }),
      ]);
      await transact(table.client, Object.fromEntries(removals));
    }
    for (const { number, state, volunteerId } of seats) {
      if (volunteerId === undefined) continue;
      const hers = { is: { state, volunteerId } } as const;
      await letGo(shift, volunteerId, { seat: table.remove(SeatItem, { shiftId: shift.id, number }, hers) });
    }
  }

  async function emptyLine(shift: ShiftItem): Promise<void> {
    for (const wait of await firstInLine(table, shift.id, waitsPerLook)) {
      const shorter = { add: { waiting: -1 } } as const;
      await letGo(shift, wait.volunteerId, {
        wait: table.remove(WaitItem, wait, { present: true }),
        line: table.adjust(LineItem, { shiftId: shift.id }, shorter, { atLeast: { waiting: 1 } }),
      });
    }
  }

  /** Whether nobody is left. The line moves, so that who looked at it before the shift was called off cannot join it any more. */
  async function isEmpty(shift: ShiftItem): Promise<boolean> {
    if ((await shifts.seats(shift.id)).length > 0) return false;
    const { committed } = await transact(table.client, { line: vacate(table, shift.id) });
    return committed;
  }

  return {
    /**
     * Calls a shift off; with `words` where the reason is ours, in every language. From then on nobody signs up; those who had a place, an offer or a wait are let go by `emptyOut`.
     *
     * @throws AppError shift.alreadyCalledOff, shift.tooLateToCallOff once it has begun, platform.notFound
     */
    callOff(
      command: Command,
      shiftId: string,
      { reason, words }: CallOff & { words?: Text },
    ): Promise<ShiftWithPlaces> {
      const { now: at, actor } = command;
      return untilSettled(async () => {
        const shift = await shifts.mustFind(shiftId);
        actor.mustReach('shift.manage', { scope: shift.teamScope });
        if (shift.state === 'cancelled') throw new AppError(shiftErrors.alreadyCalledOff);
        if (at >= shift.startsAt)
          throw new AppError(shiftErrors.tooLateToCallOff, { startedAt: clockOf(shift.startsAt) });

        const cancelled = calledOff(shift, { reason, at, ...(words && { words }) });
        const answer = { ...cancelled, freePlaces: 0 };
        const writes = {
          shift: table.put(ShiftItem, cancelled, { is: { version: shift.version } }),
          ...(await identity.audit.withReason(command, 'shift.callOff', `${shiftId} ${shift.teamScope}`, reason)),
        };
        const events = [shiftCalledOff.make(at, { shiftId })];
        const outcome = await commit(command, table, writes, { answer, events });
        return outcome.committed ? answer : undefined;
      });
    },

    /**
     * Takes all seats and the line out of a shift that is called off. A sign-up that was under way finds its seat gone. A second
     * call finds nobody left.
     */
    async emptyOut(shiftId: string): Promise<void> {
      const shift = await shifts.mustFind(shiftId);
      if (shift.state !== 'cancelled') return;
      await untilSettled(async () => {
        await emptySeats(shift);
        await emptyLine(shift);
        return (await isEmpty(shift)) || undefined;
      });
    },
  };
}
