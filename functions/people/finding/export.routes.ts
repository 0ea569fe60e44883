import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { ExportQuery, PeopleFile } from '@kaifong/shared/people/finding/export-schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { query } from '../../platform/operation.ts';
import type { People } from '../index.ts';

/** The people of a branch as a file. */
export function exportRoutes({ exports }: Pick<People, 'exports'>) {
  return new Hono<ApiEnv>().get(
    '/volunteer-exports',
    query(
      {
        id: 'exportVolunteers',
        summary: 'The volunteers of a place and of all below it in one state, as pages of a CSV file under masks',
        permission: 'volunteer.export',
        query: ExportQuery,
        answer: [200, PeopleFile],
      },
      (request, { query }, context) =>
        exports.page(request, query, languageFrom(context.req.header('accept-language'))),
    ),
  );
}
