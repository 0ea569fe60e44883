import { callErrors } from '@kaifong/shared/attendance/call-errors.ts';
import { AttendanceParams } from '@kaifong/shared/attendance/schema.ts';
import { UnmaskedMobile } from '@kaifong/shared/people/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command } from '../../platform/operation.ts';
import type { Attendance } from '../index.ts';

/** What a leader does on the day besides the roll. */
export function callRoutes({ calls }: Pick<Attendance, 'calls'>) {
  return new Hono<ApiEnv>().post(
    '/attendance-calls/:shiftId/:volunteerId',
    command(
      {
        id: 'callVolunteer',
        summary: 'The number of somebody who has a place in a shift of these days, to call; the audit keeps it',
        permission: 'attendance.run',
        params: AttendanceParams,
        answer: [200, UnmaskedMobile],
        receipt: false,
        errors: [callErrors.noPlace, callErrors.notTheDay],
      },
      (request, { params }) => calls.call(request, params.shiftId, params.volunteerId),
    ),
  );
}
