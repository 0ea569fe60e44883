import { ageBands, audiences, type NewDiscussion } from '@kaifong/shared/care/supervision/discussion.ts';
import { redirect } from '@sveltejs/kit';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../../../care-client.server.ts';
import { caseOf } from '../../../../case-page.server.ts';
import { ageBandWords } from '../../../../discussion-view.ts';
import type { Actions, PageServerLoad } from './$types';

/** Bringing a case to supervision, in words by which nobody can be known. */
export const load: PageServerLoad = async (event) => {
  const { alias } = await caseOf(event);
  const audienceWords = { supervisor: m.discussing_supervisor, group: m.discussing_group };
  return {
    caseId: event.params.caseId,
    alias,
    ages: ageBands.map((value) => ({ value, label: ageBandWords[value]() })),
    audiences: audiences.map((value) => ({ value, label: audienceWords[value]() })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const json: NewDiscussion = {
      caseId: event.params.caseId,
      ageBand: form.text('ageBand') as NewDiscussion['ageBand'],
      audience: form.text('audience') as NewDiscussion['audience'],
      text: form.text('text'),
      asMeant: form.ticked('asMeant'),
    };
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey).discussions.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, '/care/my-supervision?brought');
  },
};
