import { doubtErrors } from '@kaifong/shared/attendance/doubt-errors.ts';
import { Doubt, DoubtDecision, DoubtParams, DoubtStanding, DoubtsQuery } from '@kaifong/shared/attendance/doubts.ts';
import { Page } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Attendance } from '../index.ts';

/** Hours that are unlikely, for coordinators to look at. */
export function doubtRoutes({ doubts }: Attendance) {
  return new Hono<ApiEnv>()
    .get(
      '/doubts',
      query(
        {
          id: 'listDoubts',
          summary: 'Hours at a place and below that are unlikely, with the facts, the oldest first',
          permission: 'doubt.decide',
          query: DoubtsQuery,
          answer: [200, Page(Doubt)],
        },
        (request, { query }) => doubts.list(request, query),
      ),
    )
    .post(
      '/doubts/:doubtId/decision',
      command(
        {
          id: 'decideDoubt',
          summary: 'Say what you found when you looked: that the hours are right, or that they are to be taken back',
          permission: 'doubt.decide',
          params: DoubtParams,
          body: DoubtDecision,
          answer: [201, DoubtStanding],
          errors: [doubtErrors.alreadyDecided, doubtErrors.decidedByAnother],
        },
        (request, { params, body }) => doubts.decide(request, params.doubtId, body),
      ),
    );
}
