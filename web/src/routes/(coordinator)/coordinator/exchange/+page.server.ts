import type { Dataset } from '@kaifong/shared/attendance/exchange/datasets.ts';
import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** Records in the fields that systems of volunteering exchange: as a file, and for the district what was sent to the province. */
export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'coordinator');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const query = { limit: '20', ...pageQuery(event.url) };
  const [places, pushes] = await Promise.all([
    ownPlaces(event, branches, place),
    branches.includes(district.scope) ? read(api(event).api['provincial-pushes'].$get({ query })) : undefined,
  ]);
  const now = toInstant(Date.now());
  const yesterday = dayOf(shiftBy(now, -day));
  // On the first of a month, the month before.
  return { place, places, pushes, today: dayOf(now), yesterday, likelyFrom: `${yesterday.slice(0, 7)}-01` };
};

export const actions: Actions = {
  push: async (event) => {
    const form = await readForm(event);
    const json = { dataset: form.text('dataset') as Dataset, from: form.text('from'), until: form.text('until') };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['provincial-pushes'].$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/coordinator/exchange/${outcome.body.pushId}`);
  },
};
