import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import {
  type AttendancePass,
  type PassEntry,
  type PassSeen,
  passPath,
  readPass,
} from '@kaifong/shared/attendance/pass.ts';
import { passErrors } from '@kaifong/shared/attendance/pass-errors.ts';
import { spokenTag, stepAt, stepEndsAt } from '@kaifong/shared/attendance/rotating-code.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { Attendance } from '../attendance.table.ts';
import type { AttendanceDeps } from '../deps.ts';
import { ownRecordsOf } from '../own-records.ts';
import { mustBeOpen } from '../refusal.ts';
import { standingOf } from '../standing.ts';
import { writeStep } from '../stays.ts';
import { passReader } from './pass-reader.ts';

/** The other way round: the volunteer shows a code, and the leader scans it. */
export function passService({ table, sealer, scheduling }: AttendanceDeps) {
  const reader = passReader({ sealer, scheduling });

  return {
    /** The code for the phone of the person who asks. */
    async own({ actor, now }: Request): Promise<AttendancePass> {
      const step = stepAt(now);
      const tag = (await reader.tags())(actor.volunteerId, step);
      const validUntil = stepEndsAt(step);
      const secondsLeft = Math.ceil((Date.parse(validUntil) - Date.parse(now)) / 1000);
      return { code: spokenTag(tag), path: passPath(tag), validUntil, secondsLeft };
    },

    /**
     * Checks in or out whoever of a shift shows the code, by the rules of checking in oneself; it stays marked by whom it was scanned.
     *
     * @throws AppError platform.notFound, pass.unknown; of attendance: ownAttendance, tooEarly, tooLate, checkOutTooLate, alreadyCheckedIn,
     * notCheckedIn, alreadyConfirmed, seenBefore, tooManyPairs
     */
    async see(command: Command, shiftId: string, { code, what }: PassEntry): Promise<PassSeen> {
      const { actor, now } = command;
      const shift = await scheduling.shiftFacts(shiftId);
      if (!shift) throw new AppError(platformErrors.notFound);
      actor.mustReach('attendance.run', { scope: shift.teamScope });
      const tag = readPass(code);
      const seen = tag === undefined ? undefined : await reader.whoShows(shiftId, tag, now);
      if (!seen) throw new AppError(passErrors.unknown);
      const { volunteerId, name, step } = seen;
      if ((await ownRecordsOf(table, actor)).includes(volunteerId)) throw new AppError(attendanceErrors.ownAttendance);
      mustBeOpen(what, shift, now);
      const answerOf = (attendance: Attendance): PassSeen => ({ ...standingOf(attendance), name });
      return untilSettled(async () => {
        const earlier = await table.get(Attendance, { shiftId, volunteerId });
        const mark = { at: now, way: 'volunteerCode', step, tickedBy: actor.accountId } as const;
        const attendance = await writeStep(command, table, { shift, volunteerId, earlier, what, mark }, answerOf);
        return attendance && answerOf(attendance);
      });
    },
  };
}
