import { Page } from '@kaifong/shared/kernel/paging.ts';
import { adjustmentErrors } from '@kaifong/shared/points/adjusting/adjustment-errors.ts';
import {
  Adjustment,
  AdjustmentAsked,
  AdjustmentDecided,
  AdjustmentDecision,
  AdjustmentParams,
  AdjustmentsQuery,
  NewAdjustment,
} from '@kaifong/shared/points/adjusting/adjustment-schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Points } from '../index.ts';

const { nobody, ownPoints, overLimit, overMonth, secondPersonNeeded, receiverOverMonth } = adjustmentErrors;
const { alreadyDecided, tooFewPoints, noRoom } = adjustmentErrors;

/** Points that are added or taken by hand. */
export function adjustmentRoutes({ adjustments }: Pick<Points, 'adjustments'>) {
  return new Hono<ApiEnv>()
    .get(
      '/points-adjustments',
      query(
        {
          id: 'listPointsAdjustments',
          summary: 'Adjustments of points at a place: those that wait for a second person, or those that were decided',
          permission: 'pointsAdjustment.manage',
          query: AdjustmentsQuery,
          answer: [200, Page(Adjustment)],
        },
        (request, { query }) => adjustments.list(request, query),
      ),
    )
    .post(
      '/points-adjustments',
      command(
        {
          id: 'askForPointsAdjustment',
          summary: 'Ask for points to be added or taken by hand; another coordinator decides',
          permission: 'pointsAdjustment.manage',
          body: NewAdjustment,
          answer: [201, AdjustmentAsked],
          errors: [nobody, ownPoints, overLimit, overMonth],
        },
        (request, { body }) => adjustments.ask(request, body),
      ),
    )
    .post(
      '/points-adjustments/:adjustmentId/decision',
      command(
        {
          id: 'decidePointsAdjustment',
          summary: 'Approve an adjustment of points that somebody else asked for, or decline it',
          permission: 'pointsAdjustment.manage',
          params: AdjustmentParams,
          body: AdjustmentDecision,
          answer: [200, AdjustmentDecided],
          errors: [
            secondPersonNeeded,
            ownPoints,
            overLimit,
            overMonth,
            receiverOverMonth,
            alreadyDecided,
            tooFewPoints,
            noRoom,
          ],
        },
        (request, { params, body }) => adjustments.decide(request, params.adjustmentId, body),
      ),
    );
}
