import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { CommunityScope, VolunteerNumber } from '../../people/schema.ts';
import { mostPerAdjustment } from './adjusting.ts';

/** Points that are to be added by hand, or taken when negative, and why: the volunteer reads it. */
export const NewAdjustment = z.object({
  number: VolunteerNumber,
  points: z
    .int()
    .min(-mostPerAdjustment.district)
    .max(mostPerAdjustment.district)
    .refine((points) => points !== 0, { error: 'adjustment.nothing' }),
  why: z.string().trim().min(10).max(200),
});
export type NewAdjustment = z.output<typeof NewAdjustment>;

/** An adjustment that somebody asked for, until a second person decides. */
export const AskedAdjustment = NewAdjustment.omit({ number: true }).extend({
  id: Id('adjustment'),
  volunteerId: Id('volunteer'),
  community: CommunityScope,
  askedBy: Id('account'),
  askedAt: Instant,
});
export type AskedAdjustment = z.output<typeof AskedAdjustment>;

export const DecidedAdjustment = AskedAdjustment.extend({
  state: z.enum(['approved', 'declined']),
  decidedBy: Id('account'),
  decidedAt: Instant,
});
export type DecidedAdjustment = z.output<typeof DecidedAdjustment>;

export const AdjustmentsQuery = PageQuery.extend({ place: Scope, list: z.enum(['asked', 'decided']) });
export type AdjustmentsQuery = z.output<typeof AdjustmentsQuery>;

/** An adjustment as coordinators see it. */
export const Adjustment = AskedAdjustment.omit({ askedBy: true }).extend({
  state: z.enum(['asked', 'approved', 'declined']),
  decidedAt: Instant.optional(),
  /** Not there for somebody who is not on file any more. */
  name: z.string().optional(),
  number: VolunteerNumber.optional(),
  /** Whether the person who reads this asked for it, who cannot approve it. */
  isOwn: z.boolean(),
});
export type Adjustment = z.output<typeof Adjustment>;

export const AdjustmentParams = z.object({ adjustmentId: Id('adjustment') });
export const AdjustmentAsked = z.object({ id: Id('adjustment') });
export const AdjustmentDecision = z.object({ decision: z.enum(['approve', 'decline']) });
export type AdjustmentDecision = z.output<typeof AdjustmentDecision>;
export const AdjustmentDecided = z.object({ id: Id('adjustment'), state: z.enum(['approved', 'declined']) });
