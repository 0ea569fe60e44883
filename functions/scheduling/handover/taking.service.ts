import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { shiftErrors, waitlistErrors } from '@kaifong/shared/scheduling/errors.ts';
import { signedUp, signUpCancelled } from '@kaifong/shared/scheduling/events.ts';
import type { HandoverOutcome } from '@kaifong/shared/scheduling/handover/handover.ts';
import { handoverErrors } from '@kaifong/shared/scheduling/handover/handover-errors.ts';
import { handoverTaken } from '@kaifong/shared/scheduling/handover/handover-events.ts';
import { decideTake } from '@kaifong/shared/scheduling/handover/handover-rules.ts';
import type { TakePlace } from '@kaifong/shared/scheduling/schema.ts';
import { isRisky } from '@kaifong/shared/scheduling/shifts/risk.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import type { Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { LineItem, SeatItem, type ShiftItem, WaitItem } from '../scheduling.table.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { entriesOf, type Own, readOwn } from '../sign-up/agenda.ts';
import { riskConsent } from '../sign-up/risk-consent.ts';
import {
  comingTo,
  mustFindVolunteer,
  mustQualify,
  obstacleFor,
  obstaclesToQualifying,
} from '../staffing/candidates.ts';
import { moveTo } from '../standing.ts';
import { HandoverItem, putHandover } from './handover.table.ts';
import { reweave } from './reweave.ts';

type Party = Own & Readonly<{ volunteerId: string }>;

/** Taking a place that somebody hands over. */
export function takingService({ table, people, hasCome }: SchedulingDeps) {
  const shifts = shiftReader(table);

  async function partyIn(volunteerId: string, shift: ShiftItem): Promise<Party> {
    return { volunteerId, ...(await readOwn(table, volunteerId, shift)) };
  }

  /** One seat passes from hand to hand: it is never free, and never two people's. Whoever waited for a place waits no longer. */
  function passing(shift: ShiftItem, from: Party, to: Party, now: string, handoverId: string): Record<string, Write> {
    const { id: shiftId } = shift;
    const number = from.mine?.seat;
    if (number === undefined) throw new Error(`${from.volunteerId} has no seat in ${shiftId}`);
    const waits = to.mine?.state === 'waiting' ? to.mine : undefined;
    return {
      [`from ${shiftId}`]: moveTo(table, shift, from.volunteerId, from.mine, {
        ...{ state: 'cancelled', since: now, seat: number, handoverId },
      }),
      [`to ${shiftId}`]: moveTo(table, shift, to.volunteerId, to.mine, { state: 'signedUp', since: now, seat: number }),
      [`seat ${shiftId}`]: table.put(
        SeatItem,
        { shiftId, number, state: 'taken', volunteerId: to.volunteerId },
        { is: { state: 'taken', volunteerId: from.volunteerId } },
      ),
      ...(waits && {
        [`wait ${shiftId}`]: table.remove(
          WaitItem,
          { shiftId, volunteerId: to.volunteerId, since: waits.since },
          { present: true },
        ),
        [`line ${shiftId}`]: table.adjust(LineItem, { shiftId }, { add: { waiting: -1 } }, { atLeast: { waiting: 1 } }),
      }),
    };
  }

  /** The shift that goes back to the giver, with both of them in it. @throws AppError handover.noReturn, handover.giverCannot */
  async function lookAtReturn(handover: HandoverItem, takerId: string, now: string) {
    if (!handover.inReturn) return undefined;
    const back = await shifts.mustFind(handover.inReturn.shiftId);
    const [giver, taker, volunteer] = await Promise.all([
      partyIn(handover.giver, back),
      partyIn(takerId, back),
      people.findVolunteer(handover.giver),
    ]);
    if (taker.mine?.state !== 'signedUp' || (await hasCome(back.id, takerId)))
      throw new AppError(handoverErrors.noReturn);
    const coming = await comingTo(people, back, taker.mine.seat, handover.giver);
    const agenda = entriesOf(giver.weeks).filter(({ shiftId }) => shiftId !== handover.shiftId);
    // Whoever takes a risky place confirms its risks, and the giver is not here to do so.
    const cannot =
      !volunteer ||
      isRisky(back) ||
      giver.mine?.state === 'offered' ||
      (await obstacleFor(people, volunteer, back, agenda, now, coming));
    if (cannot) throw new AppError(handoverErrors.giverCannot);
    return { back, giver, taker };
  }

  return {
    /**
     * Gives the person the place, and the giver the one in return. One transaction moves the seats, both people's sign-ups and their
     * weeks on their versions: whoever comes first has it, and until then the giver has. The rules of signing up hold for the taker,
     * and in a swap for both, each without the shift that she gives.
     *
     * @throws AppError platform.notFound; of handover: own, notForYou, giverCame, taken, over, noReturn, giverCannot; waitlist.offerOpen,
     * shift.riskUnconfirmed, and the refusals of `refusalOf`
     */
    take(command: Command, shiftId: string, id: string, taking?: TakePlace): Promise<HandoverOutcome> {
      const { now } = command;
      const takerId = command.actor.volunteerId;
      const answer = { id, shiftId, state: 'taken' } as const;
      return untilSettled(async () => {
        const handover = await table.get(HandoverItem, { shiftId, id });
        if (!handover) throw new AppError(platformErrors.notFound);
        const isOfTeam = handover.to === 'team' && (await people.rosters.teamsOf(takerId)).includes(handover.teamScope);
        mustBeTakeable(decideTake(handover, { id: takerId, isOfTeam }, now));

        const [shift, volunteer] = await Promise.all([shifts.mustFind(shiftId), mustFindVolunteer(people, takerId)]);
        const [giver, taker, swap] = await Promise.all([
          partyIn(handover.giver, shift),
          partyIn(takerId, shift),
          lookAtReturn(handover, takerId, now),
        ]);
        if (giver.mine?.handoverId !== id) throw new AppError(handoverErrors.over);
        if (giver.mine.state !== 'signedUp') throw new AppError(handoverErrors.taken);
        if (await hasCome(shiftId, handover.giver)) throw new AppError(handoverErrors.giverCame);
        if (taker.mine?.state === 'offered') throw new AppError(waitlistErrors.offerOpen);
        const agenda = entriesOf(taker.weeks).filter((entry) => entry.shiftId !== swap?.back.id);
        const coming = await comingTo(people, shift, giver.mine.seat, takerId);
        await mustQualify(people, volunteer, shift, agenda, now, coming);
        const consent = riskConsent(table, shift, takerId, taking, now);

        const giverId = handover.giver;
        const inReturnFor = swap?.back.id;
        const outcome = await commit(
          command,
          table,
          {
            ...passing(shift, giver, taker, now, id),
            ...(swap && passing(swap.back, swap.taker, swap.giver, now, id)),
            ...reweave(table, weeksOf(swap?.giver, giver), { out: shift, into: swap?.back }),
            ...reweave(table, weeksOf(taker, swap?.taker), { out: swap?.back, into: shift }),
            handover: putHandover(table, handover, { state: 'taken', taker: takerId }),
            ...consent,
          },
          {
            answer,
            events: [
              handoverTaken.make(now, {
                ...{ handoverId: id, shiftId, volunteerId: giverId, taker: takerId },
                ...(inReturnFor && { inReturnFor }),
              }),
              signUpCancelled.make(now, { shiftId, volunteerId: giverId, handoverId: id }),
              signedUp.make(now, { shiftId, volunteerId: takerId }),
              ...(inReturnFor
                ? [
                    signUpCancelled.make(now, { shiftId: inReturnFor, volunteerId: takerId, handoverId: id }),
                    signedUp.make(now, { shiftId: inReturnFor, volunteerId: giverId }),
                  ]
                : []),
            ],
          },
        );
        return outcome.committed ? answer : undefined;
      });
    },
  };
}

/** The weeks that both shifts touch. A week that was read with both is the one that was `judged`, so that nothing slips in between. */
function weeksOf(judged: Party | undefined, other: Party | undefined): Own['weeks'] {
  const weeks = [...(other?.weeks ?? []), ...(judged?.weeks ?? [])];
  return [...new Map(weeks.map((week) => [week.week, week])).values()];
}

/** @throws AppError handover.own, handover.notForYou, handover.taken, handover.over */
function mustBeTakeable(decision: ReturnType<typeof decideTake>): void {
  const obstacle = takeObstacle(decision);
  if (obstacle) throw obstacle;
}

/** What a person is told who may not take a handover. */
export function takeObstacle(decision: ReturnType<typeof decideTake>): AppError | undefined {
  switch (decision.kind) {
    case 'allowed':
      return undefined;
    case 'own':
      return new AppError(handoverErrors.own);
    case 'notForYou':
      return new AppError(handoverErrors.notForYou);
    case 'over':
      return new AppError(decision.state === 'taken' ? handoverErrors.taken : handoverErrors.over);
  }
}

/** Why somebody may not take a place, wherever she asks for one that is handed over. */
export const obstaclesToTaking = [
  ...Object.values(handoverErrors).filter(
    ({ code }) =>
      !['handover.noPlace', 'handover.alreadyOpen', 'handover.notTeammate', 'handover.cannotTake'].includes(code),
  ),
  waitlistErrors.offerOpen,
  shiftErrors.riskUnconfirmed,
  ...obstaclesToQualifying,
];
