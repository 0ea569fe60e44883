import { ruleInWords } from '@kaifong/shared/scheduling/series/series-words.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { regularActions } from '#lib/series/regular-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A series for somebody who may become a regular; who is one already finds it among her own. */
export const load: PageServerLoad = async (event) => {
  const param = { seriesId: event.params.seriesId };
  const series = await read(api(event).api.regulars[':seriesId'].$get({ param }));
  if (series.mine) redirect(303, '/volunteer/regular');
  return { series, rule: ruleInWords(series.rule, event.locals.locale) };
};

export const actions: Actions = { ask: regularActions.ask };
