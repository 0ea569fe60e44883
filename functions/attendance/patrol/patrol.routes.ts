import { patrolErrors as errors } from '@kaifong/shared/attendance/patrol/errors.ts';
import { NewPatrol, Patrol, PatrolFixes, PatrolParams, Patrols } from '@kaifong/shared/attendance/patrol/schema.ts';
import { ShiftParams } from '@kaifong/shared/attendance/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Attendance } from '../index.ts';

/** Patrols of a shift, told by the phone of the leader who goes along. */
export function patrolRoutes({ patrols }: Pick<Attendance, 'patrols'>) {
  return new Hono<ApiEnv>()
    .get(
      '/patrols/:shiftId',
      query(
        {
          id: 'listPatrols',
          summary: 'The patrols of a shift, how long and how far they went, and whether they count',
          permission: 'attendance.run',
          params: ShiftParams,
          answer: [200, Patrols],
        },
        (request, { params }) => patrols.list(request, params.shiftId),
      ),
    )
    .post(
      '/patrols/:shiftId',
      command(
        {
          id: 'beginPatrol',
          summary: 'Begin a patrol of three to five people who are at the shift now',
          permission: 'attendance.run',
          params: ShiftParams,
          body: NewPatrol,
          answer: [201, Patrol],
          errors: [errors.people, errors.notHere, errors.alreadyOut, errors.notNow, errors.tooMany],
        },
        (request, { params, body }) => patrols.begin(request, params.shiftId, body),
      ),
    )
    .post(
      '/patrols/:shiftId/:patrolId/fixes',
      command(
        {
          id: 'tellPatrolWay',
          summary: 'Bring what the phone kept of the way of a patrol; what comes twice is taken once',
          permission: 'attendance.run',
          params: PatrolParams,
          body: PatrolFixes,
          answer: [201, Patrol],
          errors: [errors.notYours, errors.over],
        },
        (request, { params, body }) => patrols.goOn(request, params, body),
      ),
    )
    .post(
      '/patrols/:shiftId/:patrolId/end',
      command(
        {
          id: 'endPatrol',
          summary: 'End a patrol',
          permission: 'attendance.run',
          params: PatrolParams,
          answer: [201, Patrol],
          errors: [errors.notYours, errors.over],
        },
        (request, { params }) => patrols.end(request, params),
      ),
    );
}
