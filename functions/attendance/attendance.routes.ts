import { ChainRecord } from '@kaifong/shared/attendance/chain.ts';
import { HourDigest } from '@kaifong/shared/attendance/digest.ts';
import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import {
  AttendanceLine,
  AttendanceParams,
  AttendanceStanding,
  CheckInCode,
  CodeEntry,
  LeaderEntry,
  MyAttendance,
  RecordOfVolunteer,
  Reversal,
  ReviewDecision,
  ReviewParams,
  ServiceTotal,
  ShiftParams,
  VolunteerParams,
  WaitingAttendance,
  WaitingQuery,
} from '@kaifong/shared/attendance/schema.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { type Context, Hono } from 'hono';
import { requesterOf } from '../identity/index.ts';
import { digestOf } from '../platform/digest.ts';
import type { ApiEnv } from '../platform/kit.ts';
import { command, query } from '../platform/operation.ts';
import type { Attendance } from './index.ts';

const codeRefusals = [
  attendanceErrors.notSignedUp,
  attendanceErrors.codeWrong,
  attendanceErrors.codeOfOtherShift,
  attendanceErrors.codeClosed,
  attendanceErrors.keptTooLong,
  attendanceErrors.alreadyConfirmed,
  attendanceErrors.seenBefore,
  attendanceErrors.entryInReview,
  attendanceErrors.tooManyReviews,
];

/** The browser that a code comes from, by a digest of its own: no other list of browsers can be laid beside it. */
function deviceOf(context: Context): string | undefined {
  const { deviceId } = requesterOf(context);
  return deviceId && digestOf('check-in', deviceId).slice(0, 16);
}

/** Checking in and out, confirming, and a volunteer's service records. */
export function attendanceRoutes({ checkIns, digests, roll, reviews, waiting, confirmations, records }: Attendance) {
  return new Hono<ApiEnv>()
    .post(
      '/shifts/:shiftId/check-ins',
      command(
        {
          id: 'checkIn',
          summary: 'Check in with the code on the leader’s screen',
          permission: 'attendance.checkIn',
          params: ShiftParams,
          body: CodeEntry,
          beside: ({ shiftId }: ShiftParams) => checkIns.lookupShift(shiftId),
          answer: [201, MyAttendance],
          errors: [
            ...codeRefusals,
            attendanceErrors.shiftNotHeld,
            attendanceErrors.tooEarly,
            attendanceErrors.tooLate,
            attendanceErrors.alreadyCheckedIn,
            attendanceErrors.tooManyPairs,
          ],
        },
        (request, { params, body, beside }, context) =>
          checkIns.checkIn(request, params.shiftId, body, { seen: beside, device: deviceOf(context) }),
      ),
    )
    .post(
      '/shifts/:shiftId/check-outs',
      command(
        {
          id: 'checkOut',
          summary: 'Check out with the code on the leader’s screen',
          permission: 'attendance.checkIn',
          params: ShiftParams,
          body: CodeEntry,
          beside: ({ shiftId }: ShiftParams) => checkIns.lookupShift(shiftId),
          answer: [201, MyAttendance],
          errors: [...codeRefusals, attendanceErrors.notCheckedIn, attendanceErrors.checkOutTooLate],
        },
        (request, { params, body, beside }, context) =>
          checkIns.checkOut(request, params.shiftId, body, { seen: beside, device: deviceOf(context) }),
      ),
    )
    .get(
      '/shifts/:shiftId/my-attendance',
      query(
        {
          id: 'readMyAttendance',
          summary: 'Your attendance at a shift, and until when you can check in and out',
          permission: 'attendance.readOwn',
          params: ShiftParams,
          answer: [200, MyAttendance],
        },
        (request, { params }) => checkIns.mine(request, params.shiftId),
      ),
    )
    .get(
      '/shifts/:shiftId/check-in-code',
      query(
        {
          id: 'readCheckInCode',
          summary: 'The code for the leader’s screen, which changes every 30 seconds',
          permission: 'attendance.run',
          params: ShiftParams,
          answer: [200, CheckInCode],
        },
        (request, { params }) => roll.code(request, params.shiftId),
      ),
    )
    .get(
      '/shifts/:shiftId/attendance',
      query(
        {
          id: 'listAttendance',
          summary: 'Who has a place in the shift, and who is expected, here, gone or confirmed',
          permission: 'attendance.run',
          params: ShiftParams,
          query: PageQuery,
          answer: [200, Page(AttendanceLine)],
        },
        (request, { params, query }) => roll.list(request, params.shiftId, query),
      ),
    )
    .post(
      '/shifts/:shiftId/check-ins/by-leader',
      command(
        {
          id: 'enterAttendance',
          summary: 'Enter for a volunteer that she came or went; the entry stays marked',
          permission: 'attendance.run',
          params: ShiftParams,
          body: LeaderEntry,
          answer: [201, AttendanceStanding],
          errors: [
            attendanceErrors.ownAttendance,
            attendanceErrors.notHere,
            attendanceErrors.shiftNotHeld,
            attendanceErrors.entryInFuture,
            attendanceErrors.entryTooLate,
            attendanceErrors.entryOutOfOrder,
            attendanceErrors.tooEarly,
            attendanceErrors.tooLate,
            attendanceErrors.alreadyCheckedIn,
            attendanceErrors.notCheckedIn,
            attendanceErrors.alreadyConfirmed,
            attendanceErrors.tooManyPairs,
          ],
        },
        (request, { params, body }) => roll.enter(request, params.shiftId, body),
      ),
    )
    .post(
      '/shifts/:shiftId/attendance/:volunteerId/reviews/:entryId',
      command(
        {
          id: 'decideReview',
          summary: 'Let a coming or going in review count, or dismiss it',
          permission: 'attendance.run',
          params: ReviewParams,
          body: ReviewDecision,
          answer: [201, AttendanceStanding],
          errors: [
            attendanceErrors.ownAttendance,
            attendanceErrors.reviewDecided,
            attendanceErrors.alreadyCheckedIn,
            attendanceErrors.notCheckedIn,
            attendanceErrors.seenBefore,
            attendanceErrors.alreadyConfirmed,
            attendanceErrors.tooManyPairs,
          ],
        },
        (request, { params, body }) => reviews.decide(request, params, body),
      ),
    )
    .post(
      '/shifts/:shiftId/attendance/:volunteerId/confirmation',
      command(
        {
          id: 'confirmAttendance',
          summary: 'Confirm what a volunteer served: its minutes enter her service records',
          permission: 'attendance.run',
          params: AttendanceParams,
          answer: [201, AttendanceStanding],
          errors: [
            attendanceErrors.ownAttendance,
            attendanceErrors.notCheckedIn,
            attendanceErrors.notLeft,
            attendanceErrors.enteredByYou,
            attendanceErrors.alreadyConfirmed,
            attendanceErrors.shiftNotHeld,
            attendanceErrors.takenBackBefore,
            attendanceErrors.nothingToCount,
            attendanceErrors.dayNeedsApproval,
            attendanceErrors.dayNeedsDistrict,
          ],
        },
        (request, { params }) => confirmations.confirm(request, params.shiftId, params.volunteerId),
      ),
    )
    .post(
      '/shifts/:shiftId/attendance/:volunteerId/reversal',
      command(
        {
          id: 'reverseAttendance',
          summary: 'Take a wrong service record back, with a reason; the record stays and a reversal follows it',
          permission: 'attendance.correct',
          params: AttendanceParams,
          body: Reversal,
          answer: [201, AttendanceStanding],
          errors: [attendanceErrors.ownAttendance, attendanceErrors.notConfirmed],
        },
        (request, { params, body }) => confirmations.reverse(request, params.shiftId, params.volunteerId, body.reason),
      ),
    )
    .get(
      '/attendance/waiting',
      query(
        {
          id: 'listWaitingAttendance',
          summary: 'Attendance that waits to be confirmed at a place and below, or of one team, the oldest first',
          permission: 'attendance.run',
          query: WaitingQuery,
          answer: [200, Page(WaitingAttendance)],
        },
        (request, { query }) => waiting.list(request, query),
      ),
    )
    .get(
      '/hour-digests',
      query(
        {
          id: 'listHourDigests',
          summary: 'The daily digests over all service records, newest first, for anybody to keep',
          permission: 'attendance.readDigests',
          query: PageQuery,
          answer: [200, Page(HourDigest)],
        },
        (_, { query }) => digests.list(query),
      ),
    )
    .get(
      '/service-records',
      query(
        {
          id: 'listServiceRecords',
          summary: 'Your service records, newest first, with the hashes that chain them',
          permission: 'attendance.readOwn',
          query: PageQuery,
          answer: [200, Page(ChainRecord)],
        },
        (request, { query }) => records.list(request, query),
      ),
    )
    .get(
      '/service-records/of/:volunteerId',
      query(
        {
          id: 'listServiceRecordsOf',
          summary: 'What a volunteer served at shifts and what was taken back, the newest first, for her coordinators',
          permission: 'attendance.correct',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(RecordOfVolunteer)],
        },
        (request, { params, query }) => records.ofVolunteer(request, params.volunteerId, query),
      ),
    )
    .get(
      '/service-records/total',
      query(
        {
          id: 'readServiceTotal',
          summary: 'Your confirmed minutes in all, and your stars',
          permission: 'attendance.readOwn',
          answer: [200, ServiceTotal],
        },
        (request) => records.total(request),
      ),
    );
}
