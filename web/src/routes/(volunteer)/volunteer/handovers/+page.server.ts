import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import type { PageServerLoad } from './$types';

/** What the person looked for somebody to take, the newest shift first. */
export const load: PageServerLoad = async (event) => {
  const query = { ...pageQuery(event.url), limit: '20' };
  const { items, cursor } = await read(api(event).api.handovers.given.$get({ query }));
  return { given: items, cursor };
};
