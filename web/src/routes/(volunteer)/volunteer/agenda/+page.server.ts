import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { byDay } from '#lib/volunteer/near-day.ts';
import { withSeen } from '#lib/volunteer/seen-at.server.ts';
import { shiftActions } from '#lib/volunteer/shift-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const page = await read(api(event).api.agenda.$get({ query: pageQuery(event.url) }));
  const now = toInstant(Date.now());
  const own = page.items.filter(({ state }) => state !== 'offered');
  return {
    offers: page.items.filter(({ state }) => state === 'offered'),
    days: byDay(await withSeen(event, own, now), now),
    cursor: page.cursor,
  };
};

export const actions: Actions = shiftActions;
