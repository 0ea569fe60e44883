import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { mayMove } from '@kaifong/shared/people/registration/moves.ts';
import { changeConsent, mayVolunteerBy } from '@kaifong/shared/people/rights/rights.ts';
import { rightsErrors } from '@kaifong/shared/people/rights/rights-errors.ts';
import type { ConsentChange, OwnRights } from '@kaifong/shared/people/rights/rights-schema.ts';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import type { GuardianService } from '../registration/guardian.service.ts';
import { consentsByCode } from '../registration/guardian-consent.ts';
import { prepareMove } from '../registration/move.ts';
import type { closureService } from './closure.service.ts';
import { ConsentItem } from './rights.table.ts';

/** What a person decides about her own data. */
export function rightsService(
  deps: PeopleDeps,
  { pendingOf }: Pick<ReturnType<typeof closureService>, 'pendingOf'>,
  guardians: Pick<GuardianService, 'find' | 'takeBack'>,
) {
  const { table, identity } = deps;

  async function mustFind(id: string): Promise<Volunteer> {
    const volunteer = await table.get(Volunteer, { id });
    if (!volunteer) throw new AppError(platformErrors.notFound);
    return volunteer;
  }

  return {
    /** How her consents stand, and whether her account is about to be closed. */
    async read({ actor }: Request): Promise<OwnRights> {
      const { ownVolunteerId: id, accountId } = actor;
      const [volunteer, closure, asked] = await Promise.all([
        id ? table.get(Volunteer, { id }) : undefined,
        pendingOf(accountId),
        guardians.find(accountId),
      ]);
      return {
        consents: [...(volunteer?.consents ?? []), ...consentsByCode(asked)],
        ...(closure && { closure }),
        ...(volunteer && { documentKept: !volunteer.documentErased }),
      };
    },

    /**
     * Gives or withdraws a consent. Withdrawing one without which nobody volunteers ends the registration in the same step, so that
     * what it allowed stops.
     *
     * @throws AppError platform.notAllowed, rights.asItWas, rights.notAsked, rights.guardianGives, rights.documentGone
     */
    async changeConsent(command: Command, change: ConsentChange): Promise<OwnRights['consents'][number]> {
      const { actor, now } = command;
      return untilSettled(async () => {
        const volunteer = await mustFind(actor.volunteerId);
        const asked = await guardians.find(actor.accountId);
        const byCode = consentsByCode(asked);
        const decision = changeConsent([...volunteer.consents, ...byCode], change, now);
        if (decision.kind !== 'changed') throw new AppError(rightsErrors[decision.kind]);
        if (change.kind === 'sensitiveData' && change.given && volunteer.documentErased) {
          throw new AppError(rightsErrors.documentGone);
        }
        const { consent, endsRegistration } = decision;
        // A guardian's stands in an item of its own, where it is asked for anew once it was taken back.
        const isByCode = byCode.some(({ kind }) => kind === change.kind);
        const consents = decision.consents.filter(
          ({ kind, on }) => on !== 'code' && !(isByCode && kind === change.kind),
        );
        const changed = { ...volunteer, consents };
        const leaves = endsRegistration && mayMove(volunteer.state, 'withdraw');
        const move = leaves ? await prepareMove(deps, command, changed, { move: 'withdraw' }) : undefined;
        const changeNumber = volunteer.version + 1;
        const word = `consent.${change.given ? 'given' : 'withdrawn'}.${change.kind}`;
        const outcome = await commit(
          command,
          table,
          {
            volunteer: table.put(
              Volunteer,
              { ...changed, version: changeNumber },
              { is: { version: volunteer.version } },
            ),
            ...(move && { ...move.writes, moveAudit: move.writes.audit }),
            guardian: isByCode && asked ? await guardians.takeBack(asked, now) : undefined,
            consent: table.put(ConsentItem, { ...consent, volunteerId: volunteer.id, changeNumber }, { absent: true }),
            audit: identity.audit.line(command, word, `${volunteer.id} ${volunteer.community}`),
          },
          { answer: consent, events: move?.events ?? [] },
        );
        return outcome.committed ? consent : undefined;
      });
    },

    /** Whether somebody may apply again. @throws AppError rights.documentGone, rights.consentNeeded */
    async mustBeAbleToApply({ documentErased, consents }: Volunteer): Promise<void> {
      if (documentErased) throw new AppError(rightsErrors.documentGone);
      if (!mayVolunteerBy(consents)) throw new AppError(rightsErrors.consentNeeded);
    },
  };
}
