import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import { judgeFix } from '@kaifong/shared/attendance/fix.ts';
import { type Mark, openPair } from '@kaifong/shared/attendance/presence.ts';
import { isLate, reviewReasons } from '@kaifong/shared/attendance/review.ts';
import { selfServiceTimes } from '@kaifong/shared/attendance/rules.ts';
import type { CodeEntry, MyAttendance } from '@kaifong/shared/attendance/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { lookUp } from '../platform/lookup.ts';
import type { Command, Request } from '../platform/request.ts';
import { untilSettled } from '../platform/until-settled.ts';
import type { ShiftFacts } from '../scheduling/index.ts';
import { Attendance, Reviews, WrongCodes } from './attendance.table.ts';
import { codeReader } from './code-reader.ts';
import type { AttendanceDeps } from './deps.ts';
import type { deviceKeyService } from './device-keys/device-key.service.ts';
import { mustBeKeptShortly, mustBeOpen } from './refusal.ts';
import { isComingOpen, putInReview } from './reviews.ts';
import { myAttendanceOf } from './standing.ts';
import { writeStep } from './stays.ts';

/** What is known when a code comes in: the shift, when it was just read, and the browser, as a digest. */
type Beside = Readonly<{ seen?: ShiftFacts | undefined; device?: string | undefined }>;

/** Coming and going by the code on the leader's screen. */
export function checkInService(
  { table, sealer, scheduling }: AttendanceDeps,
  deviceKeys: Pick<ReturnType<typeof deviceKeyService>, 'verdictOn'>,
) {
  const codes = codeReader(table, sealer);

  async function enter(
    command: Command,
    shiftId: string,
    { code, tappedAt, fix, signature }: CodeEntry,
    what: 'in' | 'out',
    { seen, device }: Beside = {},
  ): Promise<MyAttendance> {
    const { actor, now } = command;
    const key = { shiftId, volunteerId: actor.volunteerId };
    const late = tappedAt !== undefined && isLate(tappedAt, now) ? tappedAt : undefined;
    return untilSettled(async (tries) => {
      const shift = (tries === 0 && seen) || (await scheduling.shiftFacts(shiftId));
      if (!shift) throw new AppError(platformErrors.notFound);
      const [signUp, earlier, wrong, reviews] = await lookUp([
        scheduling.lookupSignUp(shift, key.volunteerId),
        table.lookup(Attendance, key),
        table.lookup(WrongCodes, key),
        table.lookup(Reviews, key),
      ]);
      const hasPlace = signUp?.state === 'signedUp';
      if (!hasPlace && (what === 'in' || !(earlier || reviews))) throw new AppError(attendanceErrors.notSignedUp);
      if (what === 'in' && shift.state === 'cancelled') throw new AppError(attendanceErrors.shiftNotHeld);
      if (late === undefined) mustBeOpen(what, shift, now);

      const during = selfServiceTimes(shift)[what];
      const sighting = await codes.mustHaveSeen(code, key, wrong?.count ?? 0, { now, seenAt: late, during });
      mustBeOpen(what, shift, sighting.at);
      mustBeKeptShortly(sighting.at, now);
      const proof =
        late !== undefined &&
        (await deviceKeys.verdictOn({
          ...{ volunteerId: key.volunteerId, what, shiftId, code, tappedAt: late, signature },
          seenAt: sighting.at,
        }));
      const judged = fix && judgeFix(fix, shift.place);
      const reasons = reviewReasons({
        sighting,
        now,
        isConfirmed: late !== undefined && earlier?.state === 'confirmed',
        isFar: judged?.verdict === 'far',
        isUnproven: proof === 'unproven',
        isCheckInInReview: what === 'out' && !openPair(earlier?.pairs ?? []) && isComingOpen(reviews),
      });
      const answerOf = (attendance: Attendance | undefined, asked = reviews) =>
        myAttendanceOf(shift, attendance, asked);
      if (reasons.length > 0) {
        const asked = await putInReview(
          command,
          table,
          { ...key, shift, reviews, sighting, what, tappedAt: tappedAt ?? now, reasons, metres: judged?.metres },
          (next) => answerOf(earlier, next),
        );
        return asked && answerOf(earlier, asked);
      }

      const mark: Mark = {
        at: sighting.at,
        step: sighting.step,
        ...(sighting.kind === 'now' ? { way: 'rotatingCode' } : { way: 'lateCode', receivedAt: now }),
        ...(device !== undefined && { device }),
        ...(judged && { fix: judged.verdict }),
      };
      const attendance = await writeStep(command, table, { ...key, shift, earlier, what, mark }, answerOf);
      return attendance && answerOf(attendance);
    });
  }

  return {
    /** The shift, for a route to read together with the session. */
    lookupShift: scheduling.lookupShiftFacts,

    /**
     * Checks the person in. What a phone brings late counts at the time of the tap when the code was on the screen then; what does
     * not agree waits for the leader (`reviews` of the answer says so).
     *
     * @throws AppError platform.notFound; of attendance: notSignedUp, shiftNotHeld, tooEarly, tooLate, codeWrong, codeOfOtherShift,
     * codeClosed, keptTooLong, alreadyCheckedIn, seenBefore, alreadyConfirmed, tooManyPairs, entryInReview, tooManyReviews
     */
    checkIn: (command: Command, shiftId: string, entry: CodeEntry, beside?: Beside) =>
      enter(command, shiftId, entry, 'in', beside),

    /**
     * Checks the person out, late ones as with checking in.
     *
     * @throws AppError platform.notFound; of attendance: notSignedUp, notCheckedIn, checkOutTooLate, codeWrong, codeOfOtherShift,
     * codeClosed, keptTooLong, seenBefore, alreadyConfirmed, entryInReview, tooManyReviews
     */
    checkOut: (command: Command, shiftId: string, entry: CodeEntry, beside?: Beside) =>
      enter(command, shiftId, entry, 'out', beside),

    /** The person's own attendance at a shift. @throws AppError platform.notFound */
    async mine({ actor }: Request, shiftId: string): Promise<MyAttendance> {
      const key = { shiftId, volunteerId: actor.volunteerId };
      const [shift, attendance, reviews] = await lookUp([
        scheduling.lookupShiftFacts(shiftId),
        table.lookup(Attendance, key),
        table.lookup(Reviews, key),
      ]);
      if (!shift) throw new AppError(platformErrors.notFound);
      return myAttendanceOf(shift, attendance, reviews);
    },
  };
}
