import { randomInt } from 'node:crypto';
import { sessionErrors } from '@kaifong/shared/identity/errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import type { IdentityDeps } from '../deps.ts';
import { OneTimeCode } from '../identity.table.ts';
import { countCode } from './code-line.ts';
import { mobileOf } from './mobile.ts';
import { askerOf, deviceDigest, type Requester } from './requester.ts';

/** A code works for five minutes and may be mistyped four times. */
export const codeLife = 5 * minute;
export const tries = 5;

/** Sends one-time codes. */
export function codeService(deps: IdentityDeps) {
  const { table, sealer, sms, demo } = deps;
  return {
    /** The number for a browser that has none yet: the same for the same form, so that one that is sent twice keeps its code. */
    newDeviceId: ({ idempotencyKey }: Command) => sealer.blindIndex('device', idempotencyKey),

    /**
     * Sends a code to a number, for this browser only. The answer is the same whether or not the number has an account.
     *
     * @throws AppError session.tooManyCodes, session.waitForTurn, session.notDelivered
     */
    async sendCode(command: Command, mobileText: string, requester: Requester & { deviceId: string }) {
      const { now } = command;
      const mobile = mobileOf(mobileText);
      const mobileIndex = await sealer.blindIndex('mobile', mobile);
      const { asking } = await askerOf(deps, mobileIndex, requester);
      await countCode(deps, asking, now);

      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const answer = { expiresInSeconds: codeLife / 1000, ...(demo && { demoCode: code }) };
      const issued = {
        mobileIndex,
        device: deviceDigest(requester.deviceId),
        digest: await codeDigest(sealer, mobileIndex, code, now),
        issuedAt: now,
        expiresAt: shiftBy(now, codeLife),
        triesLeft: tries,
      };
      await commit(command, table, { code: table.put(OneTimeCode, issued) }, { answer });
      await sms.sendCode(mobile, code, 'signIn').catch(() => {
        throw new AppError(sessionErrors.notDelivered);
      });
      return answer;
    },
  };
}

/** A digest that tells nothing of the code without the key, and differs for each sending. */
export function codeDigest(
  sealer: IdentityDeps['sealer'],
  mobileIndex: string,
  code: string,
  issuedAt: string,
): Promise<string> {
  return sealer.blindIndex('code', `${mobileIndex}#${issuedAt}#${code}`);
}
