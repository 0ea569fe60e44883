import type { FollowUpStep, FollowUpView } from '@kaifong/shared/care/on-call/follow-up.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { followUpOutcomes, followUpSteps } from '../../../follow-up-words.ts';

/** A follow-up in words. */
export type ShownFollowUp = Readonly<{
  key: string;
  escalationId: string;
  code: FollowUpStep;
  step: string;
  open: boolean;
  isOverdue: boolean;
  dueAt: Instant;
  tries: readonly Readonly<{ at: Instant; outcome: string }>[];
}>;

export function shownFollowUp({ escalationId, step, open, dueAt, tries }: FollowUpView, now: Instant): ShownFollowUp {
  return {
    key: `${escalationId} ${step}`,
    escalationId,
    code: step,
    step: followUpSteps[step](),
    open,
    isOverdue: open && dueAt < now,
    dueAt,
    tries: tries.map(({ at, outcome }) => ({ at, outcome: followUpOutcomes[outcome]() })),
  };
}
