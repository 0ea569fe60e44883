import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import { wasEnteredBy } from '@kaifong/shared/attendance/presence.ts';
import { checkInPath, spokenTag, stepAt, stepEndsAt } from '@kaifong/shared/attendance/rotating-code.ts';
import { decideCheckIn, leaderEntersUntil } from '@kaifong/shared/attendance/rules.ts';
import type {
  AttendanceLine,
  AttendanceStanding,
  CheckInCode,
  LeaderEntry,
} from '@kaifong/shared/attendance/schema.ts';
import { mayReach } from '@kaifong/shared/identity/permissions.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { clockOf } from '@kaifong/shared/kernel/time.ts';
import type { Command, Request } from '../platform/request.ts';
import { untilSettled } from '../platform/until-settled.ts';
import { Attendance, Reviews } from './attendance.table.ts';
import type { AttendanceDeps } from './deps.ts';
import { ownRecordsOf } from './own-records.ts';
import { patrolFindings } from './patrol/findings.ts';
import { mustBeOpenForCheckIn } from './refusal.ts';
import { tagAt } from './shown-code.ts';
import { lineOf, standingOf } from './standing.ts';
import { writeStep } from './stays.ts';

/** What a leader does on the day: shows the code, looks who is there, and enters what a phone could not. */
export function rollService({ table, sealer, scheduling }: AttendanceDeps) {
  return {
    /** The code for the leader's screen, which changes every 30 seconds. @throws AppError platform.notFound */
    async code({ actor, now }: Request, shiftId: string): Promise<CheckInCode> {
      const shift = await scheduling.shiftFacts(shiftId);
      if (!shift) throw new AppError(platformErrors.notFound);
      actor.mustReach('attendance.run', { scope: shift.teamScope });
      const step = stepAt(now);
      const tag = await tagAt(sealer, shiftId, step);
      const validUntil = stepEndsAt(step);
      const secondsLeft = Math.ceil((Date.parse(validUntil) - Date.parse(now)) / 1000);
      return { code: spokenTag(tag), path: checkInPath({ shiftId, tag }), validUntil, secondsLeft };
    },

    /** Who has a place in the shift, and who of them is expected, here, gone or confirmed. @throws AppError platform.notFound */
    async list({ actor, now }: Request, shiftId: string, page: PageQuery): Promise<Page<AttendanceLine>> {
      const [shift, signUps] = await Promise.all([scheduling.shiftFacts(shiftId), scheduling.signUpsOf(shiftId, page)]);
      if (!shift) throw new AppError(platformErrors.notFound);
      actor.mustReach('attendance.run', { scope: shift.teamScope });
      const mayCorrect = mayReach(actor.grants, 'attendance.correct', { scope: shift.teamScope });
      const keys = signUps.items.map(({ volunteerId }) => ({ shiftId, volunteerId }));
      const [attendances, reviews, findingOf] = await Promise.all([
        table.getAll(Attendance, keys),
        table.getAll(Reviews, keys),
        patrolFindings(table, [shiftId], now),
      ]);
      return {
        ...signUps,
        items: signUps.items.map((signUp, index) => {
          const patrol = findingOf({ shiftId, volunteerId: signUp.volunteerId });
          return {
            ...lineOf(shift, signUp, attendances[index], reviews[index]),
            ...(wasEnteredBy(attendances[index]?.pairs ?? [], actor.accountId) && { isEnteredByMe: true }),
            ...(attendances[index]?.takenBack && !mayCorrect && { isTakenBack: true }),
            ...(patrol && { patrol }),
          };
        }),
      };
    },

    /**
     * Enters for a volunteer that she came or went; the entry stays marked as a leader's.
     *
     * @throws AppError platform.notFound; of attendance: ownAttendance, shiftNotHeld, notHere, entryInFuture, entryTooLate, entryOutOfOrder,
     * tooEarly, tooLate, alreadyCheckedIn, notCheckedIn, alreadyConfirmed, tooManyPairs
     */
    async enter(command: Command, shiftId: string, entry: LeaderEntry): Promise<AttendanceStanding> {
      const { actor, now } = command;
      const { volunteerId, what, at = now } = entry;
      return untilSettled(async () => {
        const [shift, signUp, earlier, own] = await Promise.all([
          scheduling.shiftFacts(shiftId),
          scheduling.signUpOf(shiftId, volunteerId),
          table.get(Attendance, { shiftId, volunteerId }),
          ownRecordsOf(table, actor),
        ]);
        if (!shift) throw new AppError(platformErrors.notFound);
        actor.mustReach('attendance.run', { scope: shift.teamScope });
        if (own.includes(volunteerId)) throw new AppError(attendanceErrors.ownAttendance);
        if (shift.state === 'cancelled') throw new AppError(attendanceErrors.shiftNotHeld);
        if (!earlier && signUp?.state !== 'signedUp') throw new AppError(attendanceErrors.notHere);
        if (at > now) throw new AppError(attendanceErrors.entryInFuture);
        const until = leaderEntersUntil(shift);
        if (now > until) throw new AppError(attendanceErrors.entryTooLate, { closedAt: clockOf(until) });
        if (what === 'in') mustBeOpenForCheckIn(decideCheckIn({ shift, now: at }));

        const mark = { at, way: 'leaderTick', tickedBy: actor.accountId } as const;
        const attendance = await writeStep(command, table, { shift, volunteerId, earlier, what, mark }, standingOf);
        return attendance && standingOf(attendance);
      });
    },
  };
}
