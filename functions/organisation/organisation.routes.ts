import { Page } from '@kaifong/shared/kernel/paging.ts';
import { Place, PlacesQuery, Team, TeamsQuery } from '@kaifong/shared/organisation/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { query } from '../platform/operation.ts';
import type { Organisation } from './index.ts';

/** Looking around in the tree. */
export function organisationRoutes(organisation: Organisation) {
  return new Hono<ApiEnv>()
    .get(
      '/places',
      query(
        {
          id: 'listPlaces',
          summary: 'The places right below a place: streets of the district, communities of a street',
          permission: 'place.browse',
          query: PlacesQuery,
          answer: [200, Page(Place)],
        },
        (_request, { query }) => organisation.placesBelow(query.parent, query),
      ),
    )
    .get(
      '/teams',
      query(
        {
          id: 'listTeams',
          summary: 'The teams of a community',
          permission: 'team.browse',
          query: TeamsQuery,
          answer: [200, Page(Team)],
        },
        (_request, { query }) => organisation.teamsOf(query.place, query),
      ),
    );
}
