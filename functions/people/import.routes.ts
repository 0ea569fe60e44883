import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import {
  BadRowsFile,
  RejectedRow,
  VolunteerImport,
  VolunteerImportDone,
  VolunteerImportParams,
  VolunteerImportReport,
} from '@kaifong/shared/people/import-schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { command, query } from '../platform/operation.ts';
import type { People } from './index.ts';

/** Lists of volunteers whom organisations registered on paper. */
export function importRoutes({ imports, badRows }: People) {
  return new Hono<ApiEnv>()
    .post(
      '/volunteer-imports',
      command(
        {
          id: 'importVolunteers',
          summary: 'Enter a list of volunteers; bad rows are kept with their reasons',
          permission: 'volunteer.import',
          body: VolunteerImport,
          maxBody: 4 * 1024 * 1024,
          answer: [201, VolunteerImportDone],
          errors: [
            placeErrors.unknown,
            peopleErrors.importEmpty,
            peopleErrors.importColumnsMissing,
            peopleErrors.importUnreadable,
            peopleErrors.importTooLong,
          ],
        },
        (request, { body }) => imports.run(request, body),
      ),
    )
    .get(
      '/volunteer-imports/:importId',
      query(
        {
          id: 'readVolunteerImport',
          summary: 'How an import went',
          permission: 'volunteer.import',
          params: VolunteerImportParams,
          answer: [200, VolunteerImportReport],
        },
        (request, { params }) => imports.report(request, params.importId),
      ),
    )
    .get(
      '/volunteer-imports/:importId/faults',
      query(
        {
          id: 'listImportFaults',
          summary: 'What is wrong in the rows that did not enter, without what stood in them',
          permission: 'volunteer.import',
          params: VolunteerImportParams,
          query: PageQuery,
          answer: [200, Page(RejectedRow)],
          errors: [peopleErrors.badRowsGone],
        },
        (request, { params, query }, context) =>
          badRows.faults(request, params.importId, query, languageFrom(context.req.header('accept-language'))),
      ),
    )
    .get(
      '/volunteer-imports/:importId/bad-rows',
      query(
        {
          id: 'readBadRows',
          summary: 'The rows that did not enter, as a CSV file with the reason of each',
          permission: 'volunteer.import',
          params: VolunteerImportParams,
          answer: [200, BadRowsFile],
          errors: [peopleErrors.badRowsGone],
        },
        (request, { params }, context) =>
          badRows.file(request, params.importId, languageFrom(context.req.header('accept-language'))),
      ),
    );
}
