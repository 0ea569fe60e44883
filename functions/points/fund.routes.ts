import { Fund, FundQuery } from '@kaifong/shared/points/fund-schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { query } from '../platform/operation.ts';
import type { Points } from './index.ts';

/** The funds of communities. */
export function fundRoutes({ funds }: Pick<Points, 'funds'>) {
  return new Hono<ApiEnv>().get(
    '/points-funds',
    query(
      {
        id: 'readFund',
        summary: 'The fund of a community: what it holds, and what moved it, newest first',
        permission: 'fund.read',
        query: FundQuery,
        answer: [200, Fund],
      },
      (request, { query }) => funds.read(request, query),
    ),
  );
}
