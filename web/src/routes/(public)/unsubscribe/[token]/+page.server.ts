import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const json = { token: event.params.token };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.unsubscriptions.$post({ json }));
    return outcome.ok ? { done: true } : problemToFail(outcome.problem, form);
  },
};
