import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { type Day, dayOf } from '@kaifong/shared/kernel/time.ts';
import { kindOf } from '@kaifong/shared/organisation/scope.ts';
import { skillsInForce } from '@kaifong/shared/people/certificates/evidence.ts';
import type { SpokenLanguage } from '@kaifong/shared/people/languages.ts';
import { maskDocument, maskMobile, maskName } from '@kaifong/shared/people/mask.ts';
import { checkDocument, dayOfTurning } from '@kaifong/shared/people/registration/document.ts';
import type { OwnVolunteer, VolunteerSummary, VolunteersQuery } from '@kaifong/shared/people/schema.ts';
import { isWaiting, type VolunteerState } from '@kaifong/shared/people/volunteer-state.ts';
import type * as z from 'zod';
import type { Lookup } from '../platform/lookup.ts';
import type { Request } from '../platform/request.ts';
import type { PeopleDeps } from './deps.ts';
import { Volunteer } from './people.table.ts';
import { awaitsGuardian, consentsByCode, findGuardianItem } from './registration/guardian-consent.ts';
import type { moveService } from './registration/move.service.ts';
import { placeOf } from './sealed-places.ts';

/** What other contexts may know of a volunteer. */
export type VolunteerFacts = Readonly<
  Pick<Volunteer, 'id' | 'number' | 'accountId' | 'name' | 'state' | 'skills' | 'languages'> & {
    /** The community. */
    scope: string;
    /**
     * The first day on which the person is surely an adult: the 18th birthday of one who registered as a minor, the day
     * of registering of anyone else, whose birth date nobody needs to know.
     */
    adultFrom: Day;
  }
>;

/** What care may know of a volunteer, and no more. */
export type Eligibility = Readonly<{
  active: boolean;
  scope: string;
  languages: readonly SpokenLanguage[];
  adultFrom: Day;
}>;

const nextStep: Record<VolunteerState, OwnVolunteer['next']> = {
  unconfirmed: 'confirm',
  applied: 'waitForApproval',
  inReview: 'waitForApproval',
  active: 'findShift',
  declined: 'contactCommunity',
  paused: 'resume',
  suspended: 'contactCommunity',
  withdrawn: 'contactCommunity',
  merged: 'contactCommunity',
};

/** Reads of volunteers. */
export function volunteerService(
  { table, sealer, now }: PeopleDeps,
  { lastReason }: Pick<ReturnType<typeof moveService>, 'lastReason'>,
) {
  async function maskedDocument({ id, documentKind: kind, documentSealed }: Volunteer) {
    return { kind, number: maskDocument(await sealer.open(documentSealed, placeOf(id).documentNumber)) };
  }

  async function maskedGuardian({ id, guardian }: Volunteer) {
    if (!guardian) return undefined;
    const mobile = await sealer.open(guardian.mobileSealed, placeOf(id).guardianMobile);
    return { name: maskName(guardian.name), mobile: maskMobile(mobile) };
  }

  async function birthDateOf(volunteer: Volunteer): Promise<Day> {
    const { id, documentKind, documentSealed, birthDateSealed } = volunteer;
    const place = placeOf(id);
    if (birthDateSealed) return sealer.open(birthDateSealed, place.birthDate);
    const document = checkDocument(documentKind, await sealer.open(documentSealed, place.documentNumber));
    if (!document.ok || !document.birthDate) throw new Error(`the document of ${id} tells no birth date`);
    return document.birthDate;
  }

  async function factsOf(volunteer: Volunteer): Promise<VolunteerFacts> {
    const { id, number, accountId, name, state, languages, community, isMinor, registeredAt } = volunteer;
    const skills = skillsInForce(volunteer, dayOf(now()));
    const adultFrom = isMinor ? dayOfTurning(18, await birthDateOf(volunteer)) : dayOf(registeredAt);
    return { id, number, accountId, name, state, skills, languages, scope: community, adultFrom };
  }

  async function masked(volunteer: Volunteer) {
    const [document, guardian] = await Promise.all([maskedDocument(volunteer), maskedGuardian(volunteer)]);
    return { document, guardian };
  }

  async function summaryOf(volunteer: Volunteer): Promise<VolunteerSummary> {
    const [document, awaits] = await Promise.all([
      maskedDocument(volunteer),
      isWaiting(volunteer.state) && awaitsGuardian({ table }, volunteer),
    ]);
    return { ...volunteer, document, awaitsGuardian: awaits };
  }

  return {
    /** What identifies a volunteer, as far as it may be shown. */
    masked,

    /** What identifies a volunteer, whole: for herself only. */
    async whole(volunteer: Volunteer) {
      const { id, documentKind: kind, documentSealed, documentErased, birthDateSealed, guardian } = volunteer;
      const place = placeOf(id);
      const [number, birthDate, mobile] = await Promise.all([
        documentErased ? undefined : sealer.open(documentSealed, place.documentNumber),
        birthDateSealed && sealer.open(birthDateSealed, place.birthDate),
        guardian && sealer.open(guardian.mobileSealed, place.guardianMobile),
      ]);
      return {
        document: number === undefined ? undefined : { kind, number },
        birthDate: birthDate || undefined,
        guardian: guardian && mobile ? { name: guardian.name, mobile } : undefined,
      };
    },

    /** What a certificate names a volunteer by, whole; `undefined` for one whose document is not, or no longer, on file. */
    async identified(volunteerId: string) {
      const volunteer = await table.get(Volunteer, { id: volunteerId });
      if (!volunteer || volunteer.documentErased) return undefined;
      const { id, name, number: volunteerNumber, documentKind, documentSealed } = volunteer;
      const documentNumber = await sealer.open(documentSealed, placeOf(id).documentNumber);
      return { name, volunteerNumber, documentKind, documentNumber };
    },

    /** A volunteer as lists show one. */
    summaryOf,

    /** What other contexts may know of a volunteer; `undefined` when there is none. */
    async find(volunteerId: string): Promise<VolunteerFacts | undefined> {
      const volunteer = await table.get(Volunteer, { id: volunteerId });
      return volunteer && factsOf(volunteer);
    },

    /** The same, to be read together with items of others. */
    lookup(volunteerId: string): Lookup<VolunteerFacts | undefined> {
      const { read, ...rest } = table.lookup(Volunteer, { id: volunteerId });
      return {
        ...rest,
        read: async (rows) => {
          const volunteer = await read(rows);
          return volunteer && factsOf(volunteer);
        },
      };
    },

    /** The same for several, those that exist, in the order asked; at most 100. */
    async findAll(volunteerIds: readonly string[]): Promise<VolunteerFacts[]> {
      const found = await table.getAll(
        Volunteer,
        volunteerIds.map((id) => ({ id })),
      );
      return Promise.all(found.filter((volunteer) => volunteer !== undefined).map(factsOf));
    },

    /**
     * Whether a volunteer may become a counsellor, told without opening anything sealed: care reads this and cannot
     * open it. One who registered as a minor has no day of coming of age here, and registers again as an adult first.
     */
    async eligibilityOf(volunteerId: string): Promise<Eligibility | undefined> {
      const volunteer = await table.get(Volunteer, { id: volunteerId });
      if (!volunteer) return undefined;
      const { state, community, languages, isMinor, registeredAt } = volunteer;
      return { active: state === 'active' && !isMinor, scope: community, languages, adultFrom: dayOf(registeredAt) };
    },

    /** The record of the person who asks. */
    async readOwn({ actor }: Request): Promise<OwnVolunteer> {
      const [volunteer, stateReason, guardian] = await Promise.all([
        table.get(Volunteer, { id: actor.volunteerId }),
        lastReason(actor.volunteerId),
        findGuardianItem({ table }, actor.accountId),
      ]);
      if (!volunteer) throw new AppError(platformErrors.notFound);
      const awaits = isWaiting(volunteer.state) && (await awaitsGuardian({ table }, volunteer));
      return {
        ...volunteer,
        ...(await masked(volunteer)),
        consents: [...volunteer.consents, ...consentsByCode(guardian)],
        stateReason,
        next: awaits ? 'askGuardian' : nextStep[volunteer.state],
      };
    },

    /** The volunteers of a place and all below it in a state, by community and then oldest first. */
    async list({ actor }: Request, query: z.output<typeof VolunteersQuery>): Promise<Page<VolunteerSummary>> {
      const { place, state, limit, cursor } = query;
      actor.mustReach('volunteer.review', { scope: place });
      const page = await table.query(Volunteer, `VOLUNTEERS#${state}`, {
        index: 'byPlaceAndState',
        range: { beginsWith: kindOf(place) === 'community' ? `${place}#` : `${place}/` },
        limit,
        cursor,
      });
      return { ...page, items: await Promise.all(page.items.map(summaryOf)) };
    },
  };
}
