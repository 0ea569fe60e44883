import { lastDayCovered } from '@kaifong/shared/care/counsellors/counsellor-standing.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../care-client.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A counsellor's own standing, and pausing. */
export const load: PageServerLoad = async (event) => {
  const standing = await read(careApi(event)['own-counselling'].$get());
  return { standing: { ...standing, supervisedUntil: lastDayCovered(standing.supervisedUntil) } };
};

export const actions: Actions = {
  pause: async (event) => {
    const form = await readForm(event);
    const json = { until: form.optional('until'), reason: form.optional('reason') };
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey)['own-counselling'].pause.$post({ json }));
    return outcome.ok ? { news: m.standing_paused() } : problemToFail(outcome.problem, form);
  },

  resume: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey)['own-counselling'].resumption.$post());
    return outcome.ok ? { news: m.standing_resumed() } : problemToFail(outcome.problem, form);
  },
};
