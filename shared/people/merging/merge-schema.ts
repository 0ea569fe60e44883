import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { VolunteerSummary } from '../schema.ts';
import { mergeParts, mergeStates, mobileFates } from './merging.ts';

/** What speaks for two records being one person's: the same name and birth date, or a number that the other one had. */
export const likenessKinds = ['nameAndBirth', 'formerMobile'] as const;
export const LikenessKind = z.enum(likenessKinds);
export type LikenessKind = z.infer<typeof LikenessKind>;

export const DuplicatesQuery = PageQuery.extend({ place: Scope });

/** One of two records, under masks. */
export const LikelyPerson = VolunteerSummary.extend({ mobile: z.string() });
export type LikelyPerson = z.infer<typeof LikelyPerson>;

/** Two records that may be one person's, the older first. */
export const LikelyDuplicate = z.object({
  because: z.array(LikenessKind),
  foundAt: Instant,
  people: z.array(LikelyPerson).length(2),
});
export type LikelyDuplicate = z.infer<typeof LikelyDuplicate>;

/** That two records are two people's. */
export const NotTheSame = z.object({ volunteerIds: z.array(Id('volunteer')).length(2) });
export type NotTheSame = z.infer<typeof NotTheSame>;

const Reason = z.string().trim().min(4).max(300);

export const NewMerge = z.object({
  stays: Id('volunteer'),
  goes: Id('volunteer'),
  mobile: z.enum(mobileFates, { error: 'field.choice' }),
  reason: Reason,
});
export type NewMerge = z.output<typeof NewMerge>;

export const MergeParams = z.object({ mergeId: Id('merge') });
export const MergeUndoing = z.object({ reason: Reason });
export const MergesQuery = PageQuery.extend({ place: Scope });

const Party = VolunteerSummary.pick({ id: true, number: true, name: true, community: true, state: true });

/** A merge, and how far it is. `numberLost`: the mobile number was somebody else's by the time of undoing. */
export const Merge = z.object({
  id: Id('merge'),
  state: z.enum(mergeStates),
  begunAt: Instant,
  changedAt: Instant,
  stays: Party,
  goes: Party,
  parts: z.array(z.object({ part: z.enum(mergeParts), done: z.boolean() })),
  numberLost: z.boolean(),
});
export type Merge = z.infer<typeof Merge>;

export const MergeBegun = z.object({ id: Id('merge'), state: z.enum(mergeStates) });
