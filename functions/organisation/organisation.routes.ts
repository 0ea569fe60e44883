import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Day } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import {
  Closing,
  NewPlace,
  NewTeam,
  Place,
  PlaceParams,
  PlacesQuery,
  Renaming,
  Team,
  TeamParams,
  TeamsQuery,
  TreeChange,
} from '@kaifong/shared/organisation/schema.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import { Hono } from 'hono';
import * as z from 'zod';
import type { ApiEnv } from '../platform/kit.ts';
import { command, query } from '../platform/operation.ts';
import type { Organisation } from './index.ts';

const additionErrors = [
  placeErrors.unknown,
  placeErrors.wrongParent,
  placeErrors.closed,
  placeErrors.nameKnown,
  placeErrors.numbersUsedUp,
];

/** Looking around in the tree, and changing it. */
export function organisationRoutes(organisation: Organisation) {
  const { tree } = organisation;
  const below = {
    places: organisation.placesBelow,
    grids: organisation.gridsOf,
    rooms: organisation.roomsOf,
  };
  return new Hono<ApiEnv>()
    .get(
      '/places',
      query(
        {
          id: 'listPlaces',
          summary: 'What lies right below a place: streets, communities, grids, or rooms of its governance centre',
          permission: 'place.browse',
          query: PlacesQuery,
          answer: [200, Page(Place)],
        },
        (_request, { query }) => below[query.list](query.parent, query),
      ),
    )
    .post(
      '/places',
      command(
        {
          id: 'addPlace',
          summary: 'Add a community, a grid or a room to the tree',
          permission: 'tree.manage',
          body: NewPlace,
          answer: [201, Place],
          errors: additionErrors,
        },
        (request, { body }) => tree.addPlace(request, body),
      ),
    )
    .get(
      '/places/:place',
      query(
        {
          id: 'readPlace',
          summary: 'A place, with the days from and to which it is there',
          permission: 'place.browse',
          params: PlaceParams,
          answer: [200, Place],
          errors: [placeErrors.unknown],
        },
        (_request, { params }) => organisation.mustFindPlace(params.place),
      ),
    )
    .post(
      '/places/:place/name',
      command(
        {
          id: 'renamePlace',
          summary: 'Give a place or a team another name',
          permission: 'tree.manage',
          params: PlaceParams,
          body: Renaming,
          answer: [200, z.object({ scope: Scope, name: z.string() })],
          errors: [placeErrors.unknown, placeErrors.fixed, placeErrors.closed, placeErrors.nameKnown],
        },
        (request, { params, body }) => tree.rename(request, params.place, body),
      ),
    )
    .post(
      '/places/:place/closing',
      command(
        {
          id: 'closePlace',
          summary: 'Close a place or a team from a day on, or let a community go over into another',
          permission: 'tree.manage',
          params: PlaceParams,
          body: Closing,
          answer: [200, z.object({ scope: Scope, validTo: Day })],
          errors: [placeErrors.unknown, placeErrors.fixed, placeErrors.closed, placeErrors.successorUnfit],
        },
        (request, { params, body }) => tree.close(request, params.place, body),
      ),
    )
    .get(
      '/places/:place/changes',
      query(
        {
          id: 'listTreeChanges',
          summary: 'What was changed about a place or a team, the latest first',
          permission: 'tree.readTrail',
          params: PlaceParams,
          query: PageQuery,
          answer: [200, Page(TreeChange)],
        },
        (request, { params, query }) => tree.changes(request, params.place, query),
      ),
    )
    .get(
      '/teams',
      query(
        {
          id: 'listTeams',
          summary: 'The teams of a place',
          permission: 'team.browse',
          query: TeamsQuery,
          answer: [200, Page(Team)],
        },
        (_request, { query }) => organisation.teamsOf(query.place, query),
      ),
    )
    .post(
      '/teams',
      command(
        {
          id: 'addTeam',
          summary: 'Add a team to a place',
          permission: 'tree.manage',
          body: NewTeam,
          answer: [201, Team],
          errors: additionErrors,
        },
        (request, { body }) => tree.addTeam(request, body),
      ),
    )
    .get(
      '/teams/:team',
      query(
        {
          id: 'readTeam',
          summary: 'A team',
          permission: 'team.browse',
          params: TeamParams,
          answer: [200, Team],
          errors: [placeErrors.unknown],
        },
        (_request, { params }) => organisation.mustFindTeam(params.team),
      ),
    );
}
