import { patrolErrors as errors } from '@kaifong/shared/attendance/patrol/errors.ts';
import { Patrol } from '@kaifong/shared/attendance/patrol/schema.ts';
import {
  NewWayPoint,
  Sighting,
  WayPoint,
  WayPointParams,
  WayPointsOf,
} from '@kaifong/shared/attendance/patrol/way-point.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Attendance } from '../index.ts';

/** The way-points that patrols of a team pass, and their codes. */
export function wayPointRoutes({ wayPoints, sightings }: Pick<Attendance, 'wayPoints' | 'sightings'>) {
  return new Hono<ApiEnv>()
    .get(
      '/way-points',
      query(
        {
          id: 'listWayPoints',
          summary: 'The way-points of a team with their codes, the newest first, those that were switched off too',
          permission: 'attendance.run',
          query: PageQuery.extend(WayPointsOf.shape),
          answer: [200, Page(WayPoint)],
        },
        (request, { query }) => wayPoints.list(request, query),
      ),
    )
    .post(
      '/way-points',
      command(
        {
          id: 'addWayPoint',
          summary: 'Add a way-point that patrols of a team pass, with or without its position',
          permission: 'attendance.run',
          body: NewWayPoint,
          answer: [201, WayPoint],
          errors: [errors.tooManyWayPoints],
        },
        (request, { body }) => wayPoints.add(request, body),
      ),
    )
    .post(
      '/way-points/:wayPointId/revocation',
      command(
        {
          id: 'revokeWayPoint',
          summary: 'Switch a way-point and its printed code off, for good',
          permission: 'attendance.run',
          params: WayPointParams,
          body: WayPointsOf,
          answer: [201, WayPoint],
          errors: [errors.alreadyRevoked],
        },
        (request, { params, body }) => wayPoints.revoke(request, { ...params, ...body }),
      ),
    )
    .post(
      '/way-point-sightings',
      command(
        {
          id: 'passWayPoint',
          summary:
            'Mark a way-point as passed by the patrol that you lead, by its code; also later, what the phone kept',
          permission: 'attendance.run',
          body: Sighting,
          answer: [201, Patrol],
          errors: [errors.noPatrol, errors.codeUnknown, errors.codeOfOtherTeam, errors.codeRevoked],
        },
        (request, { body }) => sightings.see(request, body),
      ),
    );
}
