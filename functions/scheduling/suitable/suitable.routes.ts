import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { SuitableShiftsPage, SuitableShiftsQuery } from '@kaifong/shared/scheduling/suitable/suitable-schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { query } from '../../platform/operation.ts';
import type { Scheduling } from '../index.ts';

/** What a volunteer can take. */
export function suitableRoutes({ suitable }: Pick<Scheduling, 'suitable'>) {
  return new Hono<ApiEnv>().get(
    '/suitable-shifts',
    query(
      {
        id: 'listSuitableShifts',
        summary:
          'The open shifts of a place that the person who asks can take, best first; or all, with what keeps her from each',
        permission: 'shift.browse',
        query: SuitableShiftsQuery,
        answer: [200, SuitableShiftsPage],
      },
      (request, { query }, context) =>
        suitable.list(request, query, languageFrom(context.req.header('accept-language'))),
    ),
  );
}
