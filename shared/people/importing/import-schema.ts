import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';

/** The most people of one list. */
export const mostRows = 100_000;

/** The most megabytes of a file: a hundred thousand people with every column filled in take about 15. */
export const mostMegabytes = 24;
export const mostBytes = mostMegabytes * 1024 * 1024;

/** A file travels in pieces of so many bytes, the last one shorter: as text under seal a piece still fits into one item. */
export const pieceBytes = 192 * 1024;

/** What becomes of a list: `check` tells how it would go and enters nobody, `enter` enters its good rows. */
export const importAims = ['check', 'enter'] as const;
export type ImportAim = (typeof importAims)[number];

/**
 * Where an import stands: `uploading` waits for the file; `reading` looks through all of it before anything is done;
 * `working` goes through its rows; `checked` waits for somebody to say that it may enter; `entered` is the end;
 * `refused` is a file that cannot be read, and nothing of it was entered.
 */
export const importStates = ['uploading', 'reading', 'working', 'checked', 'entered', 'refused'] as const;
export type ImportState = (typeof importStates)[number];

/** A list of volunteers for a place, whose columns `import-columns.ts` tells; its bytes follow in pieces. */
export const NewImport = z.object({
  place: Scope,
  fileName: z.string().trim().min(1).max(200),
  /** Bytes. */
  size: z.int().min(0),
  /** SHA-256 of the file, base64url: two imports of one file at once are told by it. */
  digest: z.string().regex(/^[\w-]{43}$/),
});
export type NewImport = z.output<typeof NewImport>;

export const ImportBegun = z.object({ importId: Id('volunteerImport') });

export const ImportParams = z.object({ importId: Id('volunteerImport') });

export const ImportPieceParams = ImportParams.extend({
  piece: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
});

/** A piece of the file, base64. */
export const ImportPieceContent = z.object({
  content: z
    .base64()
    .min(1)
    .max((pieceBytes / 3) * 4),
});

export const ImportStart = z.object({ aim: z.enum(importAims) });

export const ImportsQuery = PageQuery.extend({ place: Scope });

const counts = {
  /** Rows that have been gone through. */
  done: z.int(),
  /** Entered as applicants by this import, or those who would be. */
  accepted: z.int(),
  /** Registered before, or named twice in the list: nothing is done. */
  alreadyKnown: z.int(),
  /** Not entered; what is wrong is told row by row in the file of bad rows. */
  rejected: z.int(),
};

/** How an import stands. */
export const ImportReport = z.object({
  importId: Id('volunteerImport'),
  place: Scope,
  fileName: z.string(),
  aim: z.enum(importAims),
  state: z.enum(importStates),
  /** All rows of the file; known once it has been read. */
  total: z.int().optional(),
  ...counts,
  /** While it works: how fast, and about how many seconds more. */
  rowsPerSecond: z.int().optional(),
  secondsLeft: z.int().optional(),
  /** It has not moved for a while; starting it again goes on where it stopped. */
  isStuck: z.boolean(),
  /** Why the file was refused, in the reader's language. */
  refusal: z.string().optional(),
  startedAt: Instant,
  finishedAt: Instant.optional(),
  /** Until when the bad rows can be fetched. */
  badRowsUntil: Instant,
});
export type ImportReport = z.output<typeof ImportReport>;

export const BadRowsQuery = z.object({ cursor: z.string().max(2_000).optional() });

/** A page of the bad rows as a CSV file for a spreadsheet: the columns of the list, and the reason. The pages in a row are the file. */
export const BadRowsFile = z.object({ filename: z.string(), csv: z.string(), cursor: z.string().optional() });

/** What is wrong in a row that did not enter, in the reader's language; nothing of what stood in the row. */
export const RejectedRow = z.object({
  /** Where the row begins in the file, counted from 1. */
  line: z.int(),
  faults: z.array(
    z.object({
      /** The heading of the column; none when it is the row as a whole. */
      column: z.string().optional(),
      message: z.string(),
    }),
  ),
});
export type RejectedRow = z.output<typeof RejectedRow>;
