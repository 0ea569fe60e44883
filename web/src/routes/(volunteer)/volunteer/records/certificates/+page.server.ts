import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { standingOf } from '#lib/service-certificates/standing.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const query = { limit: '20', ...pageQuery(event.url) };
  const { items, cursor } = await read(api(event).api['service-certificates'].mine.$get({ query }));
  const today = dayOf(toInstant(Date.now()));
  return {
    certificates: items.map(({ minutes, standingMinutes, content: _, issuer: __, replaces: ___, ...shown }) => ({
      ...shown,
      time: spokenMinutes(minutes),
      standing: standingOf({ standingMinutes }),
    })),
    cursor,
    today,
    /** What most people ask for. */
    likelyFrom: `${today.slice(0, 4)}-01-01`,
    done: event.url.searchParams.get('done'),
  };
};

export const actions: Actions = {
  issue: async (event) => {
    const form = await readForm(event);
    const json = { from: form.text('from'), until: form.text('until') };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['service-certificates'].mine.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `?done=${outcome.body.number}`);
  },

  askForSeal: async (event) => {
    const form = await readForm(event);
    const mine = api(event, form.idempotencyKey).api['service-certificates'].mine[':number'];
    const outcome = await outcomeOf(mine['seal-request'].$post({ param: { number: form.text('number') } }));
    return outcome.ok ? undefined : problemToFail(outcome.problem, form);
  },
};
