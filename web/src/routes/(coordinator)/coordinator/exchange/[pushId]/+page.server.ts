import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** How far sending is, and the records that the province did not take. */
export const load: PageServerLoad = async (event) => {
  event.depends('push:progress');
  const calls = api(event).api['provincial-pushes'][':pushId'];
  const param = { pushId: event.params.pushId };
  const [push, refused] = await Promise.all([
    read(calls.$get({ param })),
    read(calls.refused.$get({ param, query: { limit: '50', ...pageQuery(event.url) } })),
  ]);
  return { push, refused };
};

/** Sets the push going again in one of its two ways. */
const again = (way: 'repeats' | 'restarts') => async (event: RequestEvent) => {
  const form = await readForm(event);
  const param = { pushId: event.params.pushId };
  const calls = api(event, form.idempotencyKey).api['provincial-pushes'][':pushId'];
  const outcome = await outcomeOf(calls[way].$post({ param }));
  return outcome.ok ? { begun: true } : problemToFail(outcome.problem, form);
};

export const actions: Actions = { repeat: again('repeats'), restart: again('restarts') };
