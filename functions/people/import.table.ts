import { createHash } from 'node:crypto';
import { Id, idFromBytes } from '@kaifong/shared/kernel/ids.ts';
import { day, epochSeconds, Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of imports, in the people table
 *
 *   an import                                    IMPORT#<id>   IMPORT
 *   how each part of it ended, in order          IMPORT#<id>   PART#<number>
 *
 * A part is written in the transaction that enters its people, so that an import that was broken off goes on where it
 * stopped.
 */

/** Bad rows hold personal data and are kept for so long. */
export const badRowsKeptFor = 30 * day;

/** An import of a list. It tells nothing of a person and is kept for good. */
export const VolunteerImportItem = itemType({
  entity: 'volunteerImport',
  schema: z.object({
    importId: Id('volunteerImport'),
    place: Scope,
    /** Who sent it: an account, or the name of a command of the operator. */
    importedBy: z.string(),
    /** Of what was sent, so that a key is not used for another list. */
    digest: z.string(),
    headings: z.array(z.string()),
    state: z.enum(['running', 'finished']),
    total: z.int(),
    accepted: z.int(),
    alreadyKnown: z.int(),
    rejected: z.int(),
    startedAt: Instant,
    finishedAt: Instant.optional(),
  }),
  key: ({ importId }: { importId: string }) => ({ pk: `IMPORT#${importId}`, sk: 'IMPORT' }),
});
export type VolunteerImportItem = z.output<typeof VolunteerImportItem.schema>;

/** A part of an import: its counts, and its bad rows under seal. */
export const ImportPart = itemType({
  entity: 'importPart',
  schema: z.object({
    importId: Id('volunteerImport'),
    part: z.int(),
    accepted: z.int(),
    alreadyKnown: z.int(),
    rejected: z.int(),
    badRowsSealed: z.string().optional(),
    at: Instant,
  }),
  key: ({ importId, part }: { importId: string; part: number }) => ({
    pk: `IMPORT#${importId}`,
    sk: `PART#${String(part).padStart(5, '0')}`,
  }),
  purgeAt: ({ at }) => epochSeconds(at) + badRowsKeptFor / 1000,
});
export type ImportPart = z.output<typeof ImportPart.schema>;

/** The additional data that ties the sealed bad rows of a part to it. */
export function badRowsPlace(importId: string, part: number): string {
  return `volunteerImport/${importId}/part/${part}/badRows`;
}

/** The id of the import that somebody sends under a key: always the same, so that sending it again finds it. */
export function importIdOf(by: string, key: string): string {
  return idFromBytes(
    'volunteerImport',
    createHash('sha256')
      .update(JSON.stringify([by, key]))
      .digest(),
  );
}
