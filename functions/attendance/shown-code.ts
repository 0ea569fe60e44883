import { createHmac } from 'node:crypto';
import type { Sighting } from '@kaifong/shared/attendance/review.ts';
import {
  acceptableSteps,
  stepAt,
  stepBeginsAt,
  tagFrom,
  tagMessage,
} from '@kaifong/shared/attendance/rotating-code.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { TimeRange } from '@kaifong/shared/scheduling/weeks.ts';
import type { Sealer } from '../platform/sealing.ts';

/** Most steps that are looked through for a code: two days. */
const mostSteps = 2 * 24 * 120;

/** The tag that a leader's screen shows during a step of time. Who has no key cannot reckon it. */
export async function tagAt(sealer: Sealer, shiftId: string, step: number): Promise<string> {
  return (await tagsOf(sealer, shiftId))(step);
}

/**
 * When this tag was on the screen: now or just before, else when the phone says that it was `seenAt`, else at any time of the shift, which is
 * `during`. Who has not seen a code guesses one in 40 bits, so a code that is found was seen.
 */
export async function sightingOf(
  sealer: Sealer,
  code: Readonly<{ shiftId: string; tag: string }>,
  times: Readonly<{ now: Instant; seenAt: Instant | undefined; during: TimeRange }>,
): Promise<Sighting | undefined> {
  const { now, seenAt, during } = times;
  const tagOf = await tagsOf(sealer, code.shiftId);
  const isShown = (step: number) => tagOf(step) === code.tag;
  const current = acceptableSteps(now).find(isShown);
  if (current !== undefined) return { kind: 'now', step: current, at: now };
  if (seenAt === undefined) return undefined;
  const then = acceptableSteps(seenAt).find(isShown);
  if (then !== undefined && seenAt <= now) return { kind: 'then', step: then, at: seenAt };
  const [first, last] = [stepAt(during.startsAt), Math.min(stepAt(during.endsAt), stepAt(now))];
  for (let step = last; step >= Math.max(first, last - mostSteps); step -= 1) {
    if (isShown(step)) return { kind: 'otherTime', step, at: stepBeginsAt(step) };
  }
  return undefined;
}

/** The tags of a shift. Its secret is asked of the keyring once, which in the cloud is a call. */
async function tagsOf(sealer: Sealer, shiftId: string): Promise<(step: number) => string> {
  const secret = Buffer.from(await sealer.blindIndex('checkIn', shiftId), 'base64url');
  return (step) => tagFrom(createHmac('sha256', secret).update(tagMessage(shiftId, step)).digest());
}
