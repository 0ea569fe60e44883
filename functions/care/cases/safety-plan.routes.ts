import { ReturnKey } from '@kaifong/shared/care/asking/asking.ts';
import { SafetyPlanDraft, SafetyPlanView } from '@kaifong/shared/care/cases/safety-plan.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { CaseRef } from '@kaifong/shared/care/schema.ts';
import { Hono } from 'hono';
import * as z from 'zod';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';
import { networkAsking } from './tries.ts';

/** The safety plan in six steps. */
export function safetyPlanRoutes({ safetyPlans }: Care) {
  return new Hono<ApiEnv>()
    .get(
      '/cases/:caseId/safety-plan',
      query(
        {
          id: 'readSafetyPlan',
          summary: 'The safety plan of a case; each reading is written down first',
          permission: 'care.readCase',
          params: CaseRef,
          answer: [200, SafetyPlanView],
        },
        (request, { params }) => safetyPlans.read(request, params.caseId),
      ),
    )
    .post(
      '/cases/:caseId/safety-plan',
      command(
        {
          id: 'writeSafetyPlan',
          summary: 'Keep a new version of a safety plan, written together with the person',
          permission: 'care.writePlan',
          params: CaseRef,
          body: SafetyPlanDraft,
          answer: [201, CaseRef.extend({ version: z.int() })],
          errors: [careErrors.closed, careErrors.changedMeanwhile],
        },
        (request, { params, body }) => safetyPlans.write(request, params.caseId, body),
      ),
    )
    .post(
      '/askings/safety-plan',
      command(
        {
          id: 'readOwnSafetyPlan',
          summary: 'One’s own safety plan, for whoever has its return code and word',
          permission: 'care.ask',
          body: ReturnKey,
          answer: [200, SafetyPlanView],
          errors: [careErrors.noSuchReturn, careErrors.tooManyTries],
          receipt: false,
        },
        (request, { body }, context) => safetyPlans.own(request, body, networkAsking(context)),
      ),
    );
}
