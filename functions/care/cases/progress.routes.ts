import { OwnProgress, ReturnKey } from '@kaifong/shared/care/asking/asking.ts';
import { Progress } from '@kaifong/shared/care/cases/outcome.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { CaseRef } from '@kaifong/shared/care/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';
import { networkAsking } from './tries.ts';

/** What the sessions led to, for the people of a case and for the person herself. */
export function progressRoutes({ progress }: Care) {
  return new Hono<ApiEnv>()
    .get(
      '/cases/:caseId/progress',
      query(
        {
          id: 'readProgress',
          summary:
            'The sums of PHQ-9 and GAD-7 over the sessions, and what they led to by the NHS rule; each reading is written down first',
          permission: 'care.readCase',
          params: CaseRef,
          answer: [200, Progress],
        },
        (request, { params }) => progress.read(request, params.caseId),
      ),
    )
    .post(
      '/askings/progress',
      command(
        {
          id: 'readOwnProgress',
          summary: 'One’s own sums of PHQ-9 and GAD-7, for whoever has the return code and word',
          permission: 'care.ask',
          body: ReturnKey,
          answer: [200, OwnProgress],
          errors: [careErrors.noSuchReturn, careErrors.tooManyTries],
          receipt: false,
        },
        (request, { body }, context) => progress.own(request, body, networkAsking(context)),
      ),
    );
}
