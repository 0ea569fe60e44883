import { createHash } from 'node:crypto';
import { Id, idFromBytes } from '@kaifong/shared/kernel/ids.ts';
import { day, epochSeconds, Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import { type ImportAim, importAims, importStates } from '@kaifong/shared/people/importing/import-schema.ts';
import { importEncodings } from '@kaifong/shared/people/importing/import-text.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of imports, in the people table
 *
 *   an import                                    IMPORT#<id>             IMPORT
 *   a piece of its file                          IMPORT#<id>             PIECE#<number>
 *   how each part of it ended, in order          IMPORT#<id>             PART#<number>
 *   what a check found in each part, in order    IMPORT#<id>             CHECK#<number>
 *   the imports of a place and below, by time    IMPORTS#<place>         <started at>#<id>
 *   which import a list is entered by            LIST#<place>#<digest>   LIST
 *
 * A part is written in the transaction that enters its people, so that an import that was broken off goes on where it
 * stopped. An import is listed under its place and all above it, so that each level reads its own in one read.
 */

/** Bad rows hold personal data and are kept for so long; so is a file that was never entered. */
export const badRowsKeptFor = 30 * day;

/** An import of a list. It tells nothing of a person and is kept for good. */
export const VolunteerImportItem = itemType({
  entity: 'volunteerImport',
  schema: z.object({
    importId: Id('volunteerImport'),
    place: Scope,
    /** Who sent it: an account, or the name of a command of the operator. */
    importedBy: z.string(),
    fileName: z.string(),
    size: z.int(),
    /** Of the file, as its sender said. */
    digest: z.string(),
    aim: z.enum(importAims),
    state: z.enum(importStates),
    format: z.enum([...importEncodings, 'xlsx']).optional(),
    headings: z.array(z.string()).optional(),
    total: z.int().optional(),
    done: z.int(),
    accepted: z.int(),
    alreadyKnown: z.int(),
    rejected: z.int(),
    refusal: z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) }).optional(),
    startedAt: Instant,
    /** How long its steps went through its rows, in milliseconds; the time between them does not count. */
    workedFor: z.int().optional(),
    /** When it last got on. */
    movedAt: Instant,
    finishedAt: Instant.optional(),
  }),
  key: ({ importId }: { importId: string }) => ({ pk: `IMPORT#${importId}`, sk: 'IMPORT' }),
});
export type VolunteerImportItem = z.output<typeof VolunteerImportItem.schema>;

/** That a place has an import: one for the import's own place and each place above it. */
export const ImportListing = itemType({
  entity: 'importListing',
  schema: z.object({ listedAt: Scope, importId: Id('volunteerImport'), startedAt: Instant }),
  key: ({ listedAt, importId, startedAt }: { listedAt: string; importId: string; startedAt: string }) => ({
    pk: `IMPORTS#${listedAt}`,
    sk: `${startedAt}#${importId}`,
  }),
});

/** A piece of an uploaded file, base64 and under seal. */
export const ImportPiece = itemType({
  entity: 'importPiece',
  schema: z.object({ importId: Id('volunteerImport'), piece: z.int(), contentSealed: z.string(), at: Instant }),
  key: ({ importId, piece }: { importId: string; piece: number }) => ({
    pk: `IMPORT#${importId}`,
    sk: `PIECE#${numbered(piece)}`,
  }),
  purgeAt: ({ at }) => epochSeconds(at) + badRowsKeptFor / 1000,
});

/** A part of an import: its counts, and its bad rows under seal. */
export const ImportPart = itemType({
  entity: 'importPart',
  schema: z.object({
    importId: Id('volunteerImport'),
    aim: z.enum(importAims),
    part: z.int(),
    accepted: z.int(),
    alreadyKnown: z.int(),
    rejected: z.int(),
    badRowsSealed: z.string().optional(),
    at: Instant,
  }),
  key: ({ importId, aim, part }: { importId: string; aim: ImportAim; part: number }) => ({
    pk: `IMPORT#${importId}`,
    sk: `${partsOf[aim]}${numbered(part)}`,
  }),
  purgeAt: ({ at }) => epochSeconds(at) + badRowsKeptFor / 1000,
});
export type ImportPart = z.output<typeof ImportPart.schema>;

/** How the sort keys of the parts begin. */
export const partsOf: Readonly<Record<ImportAim, string>> = { check: 'CHECK#', enter: 'PART#' };

/** Which import a file is being entered by, or was last. */
export const ListBeingEntered = itemType({
  entity: 'listBeingEntered',
  schema: z.object({ place: Scope, digest: z.string(), importId: Id('volunteerImport') }),
  key: ({ place, digest }: { place: string; digest: string }) => ({ pk: `LIST#${place}#${digest}`, sk: 'LIST' }),
});
export type ListBeingEntered = z.output<typeof ListBeingEntered.schema>;

const numbered = (number: number) => String(number).padStart(5, '0');

/** The additional data that ties the sealed bad rows of a part to it. */
export function badRowsPlace({ importId, aim, part }: Pick<ImportPart, 'importId' | 'aim' | 'part'>): string {
  return `volunteerImport/${importId}/${aim}/${part}/badRows`;
}

/** The same for a piece of the file. */
export function piecePlace(importId: string, piece: number): string {
  return `volunteerImport/${importId}/piece/${piece}`;
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
