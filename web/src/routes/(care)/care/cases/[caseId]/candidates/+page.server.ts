import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { redirect } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { careApi } from '../../../../care-client.server.ts';
import { caseOf } from '../../../../case-page.server.ts';
import { nextStep } from '../../../../case-row.ts';
import { shownScreening } from '../../../../screening-view.ts';
import { urgencyOf, waitedWords } from '../../../../words.ts';
import type { Actions, PageServerLoad } from './$types';
import { fitPercent } from './fit.ts';
import { reasonsOf } from './reasons.ts';

export const load: PageServerLoad = async (event) => {
  const { caseId, alias, state, risk, receivedAt, screenings } = await caseOf(event);
  if (state !== 'waiting') redirect(303, nextStep(caseId, state));
  const { items } = await read(careApi(event).cases[':caseId'].candidates.$get({ param: { caseId } }));
  return {
    caseId,
    alias,
    urgency: urgencyOf(risk),
    since: waitedWords(receivedAt, toInstant(Date.now())),
    screening: screenings[0] && shownScreening(screenings[0]),
    candidates: items.map(({ counsellorId, workName, terms }) => ({
      counsellorId,
      workName,
      fit: fitPercent(terms),
      reasons: reasonsOf(terms),
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const overrideReason = form.optional('overrideReason');
    const json = { counsellorId: form.text('counsellorId'), ...(overrideReason && { overrideReason }) };
    const pending = careApi(event, form.idempotencyKey).cases[':caseId'].assignment.$post({ param: { caseId }, json });
    const outcome = await outcomeOf(pending);
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}?assigned`);
  },
};
