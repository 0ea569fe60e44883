import {
  Referral,
  ReferralAnswer,
  ReferralEntry,
  ReferralRef,
  ReferralStanding,
} from '@kaifong/shared/care/cases/referral.ts';
import { referralErrors } from '@kaifong/shared/care/cases/referral-errors.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { CaseRef } from '@kaifong/shared/care/schema.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';

/** Handing somebody on to a hospital or a hotline. */
export function referralRoutes({ referrals }: Care) {
  return new Hono<ApiEnv>()
    .get(
      '/referrals',
      query(
        {
          id: 'listOpenReferrals',
          summary: 'Referrals of a social worker’s own cases of which it is not known whether the person arrived',
          permission: 'care.readReferrals',
          query: PageQuery,
          answer: [200, Page(ReferralEntry)],
        },
        (request, { query }) => referrals.mine(request, query),
      ),
    )
    .post(
      '/cases/:caseId/referrals',
      command(
        {
          id: 'openReferral',
          summary: 'Note that somebody was handed on; the case cannot end before it is known what became of it',
          permission: 'care.refer',
          params: CaseRef,
          body: Referral,
          answer: [201, ReferralStanding],
          errors: [careErrors.closed, careErrors.namesAnIllness, careErrors.changedMeanwhile],
        },
        (request, { params, body }) => referrals.open(request, params.caseId, body),
      ),
    )
    .post(
      '/cases/:caseId/referrals/:referralId/answer',
      command(
        {
          id: 'answerReferral',
          summary:
            'Tell what became of a referral: received, by whom, when and how it is known; not arrived; or declined',
          permission: 'care.refer',
          params: ReferralRef,
          body: ReferralAnswer,
          answer: [200, ReferralStanding],
          errors: [platformErrors.notFound, careErrors.changedMeanwhile, referralErrors.ended, referralErrors.day],
        },
        (request, { params, body }) => referrals.answer(request, params.caseId, params.referralId, body),
      ),
    );
}
