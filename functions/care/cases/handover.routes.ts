import { Handover, HandoverView } from '@kaifong/shared/care/cases/handover.ts';
import { sessionErrors } from '@kaifong/shared/care/cases/session-errors.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { CaseRef, CaseStanding } from '@kaifong/shared/care/schema.ts';
import { Hono } from 'hono';
import * as z from 'zod';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';

/** A case that goes from one counsellor to the next. */
export function handoverRoutes({ handovers }: Care) {
  return new Hono<ApiEnv>()
    .post(
      '/cases/:caseId/handovers',
      command(
        {
          id: 'handCaseOver',
          summary: 'End the assignment of a counsellor with a summary for the next; the case waits for another',
          permission: 'care.handOver',
          params: CaseRef,
          body: Handover,
          answer: [201, CaseStanding],
          errors: [
            careErrors.closed,
            careErrors.escalationOpen,
            careErrors.namesAnIllness,
            careErrors.changedMeanwhile,
            sessionErrors.noCounsellor,
            sessionErrors.notTold,
          ],
        },
        (request, { params, body }) => handovers.write(request, params.caseId, body),
      ),
    )
    .get(
      '/cases/:caseId/handovers',
      query(
        {
          id: 'listHandovers',
          summary: 'What earlier counsellors of a case left for the next; each reading is written down first',
          permission: 'care.readCase',
          params: CaseRef,
          answer: [200, z.object({ items: z.array(HandoverView) })],
        },
        (request, { params }) => handovers.list(request, params.caseId),
      ),
    );
}
