import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { isThereOn } from '@kaifong/shared/organisation/validity.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import { consentVersions } from '@kaifong/shared/people/registration/consents.ts';
import { ageOn } from '@kaifong/shared/people/registration/document.ts';
import type { Confirmation, PaperRegistration } from '@kaifong/shared/people/registration/paper.ts';
import { type CheckedRegistration, checkRegistration } from '@kaifong/shared/people/registration/registration.ts';
import type { Consent } from '@kaifong/shared/people/schema.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { prepareEntry } from '../entry.ts';
import { formerHolders, Likenesses, tellOf } from '../merging/likeness.ts';
import { Volunteer } from '../people.table.ts';
import type { Skills } from '../skills/skill-catalogue.ts';
import { detailsItem } from './details.service.ts';
import type { GuardianService } from './guardian.service.ts';
import { prepareMove } from './move.ts';
import { DetailsItem } from './registration.table.ts';

/**
 * Registrations that a leader or a coordinator takes down from a signed form. They count for nothing until the person signs in with
 * the number on the form, which takes a code to that phone, and agrees to everything herself.
 */
export function paperService(
  deps: PeopleDeps,
  guardians: Pick<GuardianService, 'ask'>,
  skills: Pick<Skills, 'mustBeChoosable'>,
) {
  const { table, identity, organisation } = deps;

  /** The writes that give the person an account, or make the one of this number hers. @throws AppError people.mobileKnown */
  async function accountFor(
    { now }: Command,
    { id, name, community }: Pick<Volunteer, 'id' | 'name' | 'community'>,
    mobile: string,
  ) {
    const known = await identity.accounts.accountOf(mobile);
    if (known) {
      const [isVolunteers] = await identity.accounts.belongToVolunteers([mobile]);
      if (isVolunteers) throw new AppError(peopleErrors.mobileKnown);
      const account = await identity.accounts.linkVolunteer(known, { id, name, scope: community });
      return { accountId: known, writes: { account } };
    }
    const grants = [{ role: 'volunteer' as const, scope: community }];
    return identity.accounts.open({ mobile, name, grants, volunteerId: id, now });
  }

  async function questionFor(accountId: string, { guardian, name, birthDate }: CheckedRegistration, now: Instant) {
    if (!guardian) return undefined;
    const parties = { childName: name, guardianName: guardian.name, mobile: guardian.mobile };
    return guardians.ask(accountId, parties, ageOn(birthDate, dayOf(now)) < 14, now);
  }

  return {
    /**
     * Enters a person who waits for her own confirmation.
     *
     * @throws AppError platform.notAllowed, platform.invalidInput, place.unknown, people.documentKnown, people.mobileKnown
     */
    async register(command: Command, { team, mobile, contact, ...registration }: PaperRegistration) {
      const { actor, now } = command;
      actor.mustReach('volunteer.registerOnPaper', { scope: team ?? registration.community });
      if (team && !isWithin(team, registration.community)) throw new AppError(placeErrors.unknown);
      const checked = checkRegistration(registration, dayOf(now));
      if (!checked.ok) throw new AppError(platformErrors.invalidInput, {}, checked.faults);
      const { person } = checked;
      if (person.guardian?.mobile === mobile) {
        throw new AppError(platformErrors.invalidInput, {}, [{ path: 'guardian.mobile', code: 'guardian.ownMobile' }]);
      }
      const community = await organisation.mustFindPlace(person.community);
      if (!isThereOn(community, dayOf(now))) throw new AppError(placeErrors.unknown);

      await skills.mustBeChoosable(person.skills, now);

      const alike = new Likenesses();
      return untilSettled(async () => {
        const { volunteer, likeness, writesFor } = await prepareEntry(deps, person, {
          mobile,
          registeredBy: 'paper',
          registeredAt: now,
          registrarId: actor.accountId,
          state: 'unconfirmed',
        });
        const { id, number, state } = volunteer;
        const { accountId, writes } = await accountFor(command, volunteer, mobile);
        const answer = { id, number, state };
        const found = alike.enter(table, [{ volunteerId: id, community: volunteer.community, likeness }]);
        const holders = await formerHolders(deps, [mobile]);
        const former = holders.pairsOf({ volunteerId: id, community: volunteer.community }, mobile);
        const outcome = await commit(
          command,
          table,
          {
            ...writes,
            ...writesFor(accountId),
            ...found.writes,
            details: table.put(DetailsItem, await detailsItem(deps, id, { contact }), { absent: true }),
            guardian: await questionFor(accountId, person, now),
            audit: identity.accounts.audit(command, 'volunteer.registerOnPaper', `${id} ${volunteer.community}`),
          },
          { answer, events: tellOf([...found.pairs, ...former], now) },
        );
        if (outcome.committed) return answer;
        alike.learn(outcome.found);
        if (outcome.refused.has('document')) throw new AppError(peopleErrors.documentKnown);
        return undefined;
      });
    },

    /**
     * The person herself confirms what was taken down, and agrees on her own phone to what the form said; from now on she waits for the
     * coordinator's answer.
     *
     * @throws AppError people.notUnconfirmed
     */
    async confirm(command: Command, { consents }: Confirmation) {
      return untilSettled(async () => {
        const volunteer = await table.get(Volunteer, { id: command.actor.volunteerId });
        if (!volunteer) throw new AppError(platformErrors.notFound);
        if (volunteer.state !== 'unconfirmed') throw new AppError(peopleErrors.notUnconfirmed);
        const given = (Object.entries(consents) as [keyof typeof consents, boolean][]).map(
          ([kind, given]): Consent => ({ kind, version: consentVersions[kind], given, at: command.now, on: 'screen' }),
        );
        const confirmed = { ...volunteer, consents: given, paperConsents: volunteer.consents };
        const { moved, writes, events } = await prepareMove(deps, command, confirmed, { move: 'confirm' });
        const answer = { id: moved.id, state: moved.state };
        const outcome = await commit(command, table, writes, { answer, events });
        return outcome.committed ? answer : undefined;
      });
    },
  };
}
