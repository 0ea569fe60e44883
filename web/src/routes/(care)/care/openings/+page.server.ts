import { openingMinutes } from '@kaifong/shared/care/opening.ts';
import { error, redirect } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../care-client.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { caseNumberIn } from './case-number.ts';

/** Opening a case in an emergency, and what waits for a review. */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const place = placeWithin(branchesOf(event.locals.me, 'careSupervisor'), searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const page = await read(careApi(event).openings.$get({ query: { place, limit: '10', ...pageQuery(event.url) } }));
  return {
    ...{ openings: page.items, cursor: page.cursor, minutes: openingMinutes },
    caseId: searchParams.get('case') ?? '',
    wasRefused: searchParams.has('refused'),
  };
};

export const actions: Actions = {
  open: async (event) => {
    const form = await readForm(event);
    const caseId = caseNumberIn(form.text('caseId'));
    const minutes = openingMinutes.find((each) => each === form.integer('minutes')) ?? (0 as 15);
    const json = { caseId, reason: form.text('reason'), minutes };
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey).openings.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/openings/${caseId}`);
  },

  review: async (event) => {
    const form = await readForm(event);
    const verdict = form.text('verdict') as 'justified';
    const json = { caseId: form.text('caseId'), openedAt: form.text('openedAt'), verdict, text: form.text('text') };
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey).openings.review.$post({ json }));
    return outcome.ok ? { news: m.opening_reviewed() } : problemToFail(outcome.problem, form);
  },
};
