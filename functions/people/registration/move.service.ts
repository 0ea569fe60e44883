import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import type { Move } from '@kaifong/shared/people/registration/moves.ts';
import type { OwnMove, Suspension, VolunteerMove } from '@kaifong/shared/people/schema.ts';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { MoveItem, Volunteer } from '../people.table.ts';
import type { rightsService } from '../rights/rights.service.ts';
import { placeOf } from '../sealed-places.ts';
import { prepareMove } from './move.ts';

/** Moves registrations from state to state, by the table in `shared/people/registration/moves.ts`. */
export function moveService(
  deps: PeopleDeps,
  { mustBeAbleToApply }: Pick<ReturnType<typeof rightsService>, 'mustBeAbleToApply'>,
) {
  const { table, sealer } = deps;

  async function mustFind(volunteerId: string): Promise<Volunteer> {
    const volunteer = await table.get(Volunteer, { id: volunteerId });
    if (!volunteer) throw new AppError(platformErrors.notFound);
    return volunteer;
  }

  /** Looks, asks whether it may be, and moves; again when the registration was moved in between. */
  function carryOut(
    command: Command,
    volunteerId: string,
    { move, reason }: Readonly<{ move: Move; reason?: string | undefined }>,
    mayBe: (volunteer: Volunteer) => void | Promise<void>,
  ): Promise<Pick<Volunteer, 'id' | 'state'>> {
    return untilSettled(async () => {
      const volunteer = await mustFind(volunteerId);
      await mayBe(volunteer);
      const { moved, writes, events } = await prepareMove(deps, command, volunteer, { move, reason });
      const answer = { id: moved.id, state: moved.state };
      const outcome = await commit(command, table, writes, { answer, events });
      return outcome.committed ? answer : undefined;
    });
  }

  async function inWords({ volunteerId, version, reasonSealed, ...move }: MoveItem): Promise<VolunteerMove> {
    if (!reasonSealed) return move;
    return { ...move, reason: await sealer.open(reasonSealed, placeOf(volunteerId).moveReason(version)) };
  }

  async function historyOf(volunteerId: string, { limit, cursor }: PageQuery): Promise<Page<VolunteerMove>> {
    const range = { beginsWith: 'MOVE#' };
    const page = await table.query(MoveItem, `VOLUNTEER#${volunteerId}`, { range, limit, cursor, newestFirst: true });
    return { ...page, items: await Promise.all(page.items.map(inWords)) };
  }

  return {
    carryOut,

    /** What happened to a registration, newest first, for whoever may know already. */
    historyOf,

    /**
     * Suspends a volunteer or lifts a suspension, for a reason that she reads.
     *
     * @throws AppError platform.notFound, platform.notAllowed, people.ownState, people.cannotMove
     */
    suspend(command: Command, volunteerId: string, suspension: Suspension) {
      return carryOut(command, volunteerId, suspension, ({ id, community }) => {
        command.actor.mustReach('volunteer.suspend', { scope: community });
        if (command.actor.isVolunteer(id)) throw new AppError(peopleErrors.ownState);
      });
    },

    /**
     * Pauses, resumes, withdraws or applies again, for the person who asks.
     *
     * @throws AppError people.cannotMove, rights.documentGone, rights.consentNeeded
     */
    moveOwn(command: Command, { move }: OwnMove) {
      return carryOut(command, command.actor.volunteerId, { move }, async (volunteer) => {
        if (move === 'applyAgain') await mustBeAbleToApply(volunteer);
      });
    },

    /** What happened to a registration, newest first. */
    async history({ actor }: Request, volunteerId: string, page: PageQuery): Promise<Page<VolunteerMove>> {
      const { community } = await mustFind(volunteerId);
      actor.mustReach('volunteer.find', { scope: community });
      return historyOf(volunteerId, page);
    },

    /** The reason that was given for where a registration stands, if there was one. */
    async lastReason(volunteerId: string): Promise<string | undefined> {
      const { items } = await historyOf(volunteerId, { limit: 1 });
      return items[0]?.reason;
    },
  };
}
