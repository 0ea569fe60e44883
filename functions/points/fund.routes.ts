import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { Fund, FundChoice, FundQuery, OwnFund } from '@kaifong/shared/points/giving/fund-schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { command, query } from '../platform/operation.ts';
import type { Points } from './index.ts';

/** The funds of communities. */
export function fundRoutes({ funds, ownFunds }: Pick<Points, 'funds' | 'ownFunds'>) {
  return new Hono<ApiEnv>()
    .get(
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
    )
    .get(
      '/points-funds/mine',
      query(
        {
          id: 'readOwnFund',
          summary: 'Whose fund takes what you earn above the most that your account holds',
          permission: 'points.chooseFund',
          answer: [200, OwnFund],
        },
        (request) => ownFunds.read(request),
      ),
    )
    .put(
      '/points-funds/mine',
      command(
        {
          id: 'chooseOwnFund',
          summary: 'Pick the community whose fund takes what you earn above the most that your account holds',
          permission: 'points.chooseFund',
          body: FundChoice,
          answer: [200, OwnFund],
          errors: [placeErrors.unknown, placeErrors.closed],
        },
        (request, { body }) => ownFunds.choose(request, body),
      ),
    );
}
