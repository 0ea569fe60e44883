import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import { LikenessKind } from '@kaifong/shared/people/merging/merge-schema.ts';
import { mergeParts, mergeStates, mobileFates } from '@kaifong/shared/people/merging/merging.ts';
import { Consent } from '@kaifong/shared/people/schema.ts';
import { Skill } from '@kaifong/shared/people/skills/skills.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';
import { MembershipItem } from '../teams/membership.table.ts';

/*
 * Access patterns of likely duplicates and merges, in the people table
 *
 *   who has a name and birth date, or had a number    LIKENESS#<blind index>   LIKENESS
 *   the numbers that somebody gave up              VOLUNTEER#<id>           FORMER_MOBILE#<at>
 *   two records that may be one person's              VOLUNTEER#<older>        LIKELY#<newer>
 *   those of a place that wait for a word             byPlaceAndState: LIKELY#waiting   <place>#<found at>#<older>#<newer>
 *   a merge                                           MERGE#<id>               MERGE
 *   the merges of a place                             byPlaceAndState: MERGES   <place>#<id>
 *   a team that a merge moved somebody in             MERGE#<id>               TEAM#<scope>
 *   a certificate that a merge moved                  MERGE#<id>               CERTIFICATE#<id>
 *
 * The place of a pair is the lowest that both belong to: whoever reaches it reaches both, and nobody else is shown the pair.
 */

/** Most people that one likeness remembers; further ones are compared with these. */
export const likenessHolds = 8;

/** Who looks so: written in the transaction that writes the person, so that the next one is compared with them. */
export const LikenessItem = itemType({
  entity: 'likeness',
  schema: z.object({
    index: z.string(),
    kind: LikenessKind,
    people: z.array(z.object({ volunteerId: Id('volunteer'), community: Scope })),
    version: z.int(),
  }),
  key: ({ index }: { index: string }) => ({ pk: `LIKENESS#${index}`, sk: 'LIKENESS' }),
});
export type LikenessItem = z.output<typeof LikenessItem.schema>;

/** A number that somebody gave up: under its mask, and by what it is found when somebody else comes with it. */
export const FormerMobileItem = itemType({
  entity: 'formerMobile',
  schema: z.object({ volunteerId: Id('volunteer'), at: Instant, index: z.string(), masked: z.string() }),
  key: ({ volunteerId, at }: { volunteerId: string; at: string }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `FORMER_MOBILE#${at}`,
  }),
});
export type FormerMobileItem = z.output<typeof FormerMobileItem.schema>;

/** Two records that may be one person's. It stays for good, so that what was answered once is not asked again. */
export const LikelyPairItem = itemType({
  entity: 'likelyPair',
  schema: z.object({
    one: Id('volunteer'),
    other: Id('volunteer'),
    place: Scope,
    because: z.array(LikenessKind),
    state: z.enum(['waiting', 'different', 'merged']),
    foundAt: Instant,
  }),
  key: ({ one, other }: { one: string; other: string }) => ({ pk: `VOLUNTEER#${one}`, sk: `LIKELY#${other}` }),
  indexes: {
    byPlaceAndState: ({ state, place, foundAt, one, other }) =>
      state === 'waiting' ? { pk: 'LIKELY#waiting', sk: `${place}#${foundAt}#${one}#${other}` } : undefined,
  },
});
export type LikelyPair = z.output<typeof LikelyPairItem.schema>;

export const MergeItem = itemType({
  entity: 'merge',
  schema: z.object({
    id: Id('merge'),
    stays: Id('volunteer'),
    goes: Id('volunteer'),
    place: Scope,
    mobile: z.enum(mobileFates),
    state: z.enum(mergeStates),
    /** Which parts have been moved, the way that the state says. */
    done: z.array(z.enum(mergeParts)),
    /** Who answers for the way that things move now. */
    by: Id('account'),
    /** The consents of the record that stays as they were, and those that came to it. */
    consentsBefore: z.array(Consent),
    consentsMoved: z.array(Consent),
    numberLost: z.boolean(),
    begunAt: Instant,
    changedAt: Instant,
    version: z.int(),
  }),
  key: ({ id }: { id: string }) => ({ pk: `MERGE#${id}`, sk: 'MERGE' }),
  indexes: { byPlaceAndState: ({ place, id }) => ({ pk: 'MERGES', sk: `${place}#${id}` }) },
});
export type MergeItem = z.output<typeof MergeItem.schema>;

/** What a merge did in a team: the memberships as they were, and what became of them. */
export const MergedMembership = itemType({
  entity: 'mergedMembership',
  schema: z.object({
    mergeId: Id('merge'),
    team: Scope,
    went: MembershipItem.schema,
    had: MembershipItem.schema.optional(),
    joined: MembershipItem.schema,
  }),
  key: ({ mergeId, team }: { mergeId: string; team: string }) => ({ pk: `MERGE#${mergeId}`, sk: `TEAM#${team}` }),
});
export type MergedMembership = z.output<typeof MergedMembership.schema>;

/** A certificate that a merge moved, and the skills that the record which stays got by it. */
export const MergedCertificate = itemType({
  entity: 'mergedCertificate',
  schema: z.object({ mergeId: Id('merge'), certificateId: Id('certificate'), skillsAdded: z.array(Skill) }),
  key: ({ mergeId, certificateId }: { mergeId: string; certificateId: string }) => ({
    pk: `MERGE#${mergeId}`,
    sk: `CERTIFICATE#${certificateId}`,
  }),
});
export type MergedCertificate = z.output<typeof MergedCertificate.schema>;
