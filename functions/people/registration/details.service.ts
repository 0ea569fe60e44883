import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Day } from '@kaifong/shared/kernel/time.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import type { FreeTime } from '@kaifong/shared/people/free-times.ts';
import {
  type AwayDays,
  coversDay,
  EmergencyContact,
  type Insurance,
} from '@kaifong/shared/people/registration/details.ts';
import type { DetailsChange, OwnDetails } from '@kaifong/shared/people/registration/own-details.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { placeOf } from '../sealed-places.ts';
import type { Skills } from '../skills/skill-catalogue.ts';
import { DetailsItem } from './registration.table.ts';

/** What a volunteer says of herself besides who she is. */
export type Details = Readonly<{
  weekly?: readonly FreeTime[];
  away?: readonly AwayDays[];
  contact?: EmergencyContact | undefined;
  insurance?: Insurance | undefined;
}>;

/** Seals what is personal of the details, for the item that keeps them. */
export async function detailsItem(
  { sealer }: Pick<PeopleDeps, 'sealer'>,
  volunteerId: string,
  { weekly = [], away = [], contact, insurance }: Details,
  version = 1,
): Promise<DetailsItem> {
  const place = placeOf(volunteerId);
  const [contactSealed, policySealed] = await Promise.all([
    contact && sealer.seal(JSON.stringify(contact), place.emergencyContact),
    insurance && sealer.seal(insurance.policyNumber, place.policyNumber),
  ]);
  return {
    volunteerId,
    weekly: [...weekly],
    away: [...away],
    ...(contactSealed && { contactSealed }),
    ...(insurance &&
      policySealed && {
        insurance: { insurer: insurance.insurer, policySealed, from: insurance.from, until: insurance.until },
      }),
    version,
  };
}

/** Languages, skills, free time, whom to call and insurance: the volunteer's own to change, at any time. */
export function detailsService(deps: PeopleDeps, catalogue: Pick<Skills, 'mustBeChoosable'>) {
  const { table, sealer } = deps;

  async function mustFind(volunteerId: string) {
    const [volunteer, kept] = await table.getPair([Volunteer, { id: volunteerId }], [DetailsItem, { volunteerId }]);
    if (!volunteer) throw new AppError(platformErrors.notFound);
    return { volunteer, kept };
  }

  async function contactOf({ volunteerId, contactSealed }: DetailsItem): Promise<EmergencyContact | undefined> {
    if (!contactSealed) return undefined;
    return EmergencyContact.parse(JSON.parse(await sealer.open(contactSealed, placeOf(volunteerId).emergencyContact)));
  }

  async function insuranceOf({ volunteerId, insurance }: DetailsItem): Promise<Insurance | undefined> {
    if (!insurance) return undefined;
    const { policySealed, ...rest } = insurance;
    return { ...rest, policyNumber: await sealer.open(policySealed, placeOf(volunteerId).policyNumber) };
  }

  async function read(volunteerId: string): Promise<OwnDetails> {
    const { volunteer, kept } = await mustFind(volunteerId);
    const { skills, languages } = volunteer;
    if (!kept) return { version: 0, skills, languages, weekly: [], away: [] };
    const [contact, insurance] = await Promise.all([contactOf(kept), insuranceOf(kept)]);
    const { version, weekly, away } = kept;
    return { version, skills, languages, weekly, away, contact, insurance };
  }

  return {
    /** What a volunteer has said of herself, for whoever may know already. */
    read,

    /** What the person who asks has said of herself. */
    readOwn: ({ actor }: Request): Promise<OwnDetails> => read(actor.volunteerId),

    /**
     * Changes them, all at once.
     *
     * @throws AppError people.detailsChanged when another device was quicker, and the refusals of `skills.mustBeChoosable`
     */
    async changeOwn(command: Command, change: DetailsChange): Promise<{ version: number }> {
      const { volunteer, kept } = await mustFind(command.actor.volunteerId);
      if ((kept?.version ?? 0) !== change.version) throw new AppError(peopleErrors.detailsChanged);
      await catalogue.mustBeChoosable(change.skills, command.now, volunteer.skills);
      const answer = { version: change.version + 1 };
      const details = await detailsItem(deps, volunteer.id, change, answer.version);
      const { skills, languages } = change;
      const isSame = sameList(skills, volunteer.skills) && sameList(languages, volunteer.languages);
      const changed = { ...volunteer, skills, languages, version: volunteer.version + 1 };
      const outcome = await commit(
        command,
        table,
        {
          details: table.put(DetailsItem, details, kept ? { is: { version: kept.version } } : { absent: true }),
          ...(!isSame && { volunteer: table.put(Volunteer, changed, { is: { version: volunteer.version } }) }),
        },
        { answer },
      );
      mustCommit(outcome, {
        details: () => new AppError(peopleErrors.detailsChanged),
        volunteer: () => new AppError(platformErrors.busy),
      });
      return answer;
    },

    /** When these volunteers say that they are free; without those who said nothing. At most 100. */
    async timesOf(volunteerIds: readonly string[]): Promise<Map<string, Pick<DetailsItem, 'weekly' | 'away'>>> {
      const found = await table.getAll(
        DetailsItem,
        volunteerIds.map((volunteerId) => ({ volunteerId })),
      );
      return new Map(found.flatMap((details) => (details ? [[details.volunteerId, details] as const] : [])));
    },

    /** Whether a volunteer's own accident insurance covers a day: what a dangerous activity asks (志愿服务条例 art. 23). */
    async isInsuredOn(volunteerId: string, day: Day): Promise<boolean> {
      return coversDay((await table.get(DetailsItem, { volunteerId }))?.insurance, day);
    },
  };
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
