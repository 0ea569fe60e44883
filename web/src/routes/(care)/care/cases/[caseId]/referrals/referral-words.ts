import type { ReferralAnswer, ReferralView } from '@kaifong/shared/care/cases/referral.ts';
import { isConfirmed } from '@kaifong/shared/care/cases/referral.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { m } from '#paraglide/messages.js';

export const targetWords: Readonly<Record<ReferralView['to'], () => string>> = {
  hospital: m.referrals_toHospital,
  hotline: m.referrals_toHotline,
  other: m.referrals_toOther,
};

export const consentWords: Readonly<Record<ReferralView['consent'], () => string>> = {
  given: m.referrals_consentGiven,
  lifeInDanger: m.referrals_consentDanger,
};

type Proof = (ReferralAnswer & { outcome: 'received' })['knownBy'];

export const proofWords: Readonly<Record<Proof, () => string>> = {
  theyTold: m.referrals_theyTold,
  sheTold: m.referrals_sheTold,
  inWriting: m.referrals_inWriting,
  cameAlong: m.referrals_cameAlong,
};

function answerWords(answer: ReferralAnswer): string {
  if (answer.outcome === 'didNotArrive') return m.referrals_didNotArrive();
  if (answer.outcome === 'declined') return m.referrals_declined();
  const { receivedBy, receivedOn, knownBy } = answer;
  return m.referrals_receivedBy({ by: receivedBy, day: receivedOn, how: proofWords[knownBy]() });
}

/** A referral in words. */
export function shownReferral(referral: ReferralView, now: Instant) {
  const { referralId, at, open, dueAt, to, name, reason, consent, answers } = referral;
  return {
    referralId,
    at,
    open,
    dueAt,
    isOverdue: open && dueAt < now,
    isConfirmed: isConfirmed(referral),
    to: targetWords[to](),
    name,
    reason,
    consent: consentWords[consent](),
    answers: answers.map((told) => ({ at: told.at, words: answerWords(told.answer) })),
  };
}
