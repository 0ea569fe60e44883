import type { NoShowDecision } from '@kaifong/shared/attendance/no-show.ts';
import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** Marks in the own branches of which the person says that it was otherwise. */
export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'coordinator');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const query = { place, limit: '20', ...pageQuery(event.url) };
  const { items, cursor } = await read(api(event).api['no-shows'].contested.$get({ query }));
  return { contested: items, cursor };
};

export const actions: Actions = {
  decide: async (event) => {
    const form = await readForm(event);
    const param = { shiftId: form.text('shiftId'), volunteerId: form.text('volunteerId') };
    const json = { outcome: form.text('outcome'), words: form.text('words') } as NoShowDecision;
    const route = api(event, form.idempotencyKey).api['no-shows'].contested[':shiftId'][':volunteerId'];
    const outcome = await outcomeOf(route.$post({ param, json }));
    return outcome.ok ? { news: m.noShow_decided() } : problemToFail(outcome.problem, form);
  },
};
