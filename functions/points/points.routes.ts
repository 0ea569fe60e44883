import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { ExpiringList, PointsEntry, PointsSummary, ShiftParams, ShiftPoints } from '@kaifong/shared/points/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { query } from '../platform/operation.ts';
import type { Points } from './index.ts';

/** A volunteer's own points, and what a shift brought its people. */
export function pointsRoutes({ accounts, expiry, shifts }: Points) {
  return new Hono<ApiEnv>()
    .get(
      '/points',
      query(
        {
          id: 'readPoints',
          summary: 'Your points, and how far the next point and the next star are',
          permission: 'points.readOwn',
          answer: [200, PointsSummary],
        },
        (request) => accounts.summary(request),
      ),
    )
    .get(
      '/points/entries',
      query(
        {
          id: 'listPointsEntries',
          summary: 'What moved your points and how it was reckoned, newest first',
          permission: 'points.readOwn',
          query: PageQuery,
          answer: [200, Page(PointsEntry)],
        },
        (request, { query }) => accounts.entries(request, query),
      ),
    )
    .get(
      '/points/expiring',
      query(
        {
          id: 'listExpiringPoints',
          summary: 'Your points by the day on which they will be gone, the next ones first',
          permission: 'points.readOwn',
          answer: [200, ExpiringList],
        },
        (request) => expiry.ofOwn(request),
      ),
    )
    .get(
      '/shifts/:shiftId/points',
      query(
        {
          id: 'listShiftPoints',
          summary: 'The points that were booked for a shift, by volunteer; not found before the first',
          permission: 'points.readShift',
          params: ShiftParams,
          query: PageQuery,
          answer: [200, Page(ShiftPoints)],
        },
        (request, { params, query }) => shifts.list(request, params.shiftId, query),
      ),
    );
}
