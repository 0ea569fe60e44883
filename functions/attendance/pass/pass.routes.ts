import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import { AttendancePass, PassEntry, PassParams, PassSeen } from '@kaifong/shared/attendance/pass.ts';
import { passErrors } from '@kaifong/shared/attendance/pass-errors.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Attendance } from '../index.ts';

/** Checking in by the code on the volunteer's own phone. */
export function passRoutes({ passes }: Pick<Attendance, 'passes'>) {
  return new Hono<ApiEnv>()
    .get(
      '/attendance-passes/mine',
      query(
        {
          id: 'readAttendancePass',
          summary: 'The code on your phone for the leader to scan, which changes every 30 seconds',
          permission: 'attendance.checkIn',
          answer: [200, AttendancePass],
        },
        (request) => passes.own(request),
      ),
    )
    .post(
      '/attendance-passes/seen/:shiftId',
      command(
        {
          id: 'seeAttendancePass',
          summary: 'Check in or out whoever of the shift shows this code on her phone',
          permission: 'attendance.run',
          params: PassParams,
          body: PassEntry,
          answer: [201, PassSeen],
          errors: [
            passErrors.unknown,
            attendanceErrors.ownAttendance,
            attendanceErrors.tooEarly,
            attendanceErrors.tooLate,
            attendanceErrors.checkOutTooLate,
            attendanceErrors.alreadyCheckedIn,
            attendanceErrors.notCheckedIn,
            attendanceErrors.alreadyConfirmed,
            attendanceErrors.seenBefore,
            attendanceErrors.tooManyPairs,
          ],
        },
        (request, { params, body }) => passes.see(request, params.shiftId, body),
      ),
    );
}
