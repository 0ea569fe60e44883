import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import {
  AbsentVolunteer,
  ContestedNoShow,
  ContestedQuery,
  MemberReliability,
  NoShowContest,
  NoShowDecision,
  NoShowMark,
  NoShowParams,
  NoShowShiftParams,
  NoShowStanding,
  OwnNoShow,
  Reliability,
  ReliabilityQuery,
  Resumption,
} from '@kaifong/shared/attendance/no-show.ts';
import { noShowErrors } from '@kaifong/shared/attendance/no-show-errors.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Attendance } from '../index.ts';

/** Who did not come: marks, what people say to them, and how far one can count on somebody. */
export function noShowRoutes({ marks, contests, reliability }: Attendance) {
  return new Hono<ApiEnv>()
    .get(
      '/no-shows/of-shift/:shiftId',
      query(
        {
          id: 'listAbsent',
          summary: 'Who had a place in a shift and was not seen there, and who of them is marked',
          permission: 'attendance.run',
          params: NoShowShiftParams,
          query: PageQuery,
          answer: [200, Page(AbsentVolunteer)],
        },
        (request, { params, query }) => marks.listOfShift(request, params.shiftId, query),
      ),
    )
    .post(
      '/no-shows/of-shift/:shiftId',
      command(
        {
          id: 'markNoShow',
          summary: 'Mark that somebody did not come, within three days after the shift',
          permission: 'attendance.run',
          params: NoShowShiftParams,
          body: NoShowMark,
          answer: [201, NoShowStanding],
          errors: [
            attendanceErrors.ownAttendance,
            noShowErrors.notOverYet,
            noShowErrors.tooLate,
            noShowErrors.noPlace,
            noShowErrors.wasThere,
            noShowErrors.alreadyMarked,
          ],
        },
        (request, { params, body }) => marks.mark(request, params.shiftId, body.volunteerId),
      ),
    )
    .delete(
      '/no-shows/of-shift/:shiftId/:volunteerId',
      command(
        {
          id: 'takeBackNoShow',
          summary: 'Take a mark back that was a mistake',
          permission: 'attendance.run',
          params: NoShowParams,
          answer: [200, NoShowStanding],
          errors: [attendanceErrors.ownAttendance, noShowErrors.notMarked, noShowErrors.tooLate],
        },
        (request, { params }) => marks.takeBack(request, params.shiftId, params.volunteerId),
      ),
    )
    .get(
      '/no-shows/mine',
      query(
        {
          id: 'listOwnNoShows',
          summary: 'Where you were marked as not having come, the newest shift first',
          permission: 'attendance.readOwn',
          query: PageQuery,
          answer: [200, Page(OwnNoShow)],
        },
        (request, { query }) => contests.own(request, query),
      ),
    )
    .post(
      '/no-shows/mine/:shiftId/contest',
      command(
        {
          id: 'contestNoShow',
          summary: 'Say that it was otherwise; a second person decides',
          permission: 'noShow.contest',
          params: NoShowShiftParams,
          body: NoShowContest,
          answer: [201, NoShowStanding],
          errors: [noShowErrors.cannotContest],
        },
        (request, { params, body }) => contests.contest(request, params.shiftId, body.statement),
      ),
    )
    .get(
      '/no-shows/contested',
      query(
        {
          id: 'listContestedNoShows',
          summary: 'The contested marks at a place and below, the oldest first',
          permission: 'noShow.decide',
          query: ContestedQuery,
          answer: [200, Page(ContestedNoShow)],
        },
        (request, { query }) => contests.listContested(request, query),
      ),
    )
    .post(
      '/no-shows/contested/:shiftId/:volunteerId',
      command(
        {
          id: 'decideNoShow',
          summary: 'Decide a contested mark, in words that the person reads',
          permission: 'noShow.decide',
          params: NoShowParams,
          body: NoShowDecision,
          answer: [201, NoShowStanding],
          errors: [noShowErrors.notContested, noShowErrors.decidedByAnother],
        },
        (request, { params, body }) => contests.decide(request, params, body),
      ),
    )
    .get(
      '/reliability/mine',
      query(
        {
          id: 'readOwnReliability',
          summary: 'Of the shifts of six months to which you were to come, how many you came to',
          permission: 'attendance.readOwn',
          answer: [200, Reliability],
        },
        (request) => reliability.own(request),
      ),
    )
    .get(
      '/reliability/of-team',
      query(
        {
          id: 'listReliability',
          summary: 'The same of the members of a team, for its leader',
          permission: 'attendance.run',
          query: ReliabilityQuery,
          answer: [200, Page(MemberReliability)],
        },
        (request, { query }) => reliability.listOfTeam(request, query),
      ),
    )
    .post(
      '/reliability/resumptions',
      command(
        {
          id: 'resumeRegulars',
          summary: 'Let the standing sign-ups of a member go on after a talk',
          permission: 'attendance.run',
          body: Resumption,
          answer: [201, Reliability],
          errors: [noShowErrors.notPaused],
        },
        (request, { body }) => reliability.resume(request, body),
      ),
    );
}
