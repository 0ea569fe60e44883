import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import type { PresenceDecision, Way } from '@kaifong/shared/attendance/presence.ts';
import { isKeptTooLong } from '@kaifong/shared/attendance/review.ts';
import {
  type CheckInDecision,
  type CheckOutDecision,
  decideCheckIn,
  decideCheckOut,
} from '@kaifong/shared/attendance/rules.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { clockOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import type { TimeRange } from '@kaifong/shared/scheduling/weeks.ts';
import type { Attendance } from './attendance.table.ts';

/** @throws AppError attendance.tooEarly, attendance.tooLate */
export function mustBeOpenForCheckIn(decision: CheckInDecision): void {
  if (decision.kind === 'tooEarly') {
    throw new AppError(attendanceErrors.tooEarly, { opensAt: clockOf(decision.opensAt) });
  }
  if (decision.kind === 'tooLate') {
    throw new AppError(attendanceErrors.tooLate, { closedAt: clockOf(decision.closedAt) });
  }
}

/** @throws AppError attendance.checkOutTooLate */
function mustBeOpenForCheckOut(decision: CheckOutDecision): void {
  if (decision.kind === 'tooLate') {
    throw new AppError(attendanceErrors.checkOutTooLate, { closedAt: clockOf(decision.closedAt) });
  }
}

/**
 * One may come to, or go from, a shift by oneself at `now`.
 *
 * @throws AppError attendance.tooEarly, attendance.tooLate, attendance.checkOutTooLate
 */
export function mustBeOpen(what: 'in' | 'out', shift: TimeRange, now: Instant): void {
  if (what === 'in') mustBeOpenForCheckIn(decideCheckIn({ shift, now }));
  else mustBeOpenForCheckOut(decideCheckOut({ shift, now }));
}

/** What a phone kept is taken as long as phones keep it. @throws AppError attendance.keptTooLong */
export function mustBeKeptShortly(at: Instant, now: Instant): void {
  const { takenForDays: days } = attendanceSettings.late;
  if (isKeptTooLong(at, now)) throw new AppError(attendanceErrors.keptTooLong, { days });
}

/**
 * The stays after somebody came or went. A time that is out of order whoever typed it may change; what was seen then nobody can.
 *
 * @throws AppError attendance.alreadyCheckedIn, attendance.notCheckedIn, attendance.entryOutOfOrder, attendance.seenBefore
 */
export function pairsAfter(decision: PresenceDecision, way: Way): Attendance['pairs'] {
  switch (decision.kind) {
    case 'moved':
      return decision.pairs;
    case 'alreadyIn':
      throw new AppError(attendanceErrors.alreadyCheckedIn, { since: clockOf(decision.since) });
    case 'notIn':
      throw new AppError(attendanceErrors.notCheckedIn);
    case 'outOfOrder':
      throw new AppError(attendanceErrors[way === 'leaderTick' ? 'entryOutOfOrder' : 'seenBefore'], {
        after: clockOf(decision.after),
      });
  }
}
