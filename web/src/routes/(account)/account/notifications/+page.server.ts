import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { shownNotice } from '#lib/notices/shown-notice.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const page = await read(api(event).api.notifications.$get({ query: pageQuery(event.url) }));
  return { notices: page.items.map(shownNotice), cursor: page.cursor };
};
