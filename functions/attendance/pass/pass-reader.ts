import { createHmac } from 'node:crypto';
import { passMessage } from '@kaifong/shared/attendance/pass.ts';
import { acceptableSteps, tagFrom } from '@kaifong/shared/attendance/rotating-code.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { AttendanceDeps } from '../deps.ts';

/** Makes and reads the codes on volunteers' phones. */
export function passReader({ sealer, scheduling }: Pick<AttendanceDeps, 'sealer' | 'scheduling'>) {
  /** The tags of everybody. One secret for all, since the keyring is asked over the network in the cloud. */
  async function tags(): Promise<(volunteerId: string, step: number) => string> {
    const secret = Buffer.from(await sealer.blindIndex('attendancePass', '1'), 'base64url');
    return (volunteerId, step) => tagFrom(createHmac('sha256', secret).update(passMessage(volunteerId, step)).digest());
  }

  return {
    tags,

    /** Who of a shift shows this tag, and in which step of time. */
    async whoShows(shiftId: string, tag: string, now: Instant) {
      const tagOf = await tags();
      const steps = acceptableSteps(now);
      let cursor: string | undefined;
      do {
        const page = await scheduling.signUpsOf(shiftId, { limit: 100, cursor });
        for (const { volunteerId, name } of page.items) {
          const step = steps.find((each) => tagOf(volunteerId, each) === tag);
          if (step !== undefined) return { volunteerId, name, step };
        }
        cursor = page.cursor;
      } while (cursor);
      return undefined;
    },
  };
}
