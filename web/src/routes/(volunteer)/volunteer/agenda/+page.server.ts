import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { byDay } from '#lib/volunteer/near-day.ts';
import { shiftActions } from '#lib/volunteer/shift-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const page = await read(api(event).api.agenda.$get({ query: pageQuery(event.url) }));
  return {
    offers: page.items.filter(({ state }) => state === 'offered'),
    days: byDay(
      page.items.filter(({ state }) => state !== 'offered'),
      toInstant(Date.now()),
    ),
    cursor: page.cursor,
  };
};

export const actions: Actions = shiftActions;
