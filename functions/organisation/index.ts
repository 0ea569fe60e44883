import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import type { Place, Team } from '@kaifong/shared/organisation/schema.ts';
import type { Table } from '../platform/table.ts';
import { PlaceItem, TeamItem } from './organisation.table.ts';

export { organisationRoutes } from './organisation.routes.ts';
export { PlaceItem, TeamItem } from './organisation.table.ts';

/** The tree of district, streets, communities and teams. */
export type Organisation = ReturnType<typeof createOrganisation>;

export function createOrganisation({ table }: Readonly<{ table: Table }>) {
  return {
    /** The places right below a place, by scope. */
    placesBelow: (parent: string, { limit, cursor }: PageQuery): Promise<Page<Place>> =>
      table.query(PlaceItem, `PLACES#${parent}`, { index: 'byParent', limit, cursor }),

    /** The teams of a community, by scope. */
    teamsOf: (community: string, { limit, cursor }: PageQuery): Promise<Page<Team>> =>
      table.query(TeamItem, `TEAMS#${community}`, { index: 'byParent', limit, cursor }),

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

    /** A team that must exist. @throws AppError place.unknown */
    async mustFindTeam(scope: string): Promise<Team> {
      const team = await table.get(TeamItem, { scope });
      if (!team) throw new AppError(placeErrors.unknown);
      return team;
    },
  };
}
