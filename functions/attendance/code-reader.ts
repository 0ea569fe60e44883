import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import type { Sighting } from '@kaifong/shared/attendance/review.ts';
import { readCode } from '@kaifong/shared/attendance/rotating-code.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { day, epochSeconds } from '@kaifong/shared/kernel/time.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Table } from '../platform/table.ts';
import { transact } from '../platform/transact.ts';
import { WrongCodes } from './attendance.table.ts';
import { sightingOf } from './shown-code.ts';

/** Reads what was scanned or typed, and counts what is wrong. */
export function codeReader(table: Table, sealer: Sealer) {
  return {
    /**
     * When the code was on the screen. Only codes of the right form count as wrong; ten guesses in 40 bits are no risk, even if a few more
     * are under way at the same moment.
     *
     * @throws AppError attendance.codeWrong, attendance.codeOfOtherShift, attendance.codeClosed
     */
    async mustHaveSeen(
      text: string,
      key: Readonly<{ shiftId: string; volunteerId: string }>,
      wrong: number,
      times: Parameters<typeof sightingOf>[2],
    ): Promise<Sighting> {
      const most = attendanceSettings.mostWrongCodes;
      if (wrong >= most) throw new AppError(attendanceErrors.codeClosed);
      const reading = readCode(text, key.shiftId);
      if (!reading.ok && reading.reason === 'otherShift') throw new AppError(attendanceErrors.codeOfOtherShift);
      if (!reading.ok) throw new AppError(attendanceErrors.codeWrong, { left: most - wrong });
      const sighting = await sightingOf(sealer, { shiftId: key.shiftId, tag: reading.tag }, times);
      if (sighting) return sighting;

      const purgeAt = epochSeconds(times.now) + (7 * day) / 1000;
      await transact(table.client, {
        wrong: table.adjust(
          WrongCodes,
          key,
          { add: { count: 1 }, set: { ...key, purgeAt } },
          { below: { count: most } },
        ),
      });
      const left = most - wrong - 1;
      throw left > 0 ? new AppError(attendanceErrors.codeWrong, { left }) : new AppError(attendanceErrors.codeClosed);
    },
  };
}
