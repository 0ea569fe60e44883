import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { redirect } from '@sveltejs/kit';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { careApi } from '../../../../care-client.server.ts';
import { caseOf, isSocialWorker } from '../../../../case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { answerIn, referralIn } from './referral-form.ts';
import { shownReferral } from './referral-words.ts';

export const load: PageServerLoad = async (event) => {
  const { caseId, alias, state, referrals } = await caseOf(event);
  const now = toInstant(Date.now());
  const mayRefer = isSocialWorker(event);
  return {
    caseId,
    alias,
    today: dayOf(now),
    referrals: referrals.map((referral) => shownReferral(referral, now)),
    pending: mayRefer ? referrals.find(({ open }) => open)?.referralId : undefined,
    mayOpen: mayRefer && state !== 'closed',
    mayRefer,
  };
};

export const actions: Actions = {
  open: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const { referrals } = careApi(event, form.idempotencyKey).cases[':caseId'];
    const outcome = await outcomeOf(referrals.$post({ param: { caseId }, json: referralIn(form) }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}/referrals`);
  },

  answer: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const param = { caseId, referralId: form.text('referralId') };
    const { answer } = careApi(event, form.idempotencyKey).cases[':caseId'].referrals[':referralId'];
    const outcome = await outcomeOf(answer.$post({ param, json: answerIn(form) }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}/referrals`);
  },
};
