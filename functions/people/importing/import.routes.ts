import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { importErrors } from '@kaifong/shared/people/importing/import-errors.ts';
import {
  BadRowsFile,
  BadRowsQuery,
  ImportBegun,
  ImportParams,
  ImportPieceContent,
  ImportPieceParams,
  ImportReport,
  ImportStart,
  ImportsQuery,
  NewImport,
  RejectedRow,
} from '@kaifong/shared/people/importing/import-schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { People } from '../index.ts';

/**
 * Lists of volunteers whom organisations registered on paper. A list is begun, its file is uploaded piece by piece, and it is
 * started: to be checked first, or to be entered at once. The work is done behind the scenes; how it goes is read again and again.
 */
export function importRoutes({ imports, badRows }: Pick<People, 'imports' | 'badRows'>) {
  return new Hono<ApiEnv>()
    .post(
      '/volunteer-imports',
      command(
        {
          id: 'beginVolunteerImport',
          summary: 'Make room for a list of volunteers; the file follows in pieces',
          permission: 'volunteer.import',
          body: NewImport,
          answer: [201, ImportBegun],
          errors: [placeErrors.unknown, importErrors.tooLarge, importErrors.empty],
        },
        (request, { body }) => imports.begin(request, body),
      ),
    )
    .get(
      '/volunteer-imports',
      query(
        {
          id: 'listVolunteerImports',
          summary: 'The imports of a place and of all below it, the newest first',
          permission: 'volunteer.import',
          query: ImportsQuery,
          answer: [200, Page(ImportReport)],
        },
        (request, { query }, context) =>
          imports.list(request, query, languageFrom(context.req.header('accept-language'))),
      ),
    )
    .put(
      '/volunteer-imports/:importId/pieces/:piece',
      command(
        {
          id: 'uploadImportPiece',
          summary: 'Upload a piece of the file, 192 KiB and the last one shorter, counted from 0',
          permission: 'volunteer.import',
          params: ImportPieceParams,
          body: ImportPieceContent,
          maxBody: 512 * 1024,
          answer: [200, ImportBegun],
          errors: [importErrors.begun],
        },
        (request, { params, body }) => imports.keepPiece(request, params, body.content),
      ),
    )
    .post(
      '/volunteer-imports/:importId/start',
      command(
        {
          id: 'startVolunteerImport',
          summary: 'Have the list checked, or its good rows entered; also to go on with one that stopped',
          permission: 'volunteer.import',
          params: ImportParams,
          body: ImportStart,
          answer: [202, ImportBegun],
          errors: [importErrors.begun, importErrors.underWay, importErrors.fileGone],
        },
        (request, { params, body }) => imports.start(request, params.importId, body.aim),
      ),
    )
    .get(
      '/volunteer-imports/:importId',
      query(
        {
          id: 'readVolunteerImport',
          summary: 'How an import stands: how far it is and how fast, or how it went',
          permission: 'volunteer.import',
          params: ImportParams,
          answer: [200, ImportReport],
        },
        (request, { params }, context) =>
          imports.report(request, params.importId, languageFrom(context.req.header('accept-language'))),
      ),
    )
    .get(
      '/volunteer-imports/:importId/faults',
      query(
        {
          id: 'listImportFaults',
          summary: 'What is wrong in the rows that do not enter, without what stood in them',
          permission: 'volunteer.import',
          params: ImportParams,
          query: PageQuery,
          answer: [200, Page(RejectedRow)],
          errors: [importErrors.badRowsGone],
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
          summary: 'The rows that do not enter, as pages of a CSV file with the reason of each',
          permission: 'volunteer.import',
          params: ImportParams,
          query: BadRowsQuery,
          answer: [200, BadRowsFile],
          errors: [importErrors.badRowsGone],
        },
        (request, { params, query }, context) =>
          badRows.file(request, params.importId, query, languageFrom(context.req.header('accept-language'))),
      ),
    );
}
