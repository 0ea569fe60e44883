import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import type { Day } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import type { Place, Team } from '@kaifong/shared/organisation/schema.ts';
import { isClosedOn } from '@kaifong/shared/organisation/validity.ts';
import { deferred } from '../platform/deferred.ts';
import type { Lookup } from '../platform/lookup.ts';
import type { OrganisationDeps } from './deps.ts';
import { type List, PlaceItem, TeamItem } from './organisation.table.ts';
import { settingsInForce } from './settings/in-force.ts';

export { settingsRoutes } from './desk.routes.ts';
export { organisationReactions } from './organisation.reactions.ts';
export { organisationRoutes } from './organisation.routes.ts';
export { PlaceItem, TeamItem } from './organisation.table.ts';
export { plantedPlace, plantedTeam } from './planted.ts';

/** The tree of district, streets, communities, grids, rooms and teams, and what the district sets for all of it. */
export type Organisation = ReturnType<typeof createOrganisation>;

export function createOrganisation(deps: OrganisationDeps) {
  const { table } = deps;
  const figures = settingsInForce(deps);
  const below = (list: List, place: string, { limit, cursor }: PageQuery): Promise<Page<Place>> =>
    table.query(PlaceItem, `${list}#${place}`, { index: 'byParent', limit, cursor });

  /** A team that must exist. @throws AppError place.unknown */
  async function mustFindTeam(scope: string): Promise<Team> {
    const team = await table.get(TeamItem, { scope });
    if (!team) throw new AppError(placeErrors.unknown);
    return team;
  }

  return {
    tree: deferred(async () => (await import('./tree.service.ts')).treeService({ table })),

    /** What the figures of the house are on a day, for all who go by them. */
    figures,

    /** What the district sets: proposed by one person, decided by another. */
    settings: deferred(async () => (await import('./settings/settings.service.ts')).settingsService(deps, figures)),

    /** Splitting, moving and joining communities, and moving teams. */
    rearranging: deferred(async () => (await import('./rearranging.service.ts')).rearrangingService({ table })),

    /** The places right below a place, by scope; closed ones too. */
    placesBelow: (parent: string, page: PageQuery) => below('PLACES', parent, page),

    /** The grids of a community. */
    gridsOf: (community: string, page: PageQuery) => below('GRIDS', community, page),

    /** The rooms of a place's governance centre. */
    roomsOf: (place: string, page: PageQuery) => below('ROOMS', place, page),

    /** The teams of a place, by scope. */
    teamsOf: (place: string, { limit, cursor }: PageQuery): Promise<Page<Team>> =>
      table.query(TeamItem, `TEAMS#${place}`, { index: 'byParent', limit, cursor }),

    /** The teams with these scopes, those that exist; at most 100. */
    async teams(scopes: readonly string[]): Promise<Team[]> {
      const found = await table.getAll(
        TeamItem,
        scopes.map((scope) => ({ scope })),
      );
      return found.filter((team) => team !== undefined);
    },

    /** A place that must exist. @throws AppError place.unknown */
    async mustFindPlace(scope: string): Promise<Place> {
      const place = await table.get(PlaceItem, { scope });
      if (!place) throw new AppError(placeErrors.unknown);
      return place;
    },

    /** A place, to be read together with other items. */
    lookupPlace: (scope: string): Lookup<Place | undefined> => table.lookup(PlaceItem, { scope }),

    mustFindTeam,

    /** A team that takes something new. @throws AppError place.unknown, place.closed */
    async mustFindOpenTeam(scope: string, today: Day): Promise<Team> {
      const team = await mustFindTeam(scope);
      if (isClosedOn(team, today)) throw new AppError(placeErrors.closed, { name: team.name });
      return team;
    },
  };
}
