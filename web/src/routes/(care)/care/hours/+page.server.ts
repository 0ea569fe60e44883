import { error } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../care-client.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Days of counsellors that a supervisor is to confirm. */
export const load: PageServerLoad = async (event) => {
  const place = placeWithin(branchesOf(event.locals.me, 'careSupervisor'), event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const query = { place, limit: '20', ...pageQuery(event.url) };
  const { items, cursor } = await read(careApi(event)['counsellor-hours'].$get({ query }));
  return { days: items, cursor };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const param = { counsellorId: form.text('counsellorId') };
    const json = { day: form.text('day'), minutes: form.integer('minutes') ?? -1 };
    const client = careApi(event, form.idempotencyKey)['counsellor-hours'][':counsellorId'].confirmation;
    const outcome = await outcomeOf(client.$post({ param, json }));
    return outcome.ok ? { news: m.careHours_confirmed() } : problemToFail(outcome.problem, form);
  },
};
