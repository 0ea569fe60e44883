import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import { readCode } from '@kaifong/shared/attendance/rotating-code.ts';
import { decideCheckIn, decideCheckOut } from '@kaifong/shared/attendance/rules.ts';
import type { MyAttendance } from '@kaifong/shared/attendance/schema.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { day, epochSeconds } from '@kaifong/shared/kernel/time.ts';
import type { Command, Request } from '../platform/request.ts';
import { transact } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import { Attendance, WrongCodes } from './attendance.table.ts';
import type { AttendanceDeps } from './deps.ts';
import { mustBeOpenForCheckIn, mustBeOpenForCheckOut } from './refusal.ts';
import { stepOfTag } from './shown-code.ts';
import { myAttendanceOf } from './standing.ts';
import { writeStep } from './stays.ts';

/** Coming and going by the code on the leader's screen. */
export function checkInService({ table, sealer, scheduling }: AttendanceDeps) {
  /**
   * The step of time whose code this is. Only codes of the right form count as wrong; ten guesses in 40 bits are no risk, even if a
   * few more are under way at the same moment.
   *
   * @throws AppError attendance.codeWrong, attendance.codeOfOtherShift, attendance.codeClosed
   */
  async function mustHaveSeen(text: string, key: { shiftId: string; volunteerId: string }, wrong: number, now: string) {
    const most = attendanceSettings.mostWrongCodes;
    if (wrong >= most) throw new AppError(attendanceErrors.codeClosed);
    const reading = readCode(text, key.shiftId);
    if (!reading.ok && reading.reason === 'otherShift') throw new AppError(attendanceErrors.codeOfOtherShift);
    if (!reading.ok) throw new AppError(attendanceErrors.codeWrong, { left: most - wrong });
    const step = await stepOfTag(sealer, key.shiftId, reading.tag, now);
    if (step !== undefined) return step;

    const purgeAt = epochSeconds(now) + (7 * day) / 1000;
    await transact(table.client, {
      wrong: table.adjust(WrongCodes, key, { add: { count: 1 }, set: { ...key, purgeAt } }, { below: { count: most } }),
    });
    const left = most - wrong - 1;
    throw left > 0 ? new AppError(attendanceErrors.codeWrong, { left }) : new AppError(attendanceErrors.codeClosed);
  }

  async function enter(command: Command, shiftId: string, code: string, what: 'in' | 'out'): Promise<MyAttendance> {
    const { actor, now } = command;
    const key = { shiftId, volunteerId: actor.volunteerId };
    return untilSettled(async () => {
      const [shift, signUp, [earlier, wrong]] = await Promise.all([
        scheduling.shiftFacts(shiftId),
        scheduling.signUpOf(shiftId, key.volunteerId),
        table.getPair([Attendance, key], [WrongCodes, key]),
      ]);
      if (!shift) throw new AppError(platformErrors.notFound);
      const hasPlace = signUp?.state === 'signedUp';
      if (!hasPlace && (what === 'in' || !earlier)) throw new AppError(attendanceErrors.notSignedUp);
      if (what === 'in') {
        if (shift.state === 'cancelled') throw new AppError(attendanceErrors.shiftNotHeld);
        mustBeOpenForCheckIn(decideCheckIn({ shift, now }));
      } else {
        mustBeOpenForCheckOut(decideCheckOut({ shift, now }));
      }
      const step = await mustHaveSeen(code, key, wrong?.count ?? 0, now);

      const mark = { at: now, way: 'rotatingCode', step } as const;
      const answerOf = (attendance: Attendance) => myAttendanceOf(shift, attendance);
      const attendance = await writeStep(command, table, { ...key, shift, earlier, what, mark }, answerOf);
      return attendance && answerOf(attendance);
    });
  }

  return {
    /**
     * Checks the person in.
     *
     * @throws AppError platform.notFound; of attendance: notSignedUp, shiftNotHeld, tooEarly, tooLate, codeWrong, codeOfOtherShift,
     * codeClosed, alreadyCheckedIn, alreadyConfirmed, tooManyPairs
     */
    checkIn: (command: Command, shiftId: string, code: string) => enter(command, shiftId, code, 'in'),

    /**
     * Checks the person out.
     *
     * @throws AppError platform.notFound; of attendance: notSignedUp, notCheckedIn, checkOutTooLate, codeWrong, codeOfOtherShift,
     * codeClosed, alreadyConfirmed
     */
    checkOut: (command: Command, shiftId: string, code: string) => enter(command, shiftId, code, 'out'),

    /** The person's own attendance at a shift. @throws AppError platform.notFound */
    async mine({ actor }: Request, shiftId: string): Promise<MyAttendance> {
      const [shift, attendance] = await Promise.all([
        scheduling.shiftFacts(shiftId),
        table.get(Attendance, { shiftId, volunteerId: actor.volunteerId }),
      ]);
      if (!shift) throw new AppError(platformErrors.notFound);
      return myAttendanceOf(shift, attendance);
    },
  };
}
