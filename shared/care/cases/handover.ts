import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Instant } from '../../kernel/time.ts';
import { Risk } from '../instruments/triage.ts';
import { ReferralView } from './referral.ts';

export const handoverReasons = ['personAsked', 'timesDoNotFit', 'beyondMe', 'leaving', 'other'] as const;

/** What one counsellor leaves for the next, in words. */
export const Handover = z.strictObject({
  reason: z.enum(handoverReasons, { error: 'field.choice' }),
  /** What the next one has to know. */
  text: z.string().trim().min(10).max(2_000),
  nextStep: z.string().trim().min(1).max(1_000),
  /** Said again, after a warning that the words name an illness. */
  asMeant: z.boolean().default(false),
});
export type Handover = z.output<typeof Handover>;

/** What stood open at that moment, put together by the system so that nothing is forgotten. */
export const LeftOpen = z.object({
  risk: Risk.optional(),
  reports: z.int(),
  referrals: z.array(ReferralView.pick({ to: true, name: true })),
  sessions: z.object({ held: z.int(), noShow: z.int() }),
  /** When the next session would have been; all that were planned are cancelled with this. */
  cancelled: Instant.optional(),
  followUps: z.int(),
  hasPlan: z.boolean(),
});

/** A summary as it is read. It is written once and never changed. */
export const HandoverView = z.object({
  at: Instant,
  counsellorId: Id('counsellor'),
  ...Handover.omit({ asMeant: true }).shape,
  /** Both are empty where nobody was left to write them. */
  text: z.string(),
  nextStep: z.string(),
  /** The counsellor serves no longer, and the case went back by rule. */
  byRule: z.literal(true).optional(),
  open: LeftOpen,
});
export type HandoverView = z.infer<typeof HandoverView>;
