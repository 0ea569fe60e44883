import { CounsellorRef } from '@kaifong/shared/care/counsellors/counsellor-schema.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { CheckIn, CheckInKept, CheckInView, OwnCheckIns } from '@kaifong/shared/care/supervision/check-in.ts';
import { DiscussionRef, DiscussionView, NewDiscussion } from '@kaifong/shared/care/supervision/discussion.ts';
import { discussionErrors } from '@kaifong/shared/care/supervision/discussion-errors.ts';
import { supervisionErrors } from '@kaifong/shared/care/supervision/supervision-errors.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';

/** What counsellors bring to supervision, and how they are themselves. */
export function discussionRoutes({ discussions, checkIns }: Care) {
  return new Hono<ApiEnv>()
    .post(
      '/discussions',
      command(
        {
          id: 'bringDiscussion',
          summary: 'Bring a case in one’s own hands to supervision, without anything that tells who it is',
          permission: 'care.discuss',
          body: NewDiscussion,
          answer: [201, DiscussionRef],
          errors: [
            supervisionErrors.noSupervisor,
            supervisionErrors.changed,
            discussionErrors.namesAlias,
            discussionErrors.namesNumber,
            discussionErrors.namesAddress,
            discussionErrors.tooMany,
            careErrors.namesAnIllness,
          ],
        },
        (request, { body }) => discussions.bring(request, body),
      ),
    )
    .post(
      '/discussions/:discussionId/withdrawal',
      command(
        {
          id: 'takeDiscussionBack',
          summary: 'Take an own discussion back; nobody else reads it from now on',
          permission: 'care.ownCounselling',
          params: DiscussionRef,
          answer: [200, DiscussionRef],
          errors: [discussionErrors.closed],
        },
        (request, { params }) => discussions.takeBack(request, params.discussionId),
      ),
    )
    .get(
      '/own-discussions',
      query(
        {
          id: 'listOwnDiscussions',
          summary: 'What one has brought to supervision, the latest first',
          permission: 'care.ownCounselling',
          query: PageQuery,
          answer: [200, Page(DiscussionView)],
        },
        (request, { query }) => discussions.own(request, query),
      ),
    )
    .get(
      '/group-discussions',
      query(
        {
          id: 'listGroupDiscussions',
          summary:
            'What the other counsellors of one’s supervisor have opened to the group; each reading is written down first',
          permission: 'care.ownCounselling',
          query: PageQuery,
          answer: [200, Page(DiscussionView)],
        },
        (request, { query }) => discussions.ofGroup(request, query),
      ),
    )
    .get(
      '/supervision/:counsellorId/discussions',
      query(
        {
          id: 'listDiscussionsOfSupervisee',
          summary: 'What a counsellor whom one supervises has brought; each reading is written down first',
          permission: 'care.supervise',
          params: CounsellorRef,
          query: PageQuery,
          answer: [200, Page(DiscussionView)],
        },
        (request, { params, query }) => discussions.ofSupervisee(request, params.counsellorId, query),
      ),
    )
    .get(
      '/own-check-ins',
      query(
        {
          id: 'listOwnCheckIns',
          summary: 'How one said one was, and whether it is time again',
          permission: 'care.ownCounselling',
          query: PageQuery,
          answer: [200, OwnCheckIns],
        },
        (request, { query }) => checkIns.own(request, query),
      ),
    )
    .post(
      '/own-check-ins',
      command(
        {
          id: 'checkIn',
          summary: 'Say how one is oneself, to one’s supervisor and nobody else',
          permission: 'care.ownCounselling',
          body: CheckIn,
          answer: [201, CheckInKept],
        },
        (request, { body }) => checkIns.write(request, body),
      ),
    )
    .post(
      '/own-check-ins/skipped',
      command(
        {
          id: 'skipCheckIn',
          summary: 'Say nothing this month',
          permission: 'care.ownCounselling',
          answer: [201, CheckInKept],
        },
        (request) => checkIns.skip(request),
      ),
    )
    .get(
      '/supervision/:counsellorId/check-ins',
      query(
        {
          id: 'listCheckInsOfSupervisee',
          summary: 'How a counsellor whom one supervises said she was; each reading is written down first',
          permission: 'care.supervise',
          params: CounsellorRef,
          query: PageQuery,
          answer: [200, Page(CheckInView)],
        },
        (request, { params, query }) => checkIns.ofSupervisee(request, params.counsellorId, query),
      ),
    );
}
