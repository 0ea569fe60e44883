import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { waitlistErrors } from '@kaifong/shared/scheduling/errors.ts';
import { offerDeclined, signedUp, waitlistJoined, waitlistLeft } from '@kaifong/shared/scheduling/events.ts';
import type { Standing, TakePlace, WaitForPlace } from '@kaifong/shared/scheduling/schema.ts';
import { roleOfSeat } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import { commit } from '../../platform/commit.ts';
import { lookUp } from '../../platform/lookup.ts';
import type { Command } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { LineItem, SeatItem, type ShiftItem, type SignUpItem, WaitItem, waitFor } from '../scheduling.table.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { heldFor } from '../staffing/asking.ts';
import { memberLookup, mustFindVolunteer, mustQualify } from '../staffing/candidates.ts';
import { moveTo } from '../standing.ts';
import { enter, entriesOf, lookupOwn, readOwn } from './agenda.ts';
import { riskConsent } from './risk-consent.ts';
import { rolesWaitedFor, seatsOpenTo } from './seat-choice.ts';
import { passOn } from './vacated-seat.ts';

/** Waiting for a place in a full shift, and answering when one is offered. */
export function waitlistService({ table, people }: SchedulingDeps) {
  const shifts = shiftReader(table);

  /** What she has, and whether she belongs to the team where that matters. */
  async function own(shift: ShiftItem, volunteerId: string) {
    const [has, isMember] = await lookUp([
      lookupOwn(table, volunteerId, shift),
      memberLookup(people, shift, volunteerId),
    ]);
    return { ...has, isMember };
  }

  async function leaveLine(command: Command, shift: ShiftItem, mine: SignUpItem): Promise<Standing | undefined> {
    const { volunteerId } = mine;
    const answer = { shiftId: shift.id, state: 'left' } as const;
    const outcome = await commit(
      command,
      table,
      {
        signUp: moveTo(table, shift, volunteerId, mine, { state: 'left', since: command.now }),
        wait: table.remove(WaitItem, { shiftId: shift.id, volunteerId, since: mine.since }, { present: true }),
        line: table.adjust(LineItem, { shiftId: shift.id }, { add: { waiting: -1 } }, { atLeast: { waiting: 1 } }),
      },
      { answer, events: [waitlistLeft.make(command.now, { shiftId: shift.id, volunteerId })] },
    );
    return outcome.committed ? answer : undefined;
  }

  async function letGo(
    command: Command,
    { shift, line }: Readonly<{ shift: ShiftItem; line: LineItem }>,
    mine: SignUpItem,
  ): Promise<Standing | undefined> {
    const { volunteerId, seat } = mine;
    if (seat === undefined) throw new AppError(waitlistErrors.offerGone);
    const answer = { shiftId: shift.id, state: 'declined' } as const;
    const was = { is: { state: 'held', volunteerId } } as const;
    const passing = await passOn(table, { shift, line }, { number: seat, was }, command.now);
    if (!passing) return undefined;
    const outcome = await commit(
      command,
      table,
      {
        signUp: moveTo(table, shift, volunteerId, mine, { state: 'declined', since: command.now, seat }),
        ...passing.writes,
      },
      { answer, events: [offerDeclined.make(command.now, { shiftId: shift.id, volunteerId }), ...passing.events] },
    );
    return outcome.committed ? answer : undefined;
  }

  return {
    /**
     * Puts the person at the end of the line of a shift that is full.
     *
     * The line is read before the seats: a seat that becomes free for all in between, or later, has moved the line, and then this
     * transaction is refused. So nobody waits while there is a place to take.
     *
     * @throws AppError waitlist.placesFree, waitlist.alreadyWaiting, platform.notFound, and the refusals of `refusalOf`
     */
    join(command: Command, shiftId: string, waiting?: WaitForPlace): Promise<Standing> {
      const { volunteerId } = command.actor;
      const answer = { shiftId, state: 'waiting' } as const;
      return untilSettled(async () => {
        const [volunteer, { shift, line }] = await Promise.all([
          mustFindVolunteer(people, volunteerId),
          shifts.withLine(shiftId),
        ]);
        const [seats, { mine, weeks, isMember }] = await Promise.all([shifts.seats(shiftId), own(shift, volunteerId)]);
        const { role } = waiting ?? {};
        const coming = { role, isMember, isInvited: mine?.isAsked === true };
        await mustQualify(people, volunteer, shift, entriesOf(weeks), command.now, coming);
        if (mine?.state === 'waiting') throw new AppError(waitlistErrors.alreadyWaiting);
        if (mine?.state === 'offered') throw new AppError(waitlistErrors.offerOpen);
        const open = seatsOpenTo(shift, seats, volunteer.skills, role);
        if (open.some(({ state }) => state === 'free')) throw new AppError(waitlistErrors.placesFree);
        const roles = shift.roles && rolesWaitedFor(shift.roles, volunteer.skills, role);
        const longer = { add: { waiting: 1, ...(roles && { joined: 1 }) } };

        const outcome = await commit(
          command,
          table,
          {
            signUp: moveTo(table, shift, volunteerId, mine, { state: 'waiting', since: command.now }),
            wait: table.put(WaitItem, waitFor(shift, volunteerId, command.now, roles), { absent: true }),
            line: table.adjust(LineItem, { shiftId }, longer, { is: { vacated: line.vacated } }),
          },
          { answer, events: [waitlistJoined.make(command.now, { shiftId, volunteerId })] },
        );
        return outcome.committed ? answer : undefined;
      });
    },

    /** Takes the person out of the line, or lets go of what was offered. @throws AppError waitlist.notWaiting, platform.notFound */
    leave(command: Command, shiftId: string): Promise<Standing> {
      return untilSettled(async () => {
        const { shift, line } = await shifts.withLine(shiftId);
        const { mine } = await readOwn(table, command.actor.volunteerId, shift);
        if (mine?.state === 'waiting') return leaveLine(command, shift, mine);
        if (mine?.state === 'offered') return letGo(command, { shift, line }, mine);
        throw new AppError(waitlistErrors.notWaiting);
      });
    },

    /**
     * Takes the place that is held for the person. She must still be free at that time: the same checks as when signing up. When her
     * leader asked her to move, the place that she leaves goes back in the same moment.
     *
     * @throws AppError waitlist.offerGone, shift.riskUnconfirmed, platform.notFound, and the refusals of `refusalOf`
     */
    accept(command: Command, shiftId: string, taking?: TakePlace): Promise<Standing> {
      const { volunteerId } = command.actor;
      const answer = { shiftId, state: 'signedUp' } as const;
      return untilSettled(async () => {
        const [volunteer, shift] = await Promise.all([
          mustFindVolunteer(people, volunteerId),
          shifts.mustFind(shiftId),
        ]);
        const { mine, weeks, isMember } = await own(shift, volunteerId);
        if (mine?.movesFrom !== undefined) {
          const { acceptMove } = await import('../board/accept-move.ts');
          const from = mine.movesFrom;
          const moved = await acceptMove({ table, people }, command, { volunteer, shift, mine, from, taking });
          if (moved !== 'nothingToLeave') return moved;
        }
        const role = mine?.seat === undefined ? undefined : roleOfSeat(shift, mine.seat)?.number;
        const isInvited = mine?.isAsked === true || shift.mode === 'invitation' || shift.mode === 'assigned';
        await mustQualify(people, volunteer, shift, entriesOf(weeks), command.now, { role, isMember, isInvited });
        const number = heldFor(mine, command.now);
        const consent = riskConsent(table, shift, volunteerId, taking, command.now);
        const outcome = await commit(
          command,
          table,
          {
            signUp: moveTo(table, shift, volunteerId, mine, { state: 'signedUp', since: command.now, seat: number }),
            ...enter(table, weeks, shift),
            ...consent,
            seat: table.put(
              SeatItem,
              { shiftId, number, state: 'taken', volunteerId },
              { is: { state: 'held', volunteerId } },
            ),
          },
          { answer, events: [signedUp.make(command.now, { shiftId, volunteerId })] },
        );
        return outcome.committed ? answer : undefined;
      });
    },

    /** Lets go of the place that is held for the person. @throws AppError waitlist.offerGone, platform.notFound */
    decline(command: Command, shiftId: string): Promise<Standing> {
      return untilSettled(async () => {
        const { shift, line } = await shifts.withLine(shiftId);
        const { mine } = await readOwn(table, command.actor.volunteerId, shift);
        if (mine?.state !== 'offered') throw new AppError(waitlistErrors.offerGone);
        return letGo(command, { shift, line }, mine);
      });
    },
  };
}
