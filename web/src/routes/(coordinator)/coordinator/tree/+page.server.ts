import { communityOf, Scope, streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { teamKinds } from '@kaifong/shared/organisation/team-kinds.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { placesBelow } from '#lib/places/places.server.ts';
import { branchesOf } from '#lib/session/branches.ts';
import type { PageServerLoad } from './$types';

/** The district, with one branch of it open: the one that the address names, else the person's own. */
export const load: PageServerLoad = async (event) => {
  const { locale, me } = event.locals;
  const branches = branchesOf(me, 'coordinator');
  const open = Scope.safeParse(event.url.searchParams.get('place') ?? branches[0]).data ?? district.scope;
  const street = streetOf(open);
  const community = communityOf(open);
  const [streets, communities, teams] = await Promise.all([
    placesBelow(event, district.scope),
    street ? placesBelow(event, street) : [],
    community ? teamsOf(community) : undefined,
  ]);
  return { branches, district: district.name[locale], street, community, streets, communities, teams };

  async function teamsOf(place: Scope) {
    const query = { place, limit: '50', ...pageQuery(event.url) };
    const { items, cursor } = await read(api(event).api.teams.$get({ query }));
    const teams = items.map(({ scope, name, kind, memberCount }) => ({
      scope,
      name,
      kind: teamKinds[kind][locale],
      memberCount,
    }));
    return { items: teams, cursor };
  }
};
