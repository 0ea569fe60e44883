import type { FollowUpOutcome, FollowUpStep } from '@kaifong/shared/care/on-call/follow-up.ts';
import { m } from '#paraglide/messages.js';

/** Which of the four follow-ups after a crisis it is. */
export const followUpSteps: Readonly<Record<FollowUpStep, () => string>> = {
  day: m.care_followUpDay,
  threeDays: m.care_followUpThreeDays,
  week: m.care_followUpWeek,
  month: m.care_followUpMonth,
};

export const followUpOutcomes: Readonly<Record<FollowUpOutcome, () => string>> = {
  spoke: m.care_followUpSpoke,
  notReached: m.care_followUpNotReached,
  declined: m.care_followUpDeclined,
};
