import type { GuardianAnswer } from '@kaifong/shared/people/registration/guardian.ts';
import type * as z from 'zod';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { KAIFONG_DEMO } from '$app/env/private';
import type { Actions, PageServerLoad } from './$types';

/** A guardian's own page: whoever has the link may look, and only the code that came to the guardian's phone consents. */
export const load: PageServerLoad = async (event) => ({
  asked: await read(api(event).api['guardian-consents'][':token'].$get({ param: event.params })),
});

export const actions: Actions = {
  sendCode: async (event) => {
    const form = await readForm(event);
    const consents = api(event, form.idempotencyKey).api['guardian-consents'];
    const outcome = await outcomeOf(consents[':token'].codes.$post({ param: event.params }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    const { expiresInSeconds, demoCode } = outcome.body;
    return { sent: { minutes: Math.floor(expiresInSeconds / 60), demoCode: KAIFONG_DEMO ? demoCode : undefined } };
  },

  consent: async (event) => {
    const form = await readForm(event);
    const json = {
      code: form.text('code').replaceAll(/\s/g, ''),
      consent: form.ticked('consent'),
      dataConsent: form.ticked('dataConsent'),
    } as z.input<typeof GuardianAnswer>;
    const consents = api(event, form.idempotencyKey).api['guardian-consents'];
    const outcome = await outcomeOf(consents[':token'].$post({ param: event.params, json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { consented: true };
  },
};
