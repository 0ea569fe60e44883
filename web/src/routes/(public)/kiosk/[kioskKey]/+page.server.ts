import type { KioskEntry } from '@kaifong/shared/attendance/kiosk.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** The tablet by the door of a shift, by the address that the leader opened. */
export const load: PageServerLoad = async (event) => ({
  kiosk: await read(api(event).api['kiosk-desks'][':kioskKey'].$get({ param: event.params })),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const number = form.optional('number');
    const json = { code: form.text('code'), what: form.text('what'), ...(number && { number }) } as KioskEntry;
    const route = api(event, form.idempotencyKey).api['kiosk-desks'][':kioskKey'].entries;
    const outcome = await outcomeOf(route.$post({ param: event.params, json }));
    return outcome.ok ? { seen: outcome.body } : problemToFail(outcome.problem, form);
  },
};
