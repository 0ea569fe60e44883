import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import { comeIn, goOut, type Mark, openPair } from '@kaifong/shared/attendance/presence.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { commit } from '../platform/commit.ts';
import type { Command } from '../platform/request.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { Attendance, shiftOfAttendance, VolunteerDay } from './attendance.table.ts';
import { pairsAfter } from './refusal.ts';

/** Somebody comes to a shift or goes, as a mark says. */
export type Step = Readonly<{
  shift: NonNullable<Attendance['shift']> & { id: string };
  volunteerId: string;
  earlier: Attendance | undefined;
  what: 'in' | 'out';
  mark: Mark;
}>;

/**
 * Writes one coming or going. A check-in also counts up the day of the volunteer, on condition that it has not reached its cap,
 * whichever of her shifts she checked in to.
 *
 * @param beside what is written with it
 * @returns the attendance as it now stands, or `undefined` when it moved meanwhile and all is to be decided again
 * @throws AppError attendance.alreadyConfirmed, attendance.tooManyPairs, and what `pairsAfter` throws
 */
export async function writeStep(
  command: Command,
  table: Table,
  { shift, volunteerId, earlier, what, mark }: Step,
  answerOf: (attendance: Attendance) => unknown,
  beside: Readonly<{ reviews?: Write; fix?: Write; kiosk?: Write }> = {},
): Promise<Attendance | undefined> {
  if (earlier?.state === 'confirmed') throw new AppError(attendanceErrors.alreadyConfirmed);
  const pairs = pairsAfter((what === 'in' ? comeIn : goOut)(earlier?.pairs ?? [], mark), mark.way);
  const attendance: Attendance = {
    shiftId: shift.id,
    volunteerId,
    state: openPair(pairs) ? 'here' : 'left',
    pairs,
    ...(earlier?.takenBack && { takenBack: true }),
    shift: shiftOfAttendance(shift),
    version: (earlier?.version ?? 0) + 1,
  };
  const day = { volunteerId, day: dayOf(shift.startsAt) };
  const most = attendanceSettings.mostPairsPerDay;
  const outcome = await commit(
    command,
    table,
    {
      ...beside,
      day:
        what === 'in'
          ? table.adjust(VolunteerDay, day, { add: { checkIns: 1 }, set: day }, { below: { checkIns: most } })
          : undefined,
      attendance: table.put(Attendance, attendance, earlier ? { is: { version: earlier.version } } : { absent: true }),
    },
    { answer: answerOf(attendance) },
  );
  if (outcome.committed) return attendance;
  const { refused } = outcome;
  if (refused.has('attendance') || refused.has('reviews') || refused.has('kiosk')) return undefined;
  throw new AppError(attendanceErrors.tooManyPairs, { most });
}
