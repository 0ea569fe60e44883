import { careErrors } from '@kaifong/shared/care/errors.ts';
import {
  NewOpening,
  OpenedCase,
  OpeningReview,
  OpeningReviewed,
  OpeningStanding,
  OpeningsQuery,
  OpeningView,
  PastOpening,
} from '@kaifong/shared/care/opening.ts';
import { CaseRef } from '@kaifong/shared/care/schema.ts';
import { Page } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';

/** Cases opened in an emergency by supervisors whom they were not handed to. */
export function openingRoutes({ openings }: Care) {
  return new Hono<ApiEnv>()
    .post(
      '/openings',
      command(
        {
          id: 'openInEmergency',
          summary:
            'Open a case that was not handed to one, in an emergency, for an hour at most; others are told at once',
          permission: 'care.breakGlass',
          body: NewOpening,
          answer: [201, OpeningStanding],
          errors: [careErrors.changedMeanwhile],
        },
        (request, { body }) => openings.open(request, body),
      ),
    )
    .get(
      '/openings',
      query(
        {
          id: 'listOpenings',
          summary: 'Cases that were opened in an emergency and wait for another supervisor to review it',
          permission: 'care.breakGlass',
          query: OpeningsQuery,
          answer: [200, Page(OpeningView)],
        },
        (request, { query }) => openings.list(request, query.place, query),
      ),
    )
    .get(
      '/openings/past',
      query(
        {
          id: 'listPastOpenings',
          summary: 'Cases that were opened in an emergency, with the reason and its review, the latest first',
          permission: 'care.breakGlass',
          query: OpeningsQuery,
          answer: [200, Page(PastOpening)],
        },
        (request, { query }) => openings.past(request, query.place, query),
      ),
    )
    .post(
      '/openings/review',
      command(
        {
          id: 'reviewOpening',
          summary: 'Say whether another supervisor had reason to open a case in an emergency',
          permission: 'care.breakGlass',
          body: OpeningReview,
          answer: [200, OpeningReviewed],
          errors: [careErrors.openingReviewed, careErrors.ownOpening, careErrors.changedMeanwhile],
        },
        (request, { body }) => openings.review(request, body),
      ),
    )
    .get(
      '/openings/cases/:caseId',
      query(
        {
          id: 'readOpenedCase',
          summary: 'A case that one has opened in an emergency, while that lasts; each reading is written down first',
          permission: 'care.breakGlass',
          params: CaseRef,
          answer: [200, OpenedCase],
          errors: [careErrors.openingOver],
        },
        (request, { params }) => openings.read(request, params.caseId),
      ),
    );
}
