import { fileEntryErrors as errors } from '@kaifong/shared/attendance/file-entries/errors.ts';
import {
  EntryParams,
  EntryWithdrawal,
  FileEntry,
  FileParams,
  NewFileEntry,
} from '@kaifong/shared/attendance/file-entries/schema.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Attendance } from '../index.ts';

/** Honours, evaluations and complaints in the service files of volunteers. */
export function fileEntryRoutes({ fileEntries }: Pick<Attendance, 'fileEntries'>) {
  return new Hono<ApiEnv>()
    .get(
      '/file-entries/mine',
      query(
        {
          id: 'listOwnFileEntries',
          summary: 'Honours, evaluations and complaints in your service file, the newest first',
          permission: 'fileEntry.readOwn',
          query: PageQuery,
          answer: [200, Page(FileEntry)],
        },
        (request, { query }) => fileEntries.own(request, query),
      ),
    )
    .get(
      '/file-entries/of/:volunteerId',
      query(
        {
          id: 'listFileEntries',
          summary: 'Honours, evaluations and complaints in the service file of a volunteer, the newest first',
          permission: 'fileEntry.manage',
          params: FileParams,
          query: PageQuery,
          answer: [200, Page(FileEntry)],
        },
        (request, { params, query }) => fileEntries.list(request, params.volunteerId, query),
      ),
    )
    .post(
      '/file-entries/of/:volunteerId',
      command(
        {
          id: 'recordFileEntry',
          summary: 'Write an honour, an evaluation or a complaint that was looked into in a service file',
          permission: 'fileEntry.manage',
          params: FileParams,
          body: NewFileEntry,
          answer: [201, FileEntry],
          errors: [errors.own, errors.inFuture],
        },
        (request, { params, body }) => fileEntries.record(request, params.volunteerId, body),
      ),
    )
    .post(
      '/file-entries/of/:volunteerId/:entryId/withdrawal',
      command(
        {
          id: 'withdrawFileEntry',
          summary: 'Take a wrong entry back, with a reason; it stays and says so',
          permission: 'fileEntry.manage',
          params: EntryParams,
          body: EntryWithdrawal,
          answer: [201, FileEntry],
          errors: [errors.own, errors.alreadyWithdrawn],
        },
        (request, { params, body }) => fileEntries.withdraw(request, params, body.reason),
      ),
    );
}
