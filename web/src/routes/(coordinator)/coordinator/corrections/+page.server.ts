import type { CorrectionAnswer } from '@kaifong/shared/people/rights/rights-schema.ts';
import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { correctableNames } from '#lib/rights/correctable-names.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** What people of the own branches asked to have put right. */
export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'coordinator');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const query = { place, limit: '20', ...pageQuery(event.url) };
  const { items, cursor } = await read(api(event).api.corrections.$get({ query }));
  return { cursor, corrections: items.map((item) => ({ ...item, about: correctableNames[item.about]() })) };
};

export const actions: Actions = {
  answer: async (event) => {
    const form = await readForm(event);
    const param = { volunteerId: form.text('volunteerId'), correctionId: form.text('correctionId') };
    const json = { outcome: form.text('outcome'), answer: form.text('answer') } as CorrectionAnswer;
    const route = api(event, form.idempotencyKey).api.volunteers[':volunteerId'].corrections[':correctionId'];
    const outcome = await outcomeOf(route.answer.$post({ param, json }));
    return outcome.ok ? { news: m.audit_sent() } : problemToFail(outcome.problem, form);
  },
};
