import { lastDayCovered } from '@kaifong/shared/care/counsellors/counsellor-standing.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../care-client.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The counsellors whom one supervises, what one is called, and the days on which deputies stand in. */
export const load: PageServerLoad = async (event) => {
  const { items, card, away, cursor } = await read(
    careApi(event).supervision.$get({ query: { limit: '20', ...pageQuery(event.url) } }),
  );
  return {
    card,
    away,
    cursor,
    supervisees: items.map((each) => ({ ...each, supervisedUntil: lastDayCovered(each.supervisedUntil) })),
  };
};

export const actions: Actions = {
  card: async (event) => {
    const form = await readForm(event);
    const json = { workName: form.text('workName'), mobile: form.text('mobile') };
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey).supervision.card.$post({ json }));
    return outcome.ok ? { news: m.supervising_kept() } : problemToFail(outcome.problem, form);
  },

  away: async (event) => {
    const form = await readForm(event);
    const json = { from: form.text('from'), until: form.text('until') };
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey).supervision.absence.$post({ json }));
    return outcome.ok ? { news: m.supervising_kept() } : problemToFail(outcome.problem, form);
  },

  back: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey).supervision.absence.$post({ json: {} }));
    return outcome.ok ? { news: m.supervising_backDone() } : problemToFail(outcome.problem, form);
  },
};
