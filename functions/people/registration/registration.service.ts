import { AppError, type FieldFault } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { isThereOn } from '@kaifong/shared/organisation/validity.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import { ageOn } from '@kaifong/shared/people/registration/document.ts';
import { type CheckedRegistration, checkRegistration } from '@kaifong/shared/people/registration/registration.ts';
import type { Registration } from '@kaifong/shared/people/schema.ts';
import type * as z from 'zod';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import type { Write } from '../../platform/transact.ts';
import type { PeopleDeps } from '../deps.ts';
import { prepareEntry } from '../entry.ts';
import { formerHolders, Likenesses, tellOf } from '../merging/likeness.ts';
import type { Skills } from '../skills/skill-catalogue.ts';
import { type Details, detailsItem } from './details.service.ts';
import type { GuardianService } from './guardian.service.ts';
import { DetailsItem } from './registration.table.ts';

/** A number that is taken, or an account that changed meanwhile, is no reason to send the person away. */
const attempts = 4;

/** What comes with a registration that was filled in step by step. */
export type FromDraft = Readonly<{
  details: Details;
  /** When she agreed to what volunteering needs. */
  consentedAt: Instant;
  /** Takes the draft away. */
  draft: Write;
}>;

/** Registers the person who is signed in. */
export function registrationService(
  deps: PeopleDeps,
  guardians: Pick<GuardianService, 'ask' | 'find'>,
  skills: Pick<Skills, 'mustBeChoosable'>,
) {
  const { table, identity, organisation } = deps;

  async function enter(
    command: Command,
    person: CheckedRegistration,
    from?: FromDraft,
    alike = new Likenesses(),
    attempt = 1,
  ) {
    const { accountId } = command.actor;
    const mobile = await identity.accounts.mobileOf(accountId);
    const terms = { mobile, registeredBy: 'self', registeredAt: command.now } as const;
    const consentedAt = from?.consentedAt ?? command.now;
    const { volunteer, likeness, writesFor } = await prepareEntry(deps, person, { ...terms, consentedAt });
    const { id, number, name, state, community } = volunteer;
    const answer = { id, number, state };
    const { writes, pairs } = alike.enter(table, [{ volunteerId: id, community, likeness }]);
    const holders = await formerHolders(deps, [mobile]);
    const outcome = await commit(
      command,
      table,
      {
        account: await identity.accounts.linkVolunteer(accountId, { id, name, scope: community }),
        ...writesFor(accountId),
        ...writes,
        guardian: await questionFor(command, person),
        draft: from?.draft,
        details: from && table.put(DetailsItem, await detailsItem(deps, id, from.details), { absent: true }),
      },
      { answer, events: tellOf([...pairs, ...holders.pairsOf({ volunteerId: id, community }, mobile)], command.now) },
    );
    if (outcome.committed) return answer;
    if (outcome.found.account?.volunteerId !== undefined) throw new AppError(peopleErrors.alreadyRegistered);
    if (outcome.refused.has('draft')) throw new AppError(peopleErrors.draftChanged);
    if (!outcome.refused.has('document') && attempt < attempts) {
      alike.learn(outcome.found);
      return enter(command, person, from, alike, attempt + 1);
    }
    mustCommit(outcome, {
      document: () => new AppError(peopleErrors.documentKnown),
      account: () => new AppError(platformErrors.busy),
      number: () => new AppError(platformErrors.busy),
      [`likeness ${likeness}`]: () => new AppError(platformErrors.busy),
      guardian: () => new AppError(platformErrors.busy),
    });
    return answer;
  }

  /**
   * Asks the guardian of somebody under 18, unless that was done before. Under 14 nothing is kept before the guardian has consented to
   * it (个人信息保护法 art. 31).
   *
   * @throws AppError people.guardianFirst
   */
  async function questionFor({ actor, now }: Command, { name, guardian, birthDate }: CheckedRegistration) {
    if (!guardian) return undefined;
    const { accountId } = actor;
    const isUnder14 = ageOn(birthDate, dayOf(now)) < 14;
    const parties = { childName: name, guardianName: guardian.name, mobile: guardian.mobile };
    const question = await guardians.ask(accountId, parties, isUnder14, now);
    if (isUnder14 && (question || !(await guardians.find(accountId))?.given)) {
      throw new AppError(peopleErrors.guardianFirst);
    }
    return question;
  }

  async function register(command: Command, registration: unknown, from?: FromDraft) {
    const checked = checkRegistration(registration, dayOf(command.now), 'byCode');
    if (!checked.ok) throw new AppError(platformErrors.invalidInput, {}, checked.faults);
    const community = await organisation.mustFindPlace(checked.person.community);
    if (!isThereOn(community, dayOf(command.now))) throw new AppError(placeErrors.unknown);
    await skills.mustBeChoosable(checked.person.skills, command.now);
    return enter(command, checked.person, from);
  }

  return {
    /** All that is wrong in what somebody sent to register with. */
    faultsIn(sent: unknown, now: Instant): FieldFault[] {
      const checked = checkRegistration(sent, dayOf(now), 'byCode');
      return checked.ok ? [] : checked.faults;
    },

    /**
     * Enters the person as an applicant, who then has the volunteer's grant on the community.
     *
     * @throws AppError platform.invalidInput with the fields at fault, place.unknown, people.documentKnown,
     * people.alreadyRegistered, people.guardianFirst, and the refusals of `skills.mustBeChoosable`
     */
    register: (command: Command, registration: Registration) => register(command, registration),

    /** The same for what was filled in step by step, whose draft goes in the same moment. */
    registerDraft: register as (
      command: Command,
      registration: z.input<typeof Registration>,
      from: FromDraft,
    ) => ReturnType<typeof register>,
  };
}
