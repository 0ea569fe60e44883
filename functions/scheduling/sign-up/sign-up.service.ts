import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { clockOf } from '@kaifong/shared/kernel/time.ts';
import { shiftErrors, waitlistErrors } from '@kaifong/shared/scheduling/errors.ts';
import { cancelledLate, signedUp, signUpCancelled } from '@kaifong/shared/scheduling/events.ts';
import { isLateToCancel } from '@kaifong/shared/scheduling/rules.ts';
import type { Standing, TakePlace } from '@kaifong/shared/scheduling/schema.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import { commit } from '../../platform/commit.ts';
import { lookUp } from '../../platform/lookup.ts';
import type { Command } from '../../platform/request.ts';
import { pause } from '../../platform/retry.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { SeatItem, type ShiftItem } from '../scheduling.table.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { memberLookup, mustBeKnown, mustFindVolunteer, mustQualify } from '../staffing/candidates.ts';
import { moveTo } from '../standing.ts';
import { enter, entriesOf, lookupOwn, readOwn, strike } from './agenda.ts';
import { riskConsent } from './risk-consent.ts';
import { drawNumbers, seatsOpenTo, shuffled } from './seat-choice.ts';
import { passOn } from './vacated-seat.ts';

/** Seats to look at first. */
const seatsPerGlance = 4;

/** Seats to try before looking at the shift again. */
const seatsPerLook = 4;

/** Taking a place in a shift and giving it back. */
export function signUpService({ table, people, hasCome }: SchedulingDeps) {
  const shifts = shiftReader(table);

  /**
   * What a sign-up decides by, with some seats drawn by lot: one small call where the shift is `seen` already, which is all it takes
   * unless a shift is nearly full.
   */
  async function glance(volunteerId: string, shiftId: string, seen: ShiftItem | undefined, taking: TakePlace) {
    const shift = seen ?? (await shifts.mustFind(shiftId));
    const drawn = drawNumbers(shift, seatsPerGlance, taking?.role).map((number) => ({ shiftId, number }));
    const [facts, own, seats, isMember] = await lookUp([
      people.lookupVolunteer(volunteerId),
      lookupOwn(table, volunteerId, shift),
      table.lookupAll(SeatItem, drawn),
      memberLookup(people, shift, volunteerId),
    ]);
    return { facts: mustBeKnown(facts), shift, seats: seats.filter((seat) => seat !== undefined), isMember, ...own };
  }

  /** The same with all seats. */
  async function look(volunteerId: string, shiftId: string) {
    const [facts, { shift, seats }] = await Promise.all([
      mustFindVolunteer(people, volunteerId),
      shifts.withSeats(shiftId),
    ]);
    const [own, isMember] = await lookUp([
      lookupOwn(table, volunteerId, shift),
      memberLookup(people, shift, volunteerId),
    ]);
    return { facts, shift, seats, isMember, ...own };
  }

  return {
    /** The shift, for a route to read together with the session. */
    lookupShift: shifts.lookup,

    /**
     * Signs the person up. One transaction takes a free seat on condition that it is free, makes her sign-up on condition that
     * she has none, and moves the weeks of her agenda on their versions; so there is never one place too many given away, nor
     * one person in two places. A rival for the same seat means another seat, at random, so that a rush spreads out.
     *
     * @param seen the shift, when it was just read
     * @throws AppError shift.full, shift.riskUnconfirmed, platform.notFound, and the refusals of `refusalOf`
     */
    async signUp(command: Command, shiftId: string, taking?: TakePlace, seen?: ShiftItem): Promise<Standing> {
      const { volunteerId } = command.actor;
      const answer = { shiftId, state: 'signedUp' } as const;
      return untilSettled(async (tries) => {
        const isGlance = tries === 0;
        const { facts, shift, seats, isMember, mine, weeks } = await (isGlance
          ? glance(volunteerId, shiftId, seen, taking)
          : look(volunteerId, shiftId));
        const coming = { role: taking?.role, isMember, isInvited: mine?.isAsked === true };
        await mustQualify(people, facts, shift, entriesOf(weeks), command.now, coming);
        if (mine?.state === 'waiting') throw new AppError(waitlistErrors.alreadyWaiting);
        if (mine?.state === 'offered') throw new AppError(waitlistErrors.offerOpen);
        const consent = riskConsent(table, shift, volunteerId, taking, command.now);
        const open = seatsOpenTo(shift, seats, facts.skills, taking?.role);
        const free = shuffled(open.filter(({ state }) => state === 'free'));
        if (free.length === 0 && isGlance && seats.length < shift.places) return undefined;
        if (free.length === 0) throw new AppError(shiftErrors.full);

        for (const [rivals, seat] of free.slice(0, seatsPerLook).entries()) {
          if (rivals > 0) await pause(rivals);
          const taken = { ...seat, state: 'taken', volunteerId } as const;
          const outcome = await commit(
            command,
            table,
            {
              signUp: moveTo(table, shift, volunteerId, mine, {
                state: 'signedUp',
                since: command.now,
                seat: seat.number,
              }),
              ...enter(table, weeks, shift),
              ...consent,
              seat: { ...table.put(SeatItem, taken, { is: { state: 'free' } }), yields: true },
            },
            { answer, events: [signedUp.make(command.now, { shiftId, volunteerId })] },
          );
          if (outcome.committed) return answer;
          // Another seat is worth a try when a rival was quicker at this one; when anything else moved, all is to be looked at anew.
          if ([...outcome.refused].some((name) => name !== 'seat')) break;
        }
        return undefined;
      });
    },

    /**
     * Gives the person's place back, which then passes to the first in line. Whoever does so late says why, and the leader is told.
     *
     * @throws AppError shift.notSignedUp, shift.alreadyStarted, shift.alreadyCame, shift.reasonNeeded, platform.notFound
     */
    async cancel(command: Command, shiftId: string, reason?: string): Promise<Standing> {
      const { volunteerId } = command.actor;
      const { now } = command;
      const answer = { shiftId, state: 'cancelled' } as const;
      return untilSettled(async () => {
        const { shift, line } = await shifts.withLine(shiftId);
        const { mine, weeks } = await readOwn(table, volunteerId, shift);
        if (mine?.state !== 'signedUp' || mine.seat === undefined) throw new AppError(shiftErrors.notSignedUp);
        if (now >= shift.startsAt)
          throw new AppError(shiftErrors.alreadyStarted, { startedAt: clockOf(shift.startsAt) });
        const late = isLateToCancel(shift, now);
        // Nobody checks in earlier than that, so that most cancellations need not ask.
        if (late && (await hasCome(shiftId, volunteerId))) throw new AppError(shiftErrors.alreadyCame);
        if (late && reason === undefined)
          throw new AppError(shiftErrors.reasonNeeded, { hours: schedulingSettings.lateCancellationHours });

        const seat = { number: mine.seat, was: { is: { state: 'taken', volunteerId } } } as const;
        const passing = await passOn(table, { shift, line }, seat, now);
        if (!passing) return undefined;
        const outcome = await commit(
          command,
          table,
          {
            signUp: moveTo(table, shift, volunteerId, mine, {
              state: 'cancelled',
              since: now,
              seat: mine.seat,
              ...(reason !== undefined && { reason }),
            }),
            ...strike(table, weeks, shiftId),
            ...passing.writes,
          },
          {
            answer,
            events: [
              signUpCancelled.make(now, { shiftId, volunteerId }),
              ...(late ? [cancelledLate.make(now, { shiftId, volunteerId })] : []),
              ...passing.events,
            ],
          },
        );
        return outcome.committed ? answer : undefined;
      });
    },
  };
}
