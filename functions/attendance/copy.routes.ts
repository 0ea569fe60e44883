import { Amendment } from '@kaifong/shared/attendance/amendments/schema.ts';
import { ChainRecord } from '@kaifong/shared/attendance/chain.ts';
import { OwnPosition } from '@kaifong/shared/attendance/fence.ts';
import { FileEntry } from '@kaifong/shared/attendance/file-entries/schema.ts';
import { OwnPatrol } from '@kaifong/shared/attendance/patrol/schema.ts';
import { OwnStay } from '@kaifong/shared/attendance/schema.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { VolunteerParams } from '@kaifong/shared/people/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { query } from '../platform/operation.ts';
import type { Attendance } from './index.ts';

/** What attendance has of a record that is the person's own or was made hers by a merge, for the copy of her own data. */
export function attendanceCopyRoutes({ copies }: Pick<Attendance, 'copies'>) {
  return new Hono<ApiEnv>()
    .get(
      '/attendance-copy/:volunteerId/stays',
      query(
        {
          id: 'copyStays',
          summary: 'When the person came and went, shift by shift: a part of the copy of one’s own data',
          permission: 'attendance.readOwn',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(OwnStay)],
        },
        (request, { params, query }) => copies.stays(request, params.volunteerId, query),
      ),
    )
    .get(
      '/attendance-copy/:volunteerId/positions',
      query(
        {
          id: 'copyPositions',
          summary: 'Where the person’s phone was at check-in in the last 90 days, to a hundred metres',
          permission: 'attendance.readOwn',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(OwnPosition)],
        },
        (request, { params, query }) => copies.positions(request, params.volunteerId, query),
      ),
    )
    .get(
      '/attendance-copy/:volunteerId/patrols',
      query(
        {
          id: 'copyPatrols',
          summary:
            'The patrols that the person led or went on: way-points passed, and the way of the last 90 days, to a hundred metres',
          permission: 'attendance.readOwn',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(OwnPatrol)],
        },
        (request, { params, query }) => copies.patrols(request, params.volunteerId, query),
      ),
    )
    .get(
      '/attendance-copy/:volunteerId/file-entries',
      query(
        {
          id: 'copyFileEntries',
          summary:
            'Honours, evaluations and complaints in the service file of a record of the person, the newest first',
          permission: 'attendance.readOwn',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(FileEntry)],
        },
        (request, { params, query }) => copies.fileEntries(request, params.volunteerId, query),
      ),
    )
    .get(
      '/attendance-copy/:volunteerId/amendments',
      query(
        {
          id: 'copyAmendments',
          summary: 'The hours that were asked for afterwards under a record of the person, the newest first',
          permission: 'attendance.readOwn',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(Amendment)],
        },
        (request, { params, query }) => copies.amendments(request, params.volunteerId, query),
      ),
    )
    .get(
      '/attendance-copy/:volunteerId/service-records',
      query(
        {
          id: 'copyServiceRecords',
          summary: 'The service records under a record of the person, the newest first, with their hashes',
          permission: 'attendance.readOwn',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(ChainRecord)],
        },
        (request, { params, query }) => copies.serviceRecords(request, params.volunteerId, query),
      ),
    );
}
