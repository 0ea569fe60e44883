import type { Referral, ReferralAnswer } from '@kaifong/shared/care/cases/referral.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** A referral as it was filled in. What is wrong, the API says. */
export function referralIn(form: SubmittedForm): Referral {
  return {
    to: form.text('to') as Referral['to'],
    name: form.text('name'),
    reason: form.text('reason'),
    consent: form.text('consent') as Referral['consent'],
    asMeant: form.ticked('asMeant'),
  };
}

/** What became of it, as it was filled in. */
export function answerIn(form: SubmittedForm): ReferralAnswer {
  const outcome = form.text('outcome') as ReferralAnswer['outcome'];
  if (outcome !== 'received') return { outcome };
  return {
    outcome,
    receivedBy: form.text('receivedBy'),
    receivedOn: form.text('receivedOn'),
    knownBy: form.text('knownBy') as 'theyTold',
  };
}
