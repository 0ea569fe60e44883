import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';

/** The most people of a list that is sent at once: what is carried out well within the 29 seconds that a gateway waits. */
export const mostRowsAtOnce = 3_000;

/** A list of volunteers for a place: the text of a CSV file, whose columns `import-columns.ts` tells. */
export const VolunteerImport = z.object({ place: Scope, csv: z.string().min(1) });
export type VolunteerImport = z.output<typeof VolunteerImport>;

const counts = {
  total: z.int(),
  /** Entered as applicants by this import. */
  accepted: z.int(),
  /** Registered before, or named twice in the list: nothing was done. */
  alreadyKnown: z.int(),
  /** Not entered; what is wrong is told row by row in the file of bad rows. */
  rejected: z.int(),
};

export const VolunteerImportDone = z.object({ importId: Id('volunteerImport'), ...counts });
export type VolunteerImportDone = z.output<typeof VolunteerImportDone>;

export const VolunteerImportParams = z.object({ importId: Id('volunteerImport') });

/**
 * How an import went. One that is `running` was broken off, or is still at it: sending it again under its key goes on
 * with it.
 */
export const VolunteerImportReport = VolunteerImportDone.extend({
  place: Scope,
  state: z.enum(['running', 'finished']),
  startedAt: Instant,
  finishedAt: Instant.optional(),
  /** Until when the bad rows can be fetched. */
  badRowsUntil: Instant,
});
export type VolunteerImportReport = z.output<typeof VolunteerImportReport>;

/** The bad rows as a CSV file for a spreadsheet: the columns of the list, and the reason. */
export const BadRowsFile = z.object({ filename: z.string(), csv: z.string() });

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
