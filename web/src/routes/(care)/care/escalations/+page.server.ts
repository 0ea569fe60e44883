import { error, redirect } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../care-client.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { escalationRow } from './escalation-row.ts';

export const load: PageServerLoad = async (event) => {
  event.depends('care:escalations');
  const branches = branchesOf(event.locals.me, 'onCall');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const { items, cursor } = await read(careApi(event).escalations.$get({ query: { place, ...pageQuery(event.url) } }));
  const names = await namesOf(event, [...branches, ...items.map((entry) => entry.place)]);
  return {
    now: Date.now(),
    place,
    branches: branches.map((scope) => ({ scope, name: names.get(scope) ?? scope })),
    rows: items.map((entry) => escalationRow(entry, names)),
    cursor,
    isReached: event.url.searchParams.has('reached'),
  };
};

export const actions: Actions = {
  acknowledge: async (event) => {
    const form = await readForm(event);
    const escalationId = form.text('escalationId');
    const client = careApi(event, form.idempotencyKey).escalations[':escalationId'];
    const outcome = await outcomeOf(client.acknowledgement.$post({ param: { escalationId } }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/escalations/${escalationId}`);
  },
};
