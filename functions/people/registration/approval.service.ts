import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import { mayMove } from '@kaifong/shared/people/registration/moves.ts';
import type { ApprovalResults, Approvals, Decision } from '@kaifong/shared/people/schema.ts';
import type { VolunteerState } from '@kaifong/shared/people/volunteer-state.ts';
import { commit } from '../../platform/commit.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import type { moveService } from './move.service.ts';
import { moverOf, prepareMove } from './move.ts';

/** Applications that are approved at the same moment. */
const atOnce = 8;

/** Decides on applications. */
export function approvalService(deps: PeopleDeps, { carryOut }: Pick<ReturnType<typeof moveService>, 'carryOut'>) {
  const { table } = deps;

  /**
   * Approves one of many in a transaction of its own. One that this very command approved before, and then broke off, is
   * approved.
   */
  async function approve(command: Command, place: string, volunteer: Volunteer | undefined): Promise<void> {
    if (!volunteer || !isWithin(volunteer.community, place)) throw new AppError(platformErrors.notFound);
    if (command.actor.isVolunteer(volunteer.id)) throw new AppError(peopleErrors.ownApplication);
    if (isDoneBy(command, volunteer)) return;
    if (!mayMove(volunteer.state, 'approve')) throw refusalIn(volunteer.state);
    const { writes, events } = await prepareMove(deps, command, volunteer, { move: 'approve' });
    const outcome = await transact(table.client, {
      ...writes,
      ...Object.fromEntries(events.map((event) => [event.id, table.put(EventItem, event, { absent: true })])),
    });
    if (outcome.committed) return;
    const now = await table.get(Volunteer, { id: volunteer.id });
    if (!now || !isDoneBy(command, now)) throw new AppError(peopleErrors.alreadyDecided);
  }

  return {
    /**
     * Takes an application up, so that it shows that somebody looks into it.
     *
     * @throws AppError platform.notFound, platform.notAllowed, people.ownApplication, people.cannotMove
     */
    takeUp(command: Command, volunteerId: string) {
      return carryOut(command, volunteerId, { move: 'takeUp' }, ({ community }) => {
        command.actor.mustReach('volunteer.review', { scope: community });
        if (command.actor.isVolunteer(volunteerId)) throw new AppError(peopleErrors.ownApplication);
      });
    },

    /**
     * Makes an applicant active, or turns the application down with a reason.
     *
     * @throws AppError platform.notFound, platform.notAllowed, people.ownApplication, people.alreadyDecided,
     * people.notConfirmed, people.guardianAwaited
     */
    decide(command: Command, volunteerId: string, decision: Decision) {
      const reason = decision.decision === 'decline' ? decision.reason : undefined;
      return carryOut(command, volunteerId, { move: decision.decision, reason }, ({ community, state }) => {
        command.actor.mustReach('volunteer.review', { scope: community });
        if (command.actor.isVolunteer(volunteerId)) throw new AppError(peopleErrors.ownApplication);
        if (!mayMove(state, decision.decision)) throw refusalIn(state);
      });
    },

    /**
     * Approves several applications of a place: each one wholly or not at all, and the answer says of each which. When the
     * command breaks off and comes again, it goes on where it was.
     *
     * @throws AppError platform.notAllowed
     */
    async approveAll(
      command: Command,
      { place, volunteerIds }: Approvals,
      language: Language,
    ): Promise<ApprovalResults> {
      command.actor.mustReach('volunteer.review', { scope: place });
      const found = await table.getAll(
        Volunteer,
        volunteerIds.map((id) => ({ id })),
      );
      const refusals = new Map<string, AppError>();
      const settle = async (id: string, position: number) => {
        await approve(command, place, found[position]).catch((error) => {
          if (!(error instanceof AppError)) throw error;
          refusals.set(id, error);
        });
      };
      for (let from = 0; from < volunteerIds.length; from += atOnce) {
        await Promise.all(volunteerIds.slice(from, from + atOnce).map((id, index) => settle(id, from + index)));
      }
      const results = volunteerIds.map((id) => {
        const refusal = refusals.get(id);
        if (!refusal) return { id, approved: true };
        return { id, approved: false, code: refusal.code, detail: refusal.messageIn(language) };
      });
      await commit(command, table, {}, { answer: { results } });
      return { results };
    },
  };
}

function refusalIn(state: VolunteerState): AppError {
  return new AppError(state === 'unconfirmed' ? peopleErrors.notConfirmed : peopleErrors.alreadyDecided);
}

function isDoneBy(command: Command, { state, movedBy }: Volunteer): boolean {
  return state === 'active' && movedBy === moverOf(command);
}
