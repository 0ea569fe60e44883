import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { PageQuery } from '../kernel/paging.ts';
import { Day, Instant } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';

/**
 * What of a case can be opened: the case, its notes, its safety plan, what was left at a handover, how she was over the sessions, how it matches, the
 * way to reach the person in an emergency, or what a supervisor sees who opens it in one. Of a counsellor: what she brought to supervision, and how
 * she is herself.
 */
export const openedParts = [
  'case',
  'notes',
  'candidates',
  'contact',
  'plan',
  'handover',
  'emergency',
  'progress',
  'discussion',
  'checkIn',
] as const;

/** In which role somebody opened it. */
export const readerRoles = ['socialWorker', 'counsellor', 'onCall', 'careSupervisor'] as const;

/**
 * A line of care's audit: who opened what of which case, or of which counsellor. `reader` is the pseudonym of an account, the same in every line; nothing here tells
 * what was read.
 */
export const CareReading = z.object({
  caseId: Id('supportCase').optional(),
  counsellorId: Id('counsellor').optional(),
  at: Instant,
  reader: z.string(),
  as: z.enum(readerRoles).optional(),
  opened: z.enum(openedParts),
});
export type CareReading = z.infer<typeof CareReading>;

/** Of one case, of one reader, or of one day, in this order; a place narrows it down. */
export const CareReadingsQuery = PageQuery.extend({
  place: Scope,
  caseId: Id('supportCase').optional(),
  reader: z
    .string()
    .regex(/^[\w=+/-]{8,100}$/, { error: 'field.id' })
    .optional(),
  day: Day.optional(),
});
export type CareReadingsQuery = z.output<typeof CareReadingsQuery>;
