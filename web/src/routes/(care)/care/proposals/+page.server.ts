import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { redirect } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { careApi } from '../../care-client.server.ts';
import { desksOf } from '../../desks.server.ts';
import { urgencyOf, waitedWords } from '../../words.ts';
import { reasonsOf } from '../cases/[caseId]/candidates/reasons.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const desks = await desksOf(event);
  const now = toInstant(Date.now());
  const found = desks.desk && (await read(careApi(event).proposals.$get({ query: { place: desks.desk.value } })));
  return {
    desks,
    isGiven: event.url.searchParams.has('given'),
    proposals: found?.items.map(({ caseId, alias, risk, receivedAt, candidate }) => ({
      caseId,
      alias,
      urgency: urgencyOf(risk),
      since: waitedWords(receivedAt, now),
      counsellorId: candidate.counsellorId,
      workName: candidate.workName,
      reasons: reasonsOf(candidate.terms).filter(({ worth }) => worth !== undefined),
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const param = { caseId: form.text('caseId') };
    const json = { counsellorId: form.text('counsellorId') };
    const outcome = await outcomeOf(
      careApi(event, form.idempotencyKey).cases[':caseId'].assignment.$post({ param, json }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, '/care/proposals?given');
  },
};
