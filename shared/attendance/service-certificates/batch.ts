import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { VolunteerNumber } from '../../people/schema.ts';
import { CertificateNumber } from './number.ts';
import { CertificateSpan } from './schema.ts';

/** Most people of a place for whom certificates are issued at once. */
export const mostPerBatch = 1_000;

/** A certificate for each volunteer of a place who served in a span of days, both included. */
export const NewCertificateBatch = z.object({ place: Scope, ...CertificateSpan.shape });
export type NewCertificateBatch = z.infer<typeof NewCertificateBatch>;

export const batchStates = ['working', 'done', 'tooMany'] as const;

/** What came of one person: a certificate, or why there is none. */
export const batchOutcomes = ['issued', 'nothingServed', 'noDocument'] as const;
export type BatchOutcome = (typeof batchOutcomes)[number];

const Counts = z.object({ issued: z.int(), nothingServed: z.int(), noDocument: z.int() });

/** How a batch stands. `total` is the number of people looked at, as soon as they are counted. */
export const CertificateBatch = NewCertificateBatch.extend({
  batchId: Id('certificateBatch'),
  state: z.enum(batchStates),
  total: z.int().optional(),
  ...Counts.shape,
  startedAt: Instant,
  finishedAt: Instant.optional(),
});
export type CertificateBatch = z.infer<typeof CertificateBatch>;

/** What came of one person of a batch. */
export const BatchPerson = z.object({
  volunteerId: Id('volunteer'),
  volunteerNumber: VolunteerNumber,
  name: z.string(),
  outcome: z.enum(batchOutcomes),
  number: CertificateNumber.optional(),
});
export type BatchPerson = z.infer<typeof BatchPerson>;

export const BatchParams = z.object({ batchId: Id('certificateBatch') });
export const BatchesQuery = PageQuery.extend({ place: Scope });
