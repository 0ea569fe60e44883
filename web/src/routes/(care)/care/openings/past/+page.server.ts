import { error } from '@sveltejs/kit';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../../care-client.server.ts';
import type { PageServerLoad } from './$types';

/** Cases that were opened in an emergency, and what was made of it. */
export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'careSupervisor');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const query = { place, limit: '10', ...pageQuery(event.url) };
  const { items, cursor } = await read(careApi(event).openings.past.$get({ query }));
  return { openings: items, cursor };
};
