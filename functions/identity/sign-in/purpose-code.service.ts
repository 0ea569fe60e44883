import { randomInt } from 'node:crypto';
import { sessionErrors } from '@kaifong/shared/identity/errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { shiftBy } from '@kaifong/shared/kernel/time.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { transact, type Write } from '../../platform/transact.ts';
import type { IdentityDeps } from '../deps.ts';
import { type CodePurpose, PurposeCode } from '../identity.table.ts';
import { codeLife, tries } from './code.service.ts';
import { countCode } from './code-line.ts';
import { askerOf, type Requester } from './requester.ts';

/**
 * One-time codes for one purpose other than signing in. They open no session, a code for signing in does not serve the purpose, and both
 * count against the same number and address.
 */
export function purposeCodeService(deps: IdentityDeps) {
  const { table, sealer, sms, demo } = deps;

  /** Unlike that of a code for signing in, so that neither is ever taken for the other. */
  const digestOf = (purpose: CodePurpose, mobileIndex: string, code: string, issuedAt: string) =>
    sealer.blindIndex(`code/${purpose}`, `${mobileIndex}#${issuedAt}#${code}`);

  return {
    /**
     * Sends a code to a number in E.164 form.
     *
     * @throws AppError session.tooManyCodes, session.waitForTurn, session.notDelivered
     */
    async send(command: Command, purpose: CodePurpose, mobile: string, requester: Requester) {
      const { now } = command;
      const mobileIndex = await sealer.blindIndex('mobile', mobile);
      const { asking } = await askerOf(deps, mobileIndex, requester);
      await countCode(deps, asking, now);

      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const answer = { expiresInSeconds: codeLife / 1000, ...(demo && { demoCode: code }) };
      const issued = {
        mobileIndex,
        purpose,
        digest: await digestOf(purpose, mobileIndex, code, now),
        issuedAt: now,
        expiresAt: shiftBy(now, codeLife),
        triesLeft: tries,
      };
      await commit(command, table, { code: table.put(PurposeCode, issued) }, { answer });
      await sms.sendCode(mobile, code, purpose).catch(() => {
        throw new AppError(sessionErrors.notDelivered);
      });
      return answer;
    },

    /**
     * The write that spends a code, to go into the transaction of what it allows; refused when it was spent meanwhile.
     *
     * @throws AppError session.codeWrong, session.codeExpired
     */
    async spend({ now }: Command, purpose: CodePurpose, mobile: string, code: string): Promise<Write> {
      const mobileIndex = await sealer.blindIndex('mobile', mobile);
      const parts = { mobileIndex, purpose };
      const kept = await table.get(PurposeCode, parts);
      if (!kept || kept.expiresAt <= now || kept.triesLeft < 1) throw new AppError(sessionErrors.codeExpired);
      const { digest, issuedAt, triesLeft } = kept;
      const holds = { is: { digest }, atLeast: { triesLeft: 1 } };
      if ((await digestOf(purpose, mobileIndex, code, issuedAt)) === digest) {
        return table.remove(PurposeCode, parts, holds);
      }
      await transact(table.client, { code: table.adjust(PurposeCode, parts, { add: { triesLeft: -1 } }, holds) });
      throw triesLeft > 1
        ? new AppError(sessionErrors.codeWrong, { left: triesLeft - 1 })
        : new AppError(sessionErrors.codeExpired);
    },
  };
}
