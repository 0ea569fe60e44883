import { isWithin, kindOf } from '@kaifong/shared/organisation/scope.ts';
import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { PageServerLoad } from './$types';

/** The fund of one of the own communities: the one chosen, else the first of the place. */
export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'coordinator');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const places = await ownPlaces(event, branches, place);
  const community = places.map(({ value }) => value).find((one) => kindOf(one) === 'community' && isWithin(one, place));
  const query = community && { community, ...pageQuery(event.url) };
  const fund = query && (await read(api(event).api['points-funds'].$get({ query })));
  return { place: community ?? place, places, fund };
};
