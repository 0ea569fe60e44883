import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { streetOf } from '@kaifong/shared/organisation/scope.ts';
import { SpokenLanguage } from '@kaifong/shared/people/languages.ts';
import {
  CommunityScope,
  Consent,
  DocumentKind,
  VolunteerNumber,
  VolunteerState,
} from '@kaifong/shared/people/schema.ts';
import { Skill } from '@kaifong/shared/people/skills.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of the people table
 *
 *   a volunteer                                   VOLUNTEER#<id>           VOLUNTEER
 *   the volunteer of a document                   DOCUMENT#<blind index>   DOCUMENT
 *   the volunteer of a volunteer number           NUMBER#<number>          NUMBER
 *   volunteers of a place in a state              byPlaceAndState: VOLUNTEERS#<state>   <community>#<id>
 *   who waits for an answer, the longest first    appliedByStreet: <street>   <registered at>#<id>
 *
 * The first index sorts by community, so that the beginning of its sort key is a community, a street or the district: one
 * read answers on each level, oldest first within a community, for one index entry per volunteer (and two writes to it
 * per change of state).
 */

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
    languages: z.array(SpokenLanguage),
    documentKind: DocumentKind,
    documentSealed: z.string(),
    /** There when the document's number does not tell it. */
    birthDateSealed: z.string().optional(),
    /** Whether the person was under 18 on the day of registering. */
    isMinor: z.boolean(),
    guardian: z.object({ name: z.string(), mobileSealed: z.string() }).optional(),
    consents: z.array(Consent),
    registeredBy: z.enum(['self', 'import']),
    importId: Id('volunteerImport').optional(),
    registeredAt: Instant,
    decidedAt: Instant.optional(),
    declineReason: z.string().optional(),
    version: z.int(),
  }),
  key: ({ id }: { id: string }) => ({ pk: `VOLUNTEER#${id}`, sk: 'VOLUNTEER' }),
  indexes: {
    byPlaceAndState: ({ state, community, id }) => ({ pk: `VOLUNTEERS#${state}`, sk: `${community}#${id}` }),
    appliedByStreet: ({ state, community, ...rest }) =>
      state === 'applied' ? { pk: streetOf(community) ?? community, sk: placeInLine(rest) } : undefined,
  },
});
export type Volunteer = z.output<typeof Volunteer.schema>;

/** Where an application stands in the order in which answers are due. */
export function placeInLine({ registeredAt, id }: Readonly<{ registeredAt: string; id: string }>): string {
  return `${registeredAt}#${id}`;
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
