import { Outreach, OutreachStanding } from '@kaifong/shared/care/cases/outreach.ts';
import {
  SessionEntry,
  SessionPlan,
  SessionRef,
  SessionReport,
  SessionStanding,
  UnplannedTalk,
} from '@kaifong/shared/care/cases/session.ts';
import { sessionErrors } from '@kaifong/shared/care/cases/session-errors.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { CaseRef } from '@kaifong/shared/care/schema.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';

/** Sessions of a case, and looking for somebody who did not come. */
export function sessionRoutes({ sessions, talks, outreach }: Care) {
  return new Hono<ApiEnv>()
    .get(
      '/sessions',
      query(
        {
          id: 'listMySessions',
          summary: 'The sessions that a counsellor has still to hold or to tell of, the next first',
          permission: 'care.readSessions',
          query: PageQuery,
          answer: [200, Page(SessionEntry)],
        },
        (request, { query }) => sessions.mine(request, query),
      ),
    )
    .post(
      '/cases/:caseId/sessions',
      command(
        {
          id: 'planSession',
          summary: 'Plan a session of a case: in a room, by phone, or by a video link',
          permission: 'care.planSession',
          params: CaseRef,
          body: SessionPlan,
          answer: [201, SessionStanding],
          errors: [
            careErrors.closed,
            careErrors.changedMeanwhile,
            sessionErrors.noCounsellor,
            sessionErrors.time,
            sessionErrors.allArePlanned,
            sessionErrors.counsellorBusy,
          ],
        },
        (request, { params, body }) => sessions.plan(request, params.caseId, body),
      ),
    )
    .post(
      '/cases/:caseId/talks',
      command(
        {
          id: 'recordTalk',
          summary: 'Write down a talk that was held and had not been planned',
          permission: 'care.planSession',
          params: CaseRef,
          body: UnplannedTalk,
          answer: [201, SessionStanding],
          errors: [
            careErrors.closed,
            careErrors.changedMeanwhile,
            sessionErrors.noCounsellor,
            sessionErrors.talkTime,
            sessionErrors.counsellorBusy,
            sessionErrors.dayTooLong,
          ],
        },
        (request, { params, body }) => talks.record(request, params.caseId, body),
      ),
    )
    .post(
      '/cases/:caseId/sessions/:sessionId/outcome',
      command(
        {
          id: 'tellSession',
          summary: 'Tell how a session went, or set right what was told, with a reason',
          permission: 'care.planSession',
          params: SessionRef,
          body: SessionReport,
          answer: [200, SessionStanding],
          errors: [
            platformErrors.notFound,
            careErrors.changedMeanwhile,
            sessionErrors.notYet,
            sessionErrors.toldAlready,
            sessionErrors.dayTooLong,
          ],
        },
        (request, { params, body }) => sessions.tell(request, params.caseId, params.sessionId, body),
      ),
    )
    .post(
      '/cases/:caseId/outreach',
      command(
        {
          id: 'recordOutreach',
          summary: 'Keep a try to find out how somebody is who did not come or does not answer',
          permission: 'care.reachOut',
          params: CaseRef,
          body: Outreach,
          answer: [201, OutreachStanding],
          errors: [careErrors.closed, careErrors.changedMeanwhile],
        },
        (request, { params, body }) => outreach.record(request, params.caseId, body),
      ),
    );
}
