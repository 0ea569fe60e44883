import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** Certificates for everybody of a place: asking for them, and those of before. */
export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'coordinator');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const query = { place, limit: '20', ...pageQuery(event.url) };
  const [places, { items, cursor }] = await Promise.all([
    ownPlaces(event, branches, place),
    read(api(event).api['service-certificate-batches'].$get({ query })),
  ]);
  const names = await namesOf(
    event,
    items.map((batch) => batch.place),
  );
  const today = dayOf(toInstant(Date.now()));
  return {
    ...{ place, places, today, cursor },
    batches: items.map((batch) => ({ ...batch, placeName: names.get(batch.place) ?? batch.place })),
    likelyFrom: `${today.slice(0, 4)}-01-01`,
  };
};

export const actions: Actions = {
  issue: async (event) => {
    const form = await readForm(event);
    const json = { place: form.text('place'), from: form.text('from'), until: form.text('until') };
    const calls = api(event, form.idempotencyKey).api['service-certificate-batches'];
    const outcome = await outcomeOf(calls.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/coordinator/service-certificates/batches/${outcome.body.batchId}`);
  },
};
