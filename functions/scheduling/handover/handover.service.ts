import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import type { HandoverOnBehalf, HandoverOutcome, NewHandover } from '@kaifong/shared/scheduling/handover/handover.ts';
import { handoverErrors } from '@kaifong/shared/scheduling/handover/handover-errors.ts';
import {
  handoverDeclined,
  handoverOpened,
  handoverWithdrawn,
} from '@kaifong/shared/scheduling/handover/handover-events.ts';
import { handoverClosesAt } from '@kaifong/shared/scheduling/handover/handover-rules.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { entriesOf, readOwn } from '../sign-up/agenda.ts';
import { mustFindVolunteer, obstacleFor } from '../staffing/candidates.ts';
import { moveTo } from '../standing.ts';
import { HandoverItem, inBrief, putHandover } from './handover.table.ts';

/** Looking for somebody to take a place, and taking that back. Whoever has the place keeps it until somebody takes it. */
export function handoverService({ table, people, hasCome }: SchedulingDeps) {
  const shifts = shiftReader(table);

  /** The handover. @throws AppError platform.notFound */
  async function mustFind(shiftId: string, id: string): Promise<HandoverItem> {
    const handover = await table.get(HandoverItem, { shiftId, id });
    if (!handover) throw new AppError(platformErrors.notFound);
    return handover;
  }

  /** Whoever is asked by name must be of the team, as must the giver, and be able to take the place as things stand. */
  async function mustBeAskable(command: Command, giver: string, input: NewHandover & { to: 'person' }) {
    const { volunteerId: asked, shiftId, inReturnFor } = input;
    const shift = await shifts.mustFind(shiftId);
    const [volunteer, teams, hers] = await Promise.all([
      people.findVolunteer(asked),
      Promise.all([giver, asked].map((each) => people.rosters.teamsOf(each))),
      readOwn(table, asked, shift),
    ]);
    const areTeammates = asked !== giver && teams.every((each) => each.includes(shift.teamScope));
    if (!volunteer || !areTeammates) throw new AppError(handoverErrors.notTeammate);
    const agenda = entriesOf(hers.weeks).filter((entry) => entry.shiftId !== inReturnFor);
    if (await obstacleFor(people, volunteer, shift, agenda, command.now)) throw new AppError(handoverErrors.cannotTake);
  }

  /** What the giver would take over. @throws AppError handover.noReturn, and the refusals of `refusalOf` for the giver */
  async function mustBeReturnable(command: Command, giver: string, input: NewHandover & { to: 'person' }) {
    const { volunteerId: asked, shiftId, inReturnFor = '' } = input;
    if (inReturnFor === shiftId) throw new AppError(handoverErrors.noReturn);
    const back = await shifts.mustFind(inReturnFor);
    const [theirs, own, volunteer] = await Promise.all([
      readOwn(table, asked, back),
      readOwn(table, giver, back),
      mustFindVolunteer(people, giver),
    ]);
    if (theirs.mine?.state !== 'signedUp') throw new AppError(handoverErrors.noReturn);
    const agenda = entriesOf(own.weeks).filter((entry) => entry.shiftId !== shiftId);
    const obstacle = await obstacleFor(people, volunteer, back, agenda, command.now);
    if (obstacle) throw obstacle;
    return back;
  }

  /** The giver's place, the shift that she gives and the one that she wants in return. @throws AppError of `open` */
  async function mustBeOpenable(command: Command, giver: string, input: NewHandover, byLeader: boolean) {
    const shift = await shifts.mustFind(input.shiftId);
    if (byLeader) command.actor.mustReach('shift.manage', { scope: shift.teamScope });
    const { mine } = await readOwn(table, giver, shift);
    if (mine?.state !== 'signedUp') throw new AppError(handoverErrors.noPlace);
    if (mine.handoverId !== undefined) throw new AppError(handoverErrors.alreadyOpen);
    if (shift.state !== 'open') throw new AppError(shiftErrors.notOpen);
    if (await hasCome(shift.id, giver))
      throw new AppError(byLeader ? handoverErrors.giverCame : handoverErrors.alreadyCame);
    if (input.to !== 'person') return { shift, mine, back: undefined };
    await mustBeAskable(command, giver, input);
    const back = input.inReturnFor === undefined ? undefined : await mustBeReturnable(command, giver, input);
    return { shift, mine, back };
  }

  async function open(
    command: Command,
    giver: string,
    input: NewHandover,
    { byLeader }: Readonly<{ byLeader: boolean }>,
  ): Promise<HandoverOutcome> {
    const { now } = command;
    const { shiftId, to, words } = input;
    return untilSettled(async () => {
      const { shift, mine, back } = await mustBeOpenable(command, giver, input, byLeader);
      const closesAt = handoverClosesAt(...[shift, back].filter((each) => each !== undefined));
      if (now >= closesAt) throw new AppError(handoverErrors.over);

      const id = newId('handover', Date.parse(now));
      const asked = input.to === 'person' ? input.volunteerId : undefined;
      const handover: HandoverItem = {
        ...inBrief(shift),
        ...{ id, teamScope: shift.teamScope, state: 'open', to, giver, byLeader },
        ...(asked && { asked }),
        ...(back && { inReturn: inBrief(back) }),
        ...(words && { words }),
        ...{ createdAt: now, closesAt, version: 1 },
      };
      const answer = { id, shiftId, state: 'open' } as const;
      const opened = handoverOpened.make(now, {
        ...{ handoverId: id, shiftId, volunteerId: giver, to, byLeader },
        ...(asked && { asked }),
        ...(back && { inReturnFor: back.id }),
      });
      const outcome = await commit(
        command,
        table,
        {
          signUp: moveTo(table, shift, giver, mine, {
            ...{ state: 'signedUp', since: mine.since, handoverId: id },
            ...(mine.seat !== undefined && { seat: mine.seat }),
          }),
          handover: table.put(HandoverItem, handover, { absent: true }),
        },
        { answer, events: [opened] },
      );
      return outcome.committed ? answer : undefined;
    });
  }

  /** Ends a handover that is open, and leaves the place with the giver. */
  function end(command: Command, shiftId: string, id: string, as: 'declined' | 'withdrawn'): Promise<HandoverOutcome> {
    const { now, actor } = command;
    return untilSettled(async () => {
      const [handover, shift] = await Promise.all([mustFind(shiftId, id), shifts.mustFind(shiftId)]);
      const { giver, asked } = handover;
      if (as === 'declined' && !actor.isVolunteer(asked ?? '')) throw new AppError(handoverErrors.notForYou);
      if (as === 'withdrawn' && !actor.isVolunteer(giver)) actor.mustReach('shift.manage', { scope: shift.teamScope });
      if (handover.state !== 'open')
        throw new AppError(handover.state === 'taken' ? handoverErrors.taken : handoverErrors.over);

      const { mine } = await readOwn(table, giver, shift);
      const isLive = mine?.state === 'signedUp' && mine.handoverId === id;
      const answer = { id, shiftId, state: as };
      const about = { handoverId: id, shiftId, volunteerId: giver, ...(asked && { asked }) };
      const event = as === 'declined' ? handoverDeclined : handoverWithdrawn;
      const outcome = await commit(
        command,
        table,
        {
          signUp: isLive
            ? moveTo(table, shift, giver, mine, {
                ...{ state: 'signedUp', since: mine.since },
                ...(mine.seat !== undefined && { seat: mine.seat }),
              })
            : undefined,
          handover: putHandover(table, handover, { state: as }),
        },
        { answer, events: [event.make(now, about)] },
      );
      return outcome.committed ? answer : undefined;
    });
  }

  return {
    /**
     * Looks for somebody to take the person's place, who keeps it until then.
     *
     * @throws AppError platform.notFound, shift.notOpen; of handover: noPlace, alreadyCame, alreadyOpen, notTeammate, cannotTake, noReturn, over; for a
     * swap the refusals of `refusalOf` that keep the giver herself from the other shift
     */
    open: (command: Command, input: NewHandover) =>
      open(command, command.actor.volunteerId, input, { byLeader: false }),

    /** A leader does so for somebody who has a place. Nobody is assigned: those who are asked accept, or not. */
    openFor: (command: Command, { volunteerId, ...input }: HandoverOnBehalf) =>
      open(command, volunteerId, input, { byLeader: true }),

    /** The giver, or whoever manages the shift, looks for nobody any more. @throws AppError handover.taken, handover.over */
    withdraw: (command: Command, shiftId: string, id: string) => end(command, shiftId, id, 'withdrawn'),

    /** The one who was asked by name says no. @throws AppError handover.notForYou, handover.taken, handover.over */
    decline: (command: Command, shiftId: string, id: string) => end(command, shiftId, id, 'declined'),
  };
}
