import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  digests: await read(api(event).api['hour-digests'].$get({ query: { limit: '31', ...pageQuery(event.url) } })),
});
