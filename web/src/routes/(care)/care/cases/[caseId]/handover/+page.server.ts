import type { Handover } from '@kaifong/shared/care/cases/handover.ts';
import { redirect } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { careApi } from '../../../../care-client.server.ts';
import { caseOf, isSocialWorker } from '../../../../case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { shownHandover } from './handover-words.ts';

export const load: PageServerLoad = async (event) => {
  const { caseId } = event.params;
  const [{ alias, state, counsellor, crisis }, { items }] = await Promise.all([
    caseOf(event),
    read(careApi(event).cases[':caseId'].handovers.$get({ param: { caseId } })),
  ]);
  return {
    caseId,
    alias,
    handovers: items.map(shownHandover),
    mayHandOver: state !== 'closed' && counsellor !== undefined && crisis === undefined,
    isCrisis: crisis !== undefined,
    counsellor: counsellor?.workName,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const json: Handover = {
      reason: form.text('reason') as Handover['reason'],
      text: form.text('text'),
      nextStep: form.text('nextStep'),
      asMeant: form.ticked('asMeant'),
    };
    const { handovers } = careApi(event, form.idempotencyKey).cases[':caseId'];
    const outcome = await outcomeOf(handovers.$post({ param: { caseId }, json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    // Whoever had it as a counsellor sees it no longer.
    redirect(303, isSocialWorker(event) ? `/care/cases/${caseId}/handover` : '/care/my-cases?handed');
  },
};
