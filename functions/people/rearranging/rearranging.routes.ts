import { Page } from '@kaifong/shared/kernel/paging.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import {
  NewRearrangement,
  PreviewQuery,
  RearrangementBegun,
  RearrangementParams,
  RearrangementPreview,
  RearrangementReport,
} from '@kaifong/shared/organisation/rearranging.ts';
import { rearrangingErrors } from '@kaifong/shared/organisation/rearranging-errors.ts';
import { Placed, Placement, PlacementsQuery, Placing } from '@kaifong/shared/people/teams/placing.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { People } from '../index.ts';

/** Laying places out anew: looking first, doing it, how far it is, and placing those who follow no team. */
export function rearrangingRoutes({ rearranging, placing }: Pick<People, 'rearranging' | 'placing'>) {
  return new Hono<ApiEnv>()
    .get(
      '/rearrangements/preview',
      query(
        {
          id: 'previewRearrangement',
          summary: 'What a split, a move or a joining of places would take along',
          permission: 'tree.manage',
          query: PreviewQuery,
          answer: [200, RearrangementPreview],
          errors: [placeErrors.unknown],
        },
        (request, { query }) => rearranging.preview(request, query),
      ),
    )
    .post(
      '/rearrangements',
      command(
        {
          id: 'beginRearrangement',
          summary:
            'Split a community, move it to another street, join it to another one, or move a team, from a day on',
          permission: 'tree.manage',
          body: NewRearrangement,
          answer: [201, RearrangementBegun],
          errors: [
            placeErrors.unknown,
            placeErrors.closed,
            placeErrors.nameKnown,
            placeErrors.numbersUsedUp,
            rearrangingErrors.underWay,
            rearrangingErrors.targetUnfit,
            rearrangingErrors.notBelow,
          ],
        },
        (request, { body }) => rearranging.begin(request, body),
      ),
    )
    .get(
      '/rearrangements/:place',
      query(
        {
          id: 'readRearrangement',
          summary: 'How far the latest rearrangement of a community or a team is',
          permission: 'tree.readTrail',
          params: RearrangementParams,
          answer: [200, RearrangementReport],
        },
        (request, { params }) => rearranging.report(request, params.place),
      ),
    )
    .get(
      '/placements',
      query(
        {
          id: 'listPlacements',
          summary: 'People of a split community who follow no team and are to be placed',
          permission: 'volunteer.place',
          query: PlacementsQuery,
          answer: [200, Page(Placement)],
        },
        (request, { query }) => placing.list(request, query),
      ),
    )
    .post(
      '/placements',
      command(
        {
          id: 'placeVolunteers',
          summary: 'Let some of them live in the new community, or stay in the old one',
          permission: 'volunteer.place',
          body: Placing,
          answer: [200, Placed],
        },
        (request, { body }) => placing.place(request, body),
      ),
    );
}
