import { acceptableSteps, tagFrom, tagMessage } from '@kaifong/shared/attendance/rotating-code.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Sealer } from '../platform/sealing.ts';

/** The tag that a leader's screen shows during a step of time. Who has no key cannot reckon it. */
export async function tagAt(sealer: Sealer, shiftId: string, step: number): Promise<string> {
  return tagFrom(Buffer.from(await sealer.blindIndex('checkIn', tagMessage(shiftId, step)), 'base64url'));
}

/** The step during which this tag was on the screen, when that is now or just before. */
export async function stepOfTag(
  sealer: Sealer,
  shiftId: string,
  tag: string,
  now: Instant,
): Promise<number | undefined> {
  for (const step of acceptableSteps(now)) if ((await tagAt(sealer, shiftId, step)) === tag) return step;
  return undefined;
}
