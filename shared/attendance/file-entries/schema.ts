import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Day, Instant } from '../../kernel/time.ts';

/** What a service file holds besides services and training (民政部令67 art. 4): honours, how service was found, and complaints. */
export const entryKinds = ['award', 'evaluation', 'complaint'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What came of a complaint; one that nobody has looked into yet is not written into anybody's file. */
export const complaintOutcomes = ['upheld', 'notUpheld'] as const;

const shared = {
  title: z.string().trim().min(2).max(80),
  on: Day,
  /** Who honours, evaluates or complains: an organisation or a role, and no private person's name. */
  by: z.string().trim().min(2).max(60),
  words: z.string().trim().max(500).default(''),
};

export const NewFileEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('award'), ...shared }),
  /** From 1, not good, to 5, very good. */
  z.object({ kind: z.literal('evaluation'), ...shared, rating: z.int().min(1).max(5) }),
  z.object({ kind: z.literal('complaint'), ...shared, outcome: z.enum(complaintOutcomes) }),
]);
export type NewFileEntry = z.infer<typeof NewFileEntry>;

/** An entry as its person and her coordinators read it. It is never changed: a wrong one is taken back, and both stay. */
export const FileEntry = z.object({
  entryId: Id('fileEntry'),
  kind: z.enum(entryKinds),
  ...shared,
  rating: z.int().optional(),
  outcome: z.enum(complaintOutcomes).optional(),
  recordedAt: Instant,
  withdrawn: z.object({ at: Instant, reason: z.string() }).optional(),
});
export type FileEntry = z.infer<typeof FileEntry>;

/** Why an entry is taken back; its person reads it. */
export const EntryWithdrawal = z.object({ reason: z.string().trim().min(5).max(200) });

export const FileParams = z.object({ volunteerId: Id('volunteer') });
export const EntryParams = FileParams.extend({ entryId: Id('fileEntry') });
