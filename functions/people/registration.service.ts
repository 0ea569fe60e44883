import { AppError, type FieldFault } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { isThereOn } from '@kaifong/shared/organisation/validity.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import { type CheckedRegistration, checkRegistration } from '@kaifong/shared/people/registration.ts';
import type { Registration } from '@kaifong/shared/people/schema.ts';
import { commit, mustCommit } from '../platform/commit.ts';
import type { Command } from '../platform/request.ts';
import type { PeopleDeps } from './deps.ts';
import { prepareEntry } from './entry.ts';
import { Likenesses, tellOf } from './likeness.ts';

/** A number that is taken, or an account that changed meanwhile, is no reason to send the person away. */
const attempts = 4;

/** Registers the person who is signed in. */
export function registrationService(deps: PeopleDeps) {
  const { table, identity, organisation } = deps;

  async function enter(command: Command, person: CheckedRegistration, alike = new Likenesses(), attempt = 1) {
    const { accountId } = command.actor;
    const mobile = await identity.accounts.mobileOf(accountId);
    const terms = { mobile, registeredBy: 'self', registeredAt: command.now } as const;
    const { volunteer, likeness, writesFor } = await prepareEntry(deps, person, terms);
    const { id, number, name, state, community } = volunteer;
    const answer = { id, number, state };
    const { writes, pairs } = alike.enter(table, [{ volunteerId: id, community, likeness }]);
    const outcome = await commit(
      command,
      table,
      {
        account: await identity.accounts.linkVolunteer(accountId, { id, name, scope: community }),
        ...writesFor(accountId),
        ...writes,
      },
      { answer, events: tellOf(pairs, command.now) },
    );
    if (outcome.committed) return answer;
    if (outcome.found.account?.volunteerId !== undefined) throw new AppError(peopleErrors.alreadyRegistered);
    if (!outcome.refused.has('document') && attempt < attempts) {
      alike.learn(outcome.found);
      return enter(command, person, alike, attempt + 1);
    }
    mustCommit(outcome, {
      document: () => new AppError(peopleErrors.documentKnown),
      account: () => new AppError(platformErrors.busy),
      number: () => new AppError(platformErrors.busy),
      [`likeness ${likeness}`]: () => new AppError(platformErrors.busy),
    });
    return answer;
  }

  return {
    /** All that is wrong in what somebody sent to register with. */
    faultsIn(sent: unknown, now: Instant): FieldFault[] {
      const checked = checkRegistration(sent, dayOf(now));
      return checked.ok ? [] : checked.faults;
    },

    /**
     * Enters the person as an applicant, who then has the volunteer's grant on the community.
     *
     * @throws AppError platform.invalidInput with the fields at fault, place.unknown, people.documentKnown,
     * people.alreadyRegistered
     */
    async register(command: Command, registration: Registration) {
      const checked = checkRegistration(registration, dayOf(command.now));
      if (!checked.ok) throw new AppError(platformErrors.invalidInput, {}, checked.faults);
      const community = await organisation.mustFindPlace(checked.person.community);
      if (!isThereOn(community, dayOf(command.now))) throw new AppError(placeErrors.unknown);
      return enter(command, checked.person);
    },
  };
}
