import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { communityOf, isWithin, parentOf, Scope, scopeParam, streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { isThereOn } from '@kaifong/shared/organisation/validity.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import type { NamedPlace } from '#lib/places/place-name.ts';
import { placesBelow } from '#lib/places/places.server.ts';
import { branchesOf } from '#lib/session/branches.ts';
import { teamInWords } from '#lib/teams/team-view.server.ts';
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
  return {
    district: {
      name: district.name[locale],
      isOwn: branches.includes(district.scope),
      param: mayManage(district.scope) ? scopeParam(district.scope) : undefined,
    },
    streets: streets.map(asBranch),
    communities: communities.map(asBranch),
    teams,
  };

  function mayManage(scope: Scope): boolean {
    return branches.some((branch) => isWithin(scope, branch));
  }

  /** A place with whether it is open and one's own, what a tap on it opens next, and the address of its page for one who may change it. */
  function asBranch({ scope, name }: NamedPlace) {
    const isOpen = scope === street || scope === community;
    // Where all is one's own, nothing of it needs to stand out.
    const isOwn = branches.some((branch) => branch !== district.scope && isWithin(scope, branch));
    const isTopOfOwn = branches.includes(scope);
    const param = mayManage(scope) ? scopeParam(scope) : undefined;
    return {
      scope,
      name,
      isOpen,
      isOwn,
      isTopOfOwn,
      param,
      target: isOpen ? (parentOf(scope) ?? district.scope) : scope,
    };
  }

  async function teamsOf(place: Scope) {
    const query = { place, limit: '50', ...pageQuery(event.url) };
    const { items, cursor } = await read(api(event).api.teams.$get({ query }));
    const today = dayOf(toInstant(Date.now()));
    const teams = items
      .filter((team) => isThereOn(team, today))
      .map((team) => ({ ...teamInWords(team, locale), mayManage: mayManage(place) }));
    return { items: teams, cursor };
  }
};
