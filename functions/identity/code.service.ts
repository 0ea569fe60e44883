import { randomInt } from 'node:crypto';
import { sessionErrors } from '@kaifong/shared/identity/errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { epochSeconds, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { commit } from '../platform/commit.ts';
import { digestOf } from '../platform/digest.ts';
import type { Command } from '../platform/request.ts';
import { transact } from '../platform/transact.ts';
import type { IdentityDeps } from './deps.ts';
import { OneTimeCode, Rate } from './identity.table.ts';
import { mobileOf } from './mobile.ts';

/** A code works for five minutes and may be mistyped four times. */
const codeLife = 5 * minute;
const tries = 5;

/** Most codes in an hour. An address may be a whole community centre behind one router, so it gets more. */
const codesPerHour = { mobile: 5, address: 60 } as const;

/** Sends one-time codes. */
export function codeService({ table, sealer, sms, demo }: IdentityDeps) {
  /** Counts one more in this hour. @throws AppError session.tooManyCodes */
  async function countAgainst(kind: keyof typeof codesPerHour, who: string, now: string): Promise<void> {
    const hour = now.slice(0, 13);
    const purgeAt = epochSeconds(now) + 7200;
    const outcome = await transact(table.client, {
      rate: table.adjust(
        Rate,
        { subject: `${kind}#${who}`, hour },
        { add: { count: 1 }, set: { subject: `${kind}#${who}`, hour, purgeAt } },
        { below: { count: codesPerHour[kind] } },
      ),
    });
    if (!outcome.committed) throw new AppError(sessionErrors.tooManyCodes, { minutes: 60 - Number(now.slice(14, 16)) });
  }

  return {
    /**
     * Sends a code to a number. The answer is the same whether or not the number has an account.
     *
     * @param address where the request came from, counted as a digest only
     * @throws AppError session.tooManyCodes, session.notDelivered
     */
    async sendCode(command: Command, mobileText: string, address: string) {
      const mobile = mobileOf(mobileText);
      const mobileIndex = await sealer.blindIndex('mobile', mobile);
      await countAgainst('address', digestOf(address), command.now);
      await countAgainst('mobile', mobileIndex, command.now);

      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const answer = { expiresInSeconds: codeLife / 1000, ...(demo && { demoCode: code }) };
      const issued = {
        mobileIndex,
        digest: await codeDigest(sealer, mobileIndex, code, command.now),
        issuedAt: command.now,
        expiresAt: shiftBy(command.now, codeLife),
        triesLeft: tries,
      };
      await commit(command, table, { code: table.put(OneTimeCode, issued) }, { answer });
      await sms.sendCode(mobile, code).catch(() => {
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
