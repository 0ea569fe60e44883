import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { branchesOf } from '#lib/session/branches.ts';
import type { PageServerLoad } from './$types';

/** The applications at the head of each own branch: nobody counts the rest. */
export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'coordinator');
  const pages = await Promise.all(
    branches.map((place) => read(api(event).api.volunteers.$get({ query: { place, state: 'applied', limit: '4' } }))),
  );
  const first = pages.flatMap(({ items }) => items);
  const names = await namesOf(
    event,
    first.map(({ community }) => community),
  );
  return {
    waiting: first.map(({ id, name, community, registeredAt }) => ({
      id,
      name,
      community: names.get(community) ?? community,
      registeredAt,
    })),
    hasMore: pages.some(({ cursor }) => cursor !== undefined),
  };
};
