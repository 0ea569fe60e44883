import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import type { PageServerLoad } from './$types';

/** What stands in the own service file besides services and training. */
export const load: PageServerLoad = async (event) => {
  const query = { limit: '20', ...pageQuery(event.url) };
  return { file: await read(api(event).api['file-entries'].mine.$get({ query })) };
};
