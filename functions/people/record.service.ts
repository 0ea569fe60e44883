import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { maskMobile } from '@kaifong/shared/people/mask.ts';
import type { Unmasking, VolunteerRecord } from '@kaifong/shared/people/schema.ts';
import type { Command, Request } from '../platform/request.ts';
import { transact } from '../platform/transact.ts';
import type { PeopleDeps } from './deps.ts';
import { Volunteer } from './people.table.ts';
import type { volunteerService } from './volunteer.service.ts';

/** One volunteer's record, for the coordinators of her branch. */
export function recordService(
  { table, identity }: Pick<PeopleDeps, 'table' | 'identity'>,
  { masked, summaryOf }: Pick<ReturnType<typeof volunteerService>, 'masked' | 'summaryOf'>,
) {
  async function mustFind(volunteerId: string): Promise<Volunteer> {
    const volunteer = await table.get(Volunteer, { id: volunteerId });
    if (!volunteer) throw new AppError(platformErrors.notFound);
    return volunteer;
  }

  return {
    /** The record under masks. @throws AppError platform.notFound, platform.notAllowed */
    async read({ actor }: Request, volunteerId: string): Promise<VolunteerRecord> {
      const volunteer = await mustFind(volunteerId);
      actor.mustReach('volunteer.find', { scope: volunteer.community });
      const { accountId, registeredAt, appliedAt = registeredAt } = volunteer;
      const [summary, { guardian }, mobile] = await Promise.all([
        summaryOf(volunteer),
        masked(volunteer),
        volunteer.closedAt ? '' : identity.accounts.mobileOf(accountId),
      ]);
      return { ...volunteer, ...summary, guardian, mobile: maskMobile(mobile), appliedAt };
    },

    /**
     * The person's number in full. That it was asked for, and why, is in the audit before it is told; no receipt is kept, since
     * it would hold the number.
     *
     * @throws AppError platform.notFound, platform.notAllowed
     */
    async unmaskMobile(command: Command, volunteerId: string, { reason }: Unmasking): Promise<{ mobile: string }> {
      const { accountId, community } = await mustFind(volunteerId);
      command.actor.mustReach('volunteer.unmask', { scope: community });
      const outcome = await transact(
        table.client,
        await identity.audit.withReason(command, 'volunteer.unmaskMobile', `${volunteerId} ${community}`, reason),
      );
      // Refused means that the same command is in the audit already: it was sent twice.
      if (!outcome.committed && !outcome.refused.has('audit')) throw new AppError(platformErrors.busy);
      return { mobile: await identity.accounts.mobileOf(accountId) };
    },
  };
}
