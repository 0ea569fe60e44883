import { withdrawAmendment } from '#lib/amendments/withdraw.server.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import type { Actions, PageServerLoad } from './$types';

/** The hours that the leader asked for afterwards, for people of her teams. */
export const load: PageServerLoad = async (event) => {
  const query = { limit: '20', ...pageQuery(event.url) };
  const { items, cursor } = await read(api(event).api.amendments['for-others'].$get({ query }));
  return {
    amendments: items.map((amendment) => ({ ...amendment, time: spokenMinutes(amendment.minutes) })),
    cursor,
  };
};

export const actions: Actions = { withdraw: withdrawAmendment };
