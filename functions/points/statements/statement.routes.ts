import { statementErrors } from '@kaifong/shared/points/ledger/statement-errors.ts';
import { StatementFile, StatementParams, StatementQuery } from '@kaifong/shared/points/ledger/statement-schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { query } from '../../platform/operation.ts';
import type { Points } from '../index.ts';

/** Months of points as files. */
export function statementRoutes({ statements }: Pick<Points, 'statements'>) {
  return new Hono<ApiEnv>().get(
    '/points-statements/:month',
    query(
      {
        id: 'readPointsStatement',
        summary: 'A month of your points as a PDF/A or CSV file, base64',
        permission: 'points.readOwn',
        params: StatementParams,
        query: StatementQuery,
        answer: [200, StatementFile],
        errors: [statementErrors.notYet],
      },
      (request, { params, query }) => statements.file(request, params.month, query),
    ),
  );
}
