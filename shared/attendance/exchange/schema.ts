import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Day, Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { Dataset, ExchangeRow } from './datasets.ts';

/** Days, both included, on which something was recorded or, of an entry of a service file, taken back. */
export const ExchangeSpan = z.object({ dataset: Dataset, from: Day, until: Day });
export type ExchangeSpan = z.infer<typeof ExchangeSpan>;

/** The records of a place and all below it as a file. */
export const ExchangeQuery = ExchangeSpan.extend({
  place: Scope,
  format: z.enum(['csv', 'json']).default('csv'),
  cursor: z.string().max(2_000).optional(),
});
export type ExchangeQuery = z.infer<typeof ExchangeQuery>;

/** A page of the file: text for a spreadsheet, or records. The pages in a row are the file; one may be empty and not be the last. */
export const ExchangeFile = z.object({
  filename: z.string(),
  csv: z.string().optional(),
  rows: z.array(ExchangeRow).optional(),
  cursor: z.string().optional(),
});

/** `stopped`: the other system could not be reached for too long; somebody lets it go on. */
export const pushStates = ['sending', 'done', 'stopped'] as const;
export type PushState = (typeof pushStates)[number];

/** Why a part did not arrive: nobody answered; the whole of it was refused, with a status; the answer was not understood. */
export const pushFaults = ['unreachable', 'refused', 'notUnderstood'] as const;
export type PushFault = (typeof pushFaults)[number];

/** Records of the whole district that are sent to the provincial system, part by part. */
export const ProvincialPush = ExchangeSpan.extend({
  pushId: Id('provincialPush'),
  state: z.enum(pushStates),
  accepted: z.int(),
  /** Those that it did not take, and that were not taken since. */
  refused: z.int(),
  /** Tries of the part in hand that failed in a row, what was wrong with the last, and when the next one is due. */
  attempts: z.int(),
  fault: z.object({ kind: z.enum(pushFaults), status: z.int().optional(), at: Instant }).optional(),
  dueAt: Instant.optional(),
  startedAt: Instant,
  finishedAt: Instant.optional(),
});
export type ProvincialPush = z.infer<typeof ProvincialPush>;

/** A record that the provincial system did not take, and what it said. */
export const RefusedRecord = z.object({
  recordNumber: z.string(),
  reason: z.string(),
  row: ExchangeRow,
  at: Instant,
});
export type RefusedRecord = z.infer<typeof RefusedRecord>;

export const PushParams = z.object({ pushId: Id('provincialPush') });
