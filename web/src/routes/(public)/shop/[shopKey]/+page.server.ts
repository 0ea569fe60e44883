import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where a shop hands out its reward, by the link that a coordinator gave it. */
export const load: PageServerLoad = async (event) => ({
  reward: await read(api(event).api['reward-shops'][':shopKey'].$get({ param: event.params })),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api['reward-shops'][':shopKey']['pick-ups'];
    const outcome = await outcomeOf(route.$post({ param: event.params, json: { code: form.text('code') } }));
    return outcome.ok ? { handedOut: outcome.body } : problemToFail(outcome.problem, form);
  },
};
