import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import { FenceEntry } from '@kaifong/shared/attendance/fence.ts';
import { fenceErrors } from '@kaifong/shared/attendance/fence-errors.ts';
import { MyAttendance, ShiftParams } from '@kaifong/shared/attendance/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command } from '../../platform/operation.ts';
import type { Attendance } from '../index.ts';

/** Checking in by where the phone is. */
export function fenceRoutes({ fences }: Pick<Attendance, 'fences'>) {
  return new Hono<ApiEnv>().post(
    '/attendance-fixes/:shiftId',
    command(
      {
        id: 'checkInByLocation',
        summary: 'Check in or out by where your phone is, at a place that has a fence',
        permission: 'attendance.checkIn',
        params: ShiftParams,
        body: FenceEntry,
        answer: [201, MyAttendance],
        errors: [
          fenceErrors.none,
          fenceErrors.outside,
          fenceErrors.vague,
          attendanceErrors.notSignedUp,
          attendanceErrors.shiftNotHeld,
          attendanceErrors.keptTooLong,
          attendanceErrors.tooEarly,
          attendanceErrors.tooLate,
          attendanceErrors.checkOutTooLate,
          attendanceErrors.alreadyCheckedIn,
          attendanceErrors.notCheckedIn,
          attendanceErrors.alreadyConfirmed,
          attendanceErrors.seenBefore,
          attendanceErrors.entryInReview,
          attendanceErrors.tooManyReviews,
          attendanceErrors.tooManyPairs,
        ],
      },
      (request, { params, body }) => fences.enter(request, params.shiftId, body),
    ),
  );
}
