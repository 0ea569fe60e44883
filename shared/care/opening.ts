import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { PageQuery } from '../kernel/paging.ts';
import { Instant } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';
import { NoteView } from './cases/note.ts';
import { SafetyPlanView } from './cases/safety-plan.ts';
import { Risk } from './instruments/triage.ts';
import { CaseState, Wishes } from './schema.ts';

/** How long a case may be open to somebody it was not handed to, in minutes. */
export const openingMinutes = [15, 30, 60] as const;

/** A supervisor opens a case in an emergency; the reason is kept under seal, and another supervisor says afterwards whether it held. */
export const NewOpening = z.strictObject({
  caseId: Id('supportCase'),
  reason: z.string().trim().min(20).max(500),
  minutes: z.literal(openingMinutes, { error: 'field.choice' }),
});
export type NewOpening = z.output<typeof NewOpening>;

export const OpeningStanding = z.object({ caseId: Id('supportCase'), openedAt: Instant, until: Instant });

export const OpeningsQuery = PageQuery.extend({ place: Scope });

/** An opening that nobody has reviewed yet. */
export const OpeningView = OpeningStanding.extend({
  /** The pseudonym that the audit knows the supervisor by. */
  by: z.string(),
  isMine: z.boolean(),
  isReadable: z.boolean(),
  reason: z.string(),
});
export type OpeningView = z.infer<typeof OpeningView>;

export const OpeningReview = z.strictObject({
  caseId: Id('supportCase'),
  openedAt: Instant,
  verdict: z.enum(['justified', 'notJustified'], { error: 'field.choice' }),
  text: z.string().trim().min(10).max(500),
});
export type OpeningReview = z.output<typeof OpeningReview>;

/** An opening that was reviewed: why it was opened, and what another supervisor made of it. */
export const PastOpening = OpeningStanding.extend({
  by: z.string(),
  reason: z.string(),
  review: OpeningReview.pick({ verdict: true, text: true }).extend({ by: z.string(), at: Instant }),
});
export type PastOpening = z.infer<typeof PastOpening>;

export const OpeningReviewed = z.object({ caseId: Id('supportCase'), openedAt: Instant });

/** What it takes to help somebody now: how to reach her, how she was last, and her plan. To be read only. */
export const OpenedCase = z.object({
  caseId: Id('supportCase'),
  until: Instant,
  alias: z.string(),
  risk: Risk.optional(),
  state: CaseState,
  forWhom: Wishes.shape.forWhom,
  contact: Wishes.shape.contact,
  languages: Wishes.shape.languages,
  summary: Wishes.shape.summary,
  /** The latest first, at most ten. */
  notes: z.array(NoteView.pick({ at: true, text: true, condition: true, nextStep: true })),
  plan: SafetyPlanView.shape.plan,
});
export type OpenedCase = z.infer<typeof OpenedCase>;
