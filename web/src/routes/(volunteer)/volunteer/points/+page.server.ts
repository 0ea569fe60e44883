import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event).api.points;
  const [summary, page] = await Promise.all([
    read(client.$get()),
    read(client.entries.$get({ query: pageQuery(event.url) })),
  ]);
  return { summary, entries: page.items, cursor: page.cursor };
};
