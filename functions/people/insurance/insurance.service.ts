import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import type { InsuranceChange, InsuranceOnRecord } from '@kaifong/shared/people/insurance.ts';
import { maskPolicy } from '@kaifong/shared/people/mask.ts';
import { coversDay } from '@kaifong/shared/people/registration/details.ts';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { DetailsItem } from '../registration/registration.table.ts';
import { placeOf } from '../sealed-places.ts';

/** The accident insurance of a volunteer, as the coordinators of her branch see it, and enter it when it is the organisation's. */
export function insuranceService({ table, sealer, identity }: PeopleDeps) {
  async function mustFind(volunteerId: string) {
    const [volunteer, details] = await table.getPair([Volunteer, { id: volunteerId }], [DetailsItem, { volunteerId }]);
    if (!volunteer || volunteer.closedAt || volunteer.state === 'merged') throw new AppError(platformErrors.notFound);
    return { volunteer, details };
  }

  return {
    /** What there is, the policy's number under a mask. @throws AppError platform.notFound, platform.notAllowed */
    async read({ actor, now }: Request, volunteerId: string): Promise<InsuranceOnRecord> {
      const { volunteer, details } = await mustFind(volunteerId);
      actor.mustReach('volunteer.insure', { scope: volunteer.community });
      const { insurance } = details ?? {};
      if (!insurance) return { isInForce: false };
      const { policySealed, ...rest } = insurance;
      const policyNumber = await sealer.open(policySealed, placeOf(volunteerId).policyNumber);
      return {
        isInForce: coversDay(insurance, dayOf(now)),
        insurance: { ...rest, policyNumber: maskPolicy(policyNumber) },
      };
    },

    /** Enters a policy in the place of any before. @throws AppError platform.notFound, platform.notAllowed */
    change(command: Command, volunteerId: string, { insurance }: InsuranceChange): Promise<{ done: true }> {
      const answer = { done: true } as const;
      return untilSettled(async () => {
        const { volunteer, details } = await mustFind(volunteerId);
        command.actor.mustReach('volunteer.insure', { scope: volunteer.community });
        const kept = details ?? { volunteerId, weekly: [], away: [], version: 0 };
        const { policyNumber, ...rest } = insurance;
        const policySealed = await sealer.seal(policyNumber, placeOf(volunteerId).policyNumber);
        const changed = { ...kept, insurance: { ...rest, policySealed }, version: kept.version + 1 };
        const outcome = await commit(
          command,
          table,
          {
            details: table.put(DetailsItem, changed, details ? { is: { version: details.version } } : { absent: true }),
            audit: identity.audit.line(command, 'volunteer.insure', `${volunteerId} ${volunteer.community}`),
          },
          { answer },
        );
        return outcome.committed ? answer : undefined;
      });
    },
  };
}
