import { careNotice } from '@kaifong/shared/care/words.ts';
import { error, redirect } from '@sveltejs/kit';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../../../care-client.server.ts';
import { caseOf, isCounsellor, isSocialWorker } from '../../../../case-page.server.ts';
import { nextStep } from '../../../../case-row.ts';
import { answersOf, besides, nextSheet } from '../../../../question-sheet.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!isSocialWorker(event) && !isCounsellor(event))
    error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const { locale } = event.locals;
  const { caseId, alias, state, ...questions } = await caseOf(event);
  if (state === 'closed') redirect(303, `/care/cases/${caseId}`);
  return {
    caseId,
    alias,
    sheet: nextSheet(questions, event.url.searchParams.get('ask'), locale),
    besides: besides(questions.mayAsk, locale),
    notice: careNotice[locale],
    onward: isSocialWorker(event) ? nextStep(caseId, state) : `/care/cases/${caseId}`,
  };
};

export const actions: Actions = {
  /** Whatever was answered is sent, complete or not; what is left is asked next. */
  default: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const pending = careApi(event, form.idempotencyKey).cases[':caseId'].screening.$post({
      param: { caseId },
      json: answersOf(form),
    });
    const outcome = await outcomeOf(pending);
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}/${outcome.body.state === 'escalated' ? 'danger' : 'questions'}`);
  },
};
