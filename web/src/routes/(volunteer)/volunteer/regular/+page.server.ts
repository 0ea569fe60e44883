import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { ruleInWords } from '@kaifong/shared/scheduling/series/series-words.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { regularActions } from '#lib/series/regular-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The series of which the person is a regular, asked to be one, or is invited. */
export const load: PageServerLoad = async (event) => {
  const { items } = await read(api(event).api.regulars.own.$get());
  return {
    today: dayOf(toInstant(Date.now())),
    series: items.map((each) => ({ ...each, words: ruleInWords(each.rule, event.locals.locale) })),
    done: event.url.searchParams.get('done'),
  };
};

export const actions: Actions = regularActions;
