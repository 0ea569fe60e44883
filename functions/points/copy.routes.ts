import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { VolunteerParams } from '@kaifong/shared/people/schema.ts';
import { OwnHelp } from '@kaifong/shared/points/help/help-schema.ts';
import { OwnVoucher } from '@kaifong/shared/points/rewards/reward-schema.ts';
import { PointsEntry } from '@kaifong/shared/points/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { query } from '../platform/operation.ts';
import type { Points } from './index.ts';

/** What points has of a record that is the person's own or was made hers by a merge, for the copy of her own data. */
export function pointsCopyRoutes({ copies }: Pick<Points, 'copies'>) {
  return new Hono<ApiEnv>()
    .get(
      '/points-copy/:volunteerId/entries',
      query(
        {
          id: 'copyPointsEntries',
          summary: 'What moved points under a record of the person: a part of the copy of one’s own data',
          permission: 'points.readOwn',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(PointsEntry)],
        },
        (request, { params, query }) => copies.entries(request, params.volunteerId, query),
      ),
    )
    .get(
      '/points-copy/:volunteerId/vouchers',
      query(
        {
          id: 'copyVouchers',
          summary: 'The vouchers under a record of the person: a part of the copy of one’s own data',
          permission: 'points.readOwn',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(OwnVoucher)],
        },
        (request, { params, query }) => copies.vouchers(request, params.volunteerId, query),
      ),
    )
    .get(
      '/points-copy/:volunteerId/help',
      query(
        {
          id: 'copyHelp',
          summary: 'The help that was asked for under a record of the person: a part of the copy of one’s own data',
          permission: 'points.readOwn',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(OwnHelp)],
        },
        (request, { params, query }) => copies.helps(request, params.volunteerId, query),
      ),
    );
}
