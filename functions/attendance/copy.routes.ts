import { OwnStay } from '@kaifong/shared/attendance/schema.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { query } from '../platform/operation.ts';
import type { Attendance } from './index.ts';

/** What attendance has of a person, for the copy of her own data. */
export function attendanceCopyRoutes({ copies }: Pick<Attendance, 'copies'>) {
  return new Hono<ApiEnv>().get(
    '/attendance-copy',
    query(
      {
        id: 'copyOwnAttendance',
        summary: 'When the person came and went, shift by shift: a part of the copy of one’s own data',
        permission: 'attendance.readOwn',
        query: PageQuery,
        answer: [200, Page(OwnStay)],
      },
      (request, { query }) => copies.own(request, query),
    ),
  );
}
