import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api.vouchers['pick-ups'];
    const outcome = await outcomeOf(route.$post({ json: { code: form.text('code') } }));
    return outcome.ok ? { handedOut: outcome.body } : problemToFail(outcome.problem, form);
  },
};
