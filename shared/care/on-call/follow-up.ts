import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { day, hour, Instant, shiftBy } from '../../kernel/time.ts';
import { Risk } from '../instruments/triage.ts';

/** When the social worker gets in touch again, counted from the end of a crisis (house). */
export const followUpTimes = { day: 24 * hour, threeDays: 72 * hour, week: 7 * day, month: 30 * day } as const;

export const FollowUpStep = z.enum(Object.keys(followUpTimes) as [keyof typeof followUpTimes], {
  error: 'field.choice',
});
export type FollowUpStep = z.infer<typeof FollowUpStep>;

/** `declined` means that the person wants to hear no more; nothing that is left is asked then. */
export const FollowUpOutcome = z.enum(['spoke', 'notReached', 'declined'], { error: 'field.choice' });
export type FollowUpOutcome = z.infer<typeof FollowUpOutcome>;

export const FollowUpRef = z.object({
  caseId: Id('supportCase'),
  escalationId: Id('escalation'),
  step: FollowUpStep,
});

export const FollowUpReport = z.strictObject({ outcome: FollowUpOutcome });

/** A follow-up as the two people of a case see it. */
export const FollowUpView = z.object({
  escalationId: Id('escalation'),
  step: FollowUpStep,
  open: z.boolean(),
  dueAt: Instant,
  tries: z.array(z.object({ at: Instant, outcome: FollowUpOutcome })),
});
export type FollowUpView = z.infer<typeof FollowUpView>;

/** A follow-up that is still to be made, in a list of one's own. */
export const FollowUpEntry = z.object({
  caseId: Id('supportCase'),
  alias: z.string(),
  escalationId: Id('escalation'),
  step: FollowUpStep,
  dueAt: Instant,
});
export type FollowUpEntry = z.infer<typeof FollowUpEntry>;

/** A risk that a social worker takes for lower than it stands, and why. Nothing else ever lowers one. */
export const LowerRisk = z.strictObject({
  risk: Risk.exclude(['emergency'], { error: 'field.choice' }),
  reason: z.string().trim().min(10).max(500),
});

/** What is due after a crisis that ended at `endedAt`. */
export function followUpsAfter(endedAt: Instant): { step: FollowUpStep; dueAt: Instant }[] {
  return FollowUpStep.options.map((step) => ({ step, dueAt: shiftBy(endedAt, followUpTimes[step]) }));
}

/** When somebody who was not reached is to be tried again. */
export function followUpAgain(now: Instant): Instant {
  return shiftBy(now, day);
}
