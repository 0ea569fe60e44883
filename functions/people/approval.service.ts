import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import { volunteerApproved, volunteerDeclined } from '@kaifong/shared/people/events.ts';
import type { Decision } from '@kaifong/shared/people/schema.ts';
import { commit, mustCommit } from '../platform/commit.ts';
import type { Command } from '../platform/request.ts';
import type { PeopleDeps } from './deps.ts';
import { Volunteer } from './people.table.ts';

/** Decides on applications. */
export function approvalService({ table, identity }: PeopleDeps) {
  return {
    /**
     * Makes an applicant active, or turns the application down with a reason.
     *
     * @throws AppError platform.notFound, platform.notAllowed, people.ownApplication, people.alreadyDecided
     */
    async decide(command: Command, volunteerId: string, decision: Decision) {
      const volunteer = await table.get(Volunteer, { id: volunteerId });
      if (!volunteer) throw new AppError(platformErrors.notFound);
      const { accountId, community, version } = volunteer;
      command.actor.mustReach('volunteer.review', { scope: community });
      if (command.actor.isVolunteer(volunteerId)) throw new AppError(peopleErrors.ownApplication);
      if (volunteer.state !== 'applied') throw new AppError(peopleErrors.alreadyDecided);

      const isApproved = decision.decision === 'approve';
      const state = isApproved ? ('active' as const) : ('declined' as const);
      const decided = {
        ...volunteer,
        state,
        decidedAt: command.now,
        ...(!isApproved && { declineReason: decision.reason }),
        version: version + 1,
      };
      const answer = { id: volunteerId, state };
      const outcome = await commit(
        command,
        table,
        {
          volunteer: table.put(Volunteer, decided, { is: { state: 'applied', version } }),
          audit: identity.accounts.audit(command, `volunteer.${decision.decision}`, volunteerId),
        },
        {
          answer,
          events: [
            (isApproved ? volunteerApproved : volunteerDeclined).make(command.now, {
              volunteerId,
              accountId,
              community,
            }),
          ],
        },
      );
      mustCommit(outcome, { volunteer: () => new AppError(peopleErrors.alreadyDecided) });
      return answer;
    },
  };
}
