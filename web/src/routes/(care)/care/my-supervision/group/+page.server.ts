import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { careApi } from '../../../care-client.server.ts';
import { shownDiscussion } from '../../../discussion-view.ts';
import type { PageServerLoad } from './$types';

/** What the others of one's group have opened to it. Each visit is written into the audit. */
export const load: PageServerLoad = async (event) => {
  const query = { limit: '10', ...pageQuery(event.url) };
  const { items, cursor } = await read(careApi(event)['group-discussions'].$get({ query }));
  return { discussions: items.map(shownDiscussion), cursor };
};
