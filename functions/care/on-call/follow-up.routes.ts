import { careErrors } from '@kaifong/shared/care/errors.ts';
import { FollowUpEntry, FollowUpRef, FollowUpReport, LowerRisk } from '@kaifong/shared/care/on-call/follow-up.ts';
import { CaseRef, CaseStanding } from '@kaifong/shared/care/schema.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import * as z from 'zod';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';

const FollowUpsLeft = z.object({ caseId: Id('supportCase'), open: z.int() });

/** What a social worker does after a crisis. */
export function followUpRoutes({ followUps, risks }: Care) {
  return new Hono<ApiEnv>()
    .get(
      '/follow-ups',
      query(
        {
          id: 'listFollowUps',
          summary: 'Whom a social worker still has to get in touch with after a crisis, the next first',
          permission: 'care.readFollowUps',
          query: PageQuery,
          answer: [200, Page(FollowUpEntry)],
        },
        (request, { query }) => followUps.mine(request, query),
      ),
    )
    .post(
      '/cases/:caseId/follow-ups/:escalationId/:step',
      command(
        {
          id: 'recordFollowUp',
          summary: 'Tell how a follow-up went; a try in vain is due again after a day',
          permission: 'care.followUp',
          params: FollowUpRef,
          body: FollowUpReport,
          answer: [200, FollowUpsLeft],
          errors: [careErrors.followUpEnded],
        },
        (request, { params, body }) => followUps.record(request, params, body),
      ),
    )
    .post(
      '/cases/:caseId/risk',
      command(
        {
          id: 'lowerRisk',
          summary:
            'Take the risk of a case for lower than it stands, with a reason; an emergency that is over goes back to where it was',
          permission: 'care.lowerRisk',
          params: CaseRef,
          body: LowerRisk,
          answer: [200, CaseStanding],
          errors: [careErrors.closed, careErrors.escalationOpen, careErrors.riskNotLower, careErrors.changedMeanwhile],
        },
        (request, { params, body }) => risks.lower(request, params.caseId, body),
      ),
    );
}
