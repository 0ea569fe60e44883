import { Id } from '@kaifong/shared/kernel/ids.ts';
import { purgeFrom, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import { Day, Instant } from '@kaifong/shared/kernel/time.ts';
import { streetOf } from '@kaifong/shared/organisation/scope.ts';
import { SpokenLanguage } from '@kaifong/shared/people/languages.ts';
import { moveNames } from '@kaifong/shared/people/registration/moves.ts';
import {
  CommunityScope,
  Consent,
  DocumentKind,
  registrars,
  VolunteerNumber,
  VolunteerState,
} from '@kaifong/shared/people/schema.ts';
import { Skill } from '@kaifong/shared/people/skills/skills.ts';
import { isWaiting } from '@kaifong/shared/people/volunteer-state.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of the people table
 *
 *   a volunteer                                   VOLUNTEER#<id>           VOLUNTEER
 *   what happened to a registration, by version    VOLUNTEER#<id>           MOVE#<version>
 *   the volunteer of a document                   DOCUMENT#<blind index>   DOCUMENT
 *   the volunteer of a volunteer number           NUMBER#<number>          NUMBER
 *   volunteers of a place in a state              byPlaceAndState: VOLUNTEERS#<state>   <community>#<id>
 *   who waits for an answer, the longest first    appliedByStreet: <street>   <applied at>#<id>
 *   volunteers of a street whose name begins so   byName: <street>            <name as written>#<id>
 *   … whose name sounds so, in pinyin             byPinyin: <street>          <pinyin>#<id>
 *   … whose initials are so                       byInitials: <street>        <initials>#<id>
 *   volunteers of a phone's last four digits      byPhoneTail: <blind index>  <community>#<id>
 *   ended registrations whose documents may be purged   byDue: ENDED_DOCUMENTS   <purge from>#<id>
 *
 * The first index sorts by community, so that the beginning of its sort key is a community, a street or the district: one
 * read answers on each level, oldest first within a community, for one index entry per volunteer (and two writes to it
 * per change of state).
 *
 * The last four are for finding people. They are keys of the volunteer's own item, so that whoever writes a volunteer keeps
 * them right, and carry only what a list shows. Names are looked for street by street: one read for nearly every coordinator,
 * 22 small ones at once for the district's.
 */

/** Something that proves a skill. */
const SkillEvidence = z.object({
  skill: Skill,
  source: Id('certificate'),
  until: Day.optional(),
  ended: z.boolean().optional(),
});

/** A volunteer. Of an adult nothing in plain text tells the birth date; a minor's is opened when it is needed. */
export const Volunteer = itemType({
  entity: 'volunteer',
  schema: z.object({
    id: Id('volunteer'),
    number: VolunteerNumber,
    accountId: Id('account'),
    name: z.string(),
    state: VolunteerState,
    community: CommunityScope,
    skills: z.array(Skill),
    /** What proves skills of hers, and until when; see `shared/people/certificates/evidence.ts`. */
    evidence: z.array(SkillEvidence).optional(),
    languages: z.array(SpokenLanguage),
    documentKind: DocumentKind,
    documentSealed: z.string(),
    /** There when the document's number does not tell it. */
    birthDateSealed: z.string().optional(),
    /** Whether the person was under 18 on the day of registering. */
    isMinor: z.boolean(),
    guardian: z.object({ name: z.string(), mobileSealed: z.string() }).optional(),
    consents: z.array(Consent),
    /** What a form on paper said before the person agreed herself. */
    paperConsents: z.array(Consent).optional(),
    registeredBy: z.enum(registrars),
    /** The account of the leader or coordinator who took it down on paper. */
    registrarId: Id('account').optional(),
    importId: Id('volunteerImport').optional(),
    registeredAt: Instant,
    /** When she applied again, if she did. */
    appliedAt: Instant.optional(),
    decidedAt: Instant.optional(),
    nameKeys: z.object({ written: z.string(), pinyin: z.string(), initials: z.string() }),
    phoneTailIndex: z.string(),
    /** Since when the registration is declined or withdrawn; nothing for one that ended before this was kept. */
    endedAt: Instant.optional(),
    /** The number of the document is gone: its time was up, or the account was closed. */
    documentErased: z.literal(true).optional(),
    /** When the account was closed; nothing here tells any more who it was. */
    closedAt: Instant.optional(),
    /** A digest of the command that moved the state last, so that a repeat of it knows its own work. */
    movedBy: z.string().optional(),
    /** A merge of this record that is under way: nobody begins another meanwhile. */
    openMerge: Id('merge').optional(),
    /** The records that went into this one, with their merges. */
    absorbed: z.array(z.object({ volunteerId: Id('volunteer'), mergeId: Id('merge') })).optional(),
    /** Where this record went, and in which state it was. */
    mergedInto: z.object({ volunteerId: Id('volunteer'), mergeId: Id('merge'), was: VolunteerState }).optional(),
    version: z.int(),
  }),
  key: ({ id }: { id: string }) => ({ pk: `VOLUNTEER#${id}`, sk: 'VOLUNTEER' }),
  indexes: {
    byPlaceAndState: ({ state, community, id }) => ({ pk: `VOLUNTEERS#${state}`, sk: `${community}#${id}` }),
    appliedByStreet: ({ state, community, ...rest }) =>
      isWaiting(state) ? { pk: streetFor(community), sk: placeInLine(rest) } : undefined,
    byName: ({ community, nameKeys, id }) => ({ pk: streetFor(community), sk: `${nameKeys.written}#${id}` }),
    byPinyin: ({ community, nameKeys, id }) => ({ pk: streetFor(community), sk: `${nameKeys.pinyin}#${id}` }),
    byInitials: ({ community, nameKeys, id }) => ({ pk: streetFor(community), sk: `${nameKeys.initials}#${id}` }),
    byDue: ({ endedAt, documentErased, id }) =>
      endedAt && !documentErased
        ? { pk: 'ENDED_DOCUMENTS', sk: `${purgeFrom(retentionRules.endedDocuments, endedAt)}#${id}` }
        : undefined,
    byPhoneTail: ({ community, phoneTailIndex, id }) => ({ pk: phoneTailIndex, sk: `${community}#${id}` }),
  },
});
export type Volunteer = z.output<typeof Volunteer.schema>;

function streetFor(community: string): string {
  return streetOf(community) ?? community;
}

/** What the indexes for finding people carry of a volunteer. */
export const FoundVolunteer = itemType({
  entity: Volunteer.entity,
  schema: Volunteer.schema.pick({
    id: true,
    number: true,
    name: true,
    state: true,
    community: true,
    skills: true,
    isMinor: true,
    nameKeys: true,
  }),
  key: ({ id }: { id: string }) => Volunteer.key({ id }),
});
export type FoundVolunteer = z.output<typeof FoundVolunteer.schema>;

/** One move of a registration from a state to another. It is written with the move and never changed. */
export const MoveItem = itemType({
  entity: 'volunteerMove',
  schema: z.object({
    volunteerId: Id('volunteer'),
    /** The version of the volunteer that the move led to. */
    version: z.int(),
    at: Instant,
    move: z.enum(moveNames),
    from: VolunteerState,
    to: VolunteerState,
    reasonSealed: z.string().optional(),
  }),
  key: ({ volunteerId, version }: { volunteerId: string; version: number }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `MOVE#${String(version).padStart(8, '0')}`,
  }),
});
export type MoveItem = z.output<typeof MoveItem.schema>;

/** Where an application stands in the order in which answers are due. */
export function placeInLine({
  registeredAt,
  appliedAt = registeredAt,
  id,
}: Readonly<{ registeredAt: string; appliedAt?: string | undefined; id: string }>): string {
  return `${appliedAt}#${id}`;
}

/** Which volunteer a document belongs to; being its own item keeps a document to one volunteer. */
export const DocumentOwner = itemType({
  entity: 'documentOwner',
  schema: z.object({ documentIndex: z.string(), volunteerId: Id('volunteer') }),
  key: ({ documentIndex }: { documentIndex: string }) => ({ pk: `DOCUMENT#${documentIndex}`, sk: 'DOCUMENT' }),
});

/** Which volunteer a number belongs to; being its own item keeps a number to one volunteer. */
export const NumberOwner = itemType({
  entity: 'numberOwner',
  schema: z.object({ number: VolunteerNumber, volunteerId: Id('volunteer') }),
  key: ({ number }: { number: string }) => ({ pk: `NUMBER#${number}`, sk: 'NUMBER' }),
});
