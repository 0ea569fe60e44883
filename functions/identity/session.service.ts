import { createHash } from 'node:crypto';
import { sessionErrors } from '@kaifong/shared/identity/errors.ts';
import { effectiveGrants } from '@kaifong/shared/identity/roles.ts';
import type { Me } from '@kaifong/shared/identity/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { day, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Identity } from '../platform/actor.ts';
import { commit } from '../platform/commit.ts';
import { digestOf } from '../platform/digest.ts';
import { type Lookup, lookUp } from '../platform/lookup.ts';
import type { Command, Request } from '../platform/request.ts';
import { transact } from '../platform/transact.ts';
import { codeDigest } from './code.service.ts';
import type { IdentityDeps } from './deps.ts';
import { Account, MobileOwner, OneTimeCode, Session } from './identity.table.ts';
import { mobileOf } from './mobile.ts';

/** Long, because many volunteers are old and a code is a hurdle; signing out everywhere ends all at once. */
export const sessionLife = 30 * day;

/** Starts, reads and ends sessions. */
export function sessionService({ table, sealer }: IdentityDeps) {
  async function spendTry(mobileIndex: string, digest: string, left: number): Promise<never> {
    const wrong = { add: { triesLeft: -1 } } as const;
    await transact(table.client, {
      code: table.adjust(OneTimeCode, { mobileIndex }, wrong, { is: { digest }, atLeast: { triesLeft: 1 } }),
    });
    throw left > 1
      ? new AppError(sessionErrors.codeWrong, { left: left - 1 })
      : new AppError(sessionErrors.codeExpired);
  }

  async function accountOf(mobileIndex: string, mobile: string, now: Instant) {
    const owner = await table.get(MobileOwner, { mobileIndex });
    const known = owner && (await table.get(Account, { id: owner.accountId }));
    if (known) return { account: known, isNew: false };
    const id = newId('account', Date.parse(now));
    const mobileSealed = await sealer.seal(mobile, `account/${id}/mobile`);
    return { account: { id, mobileSealed, grants: [], epoch: 0, version: 0, createdAt: now }, isNew: true };
  }

  /**
   * Signs a person in with the code that was sent to their number; a number that is new gets an account.
   *
   * The token is derived from the code and the command's key, so that a form sent twice signs in once and yet no answer with a
   * token in it is stored anywhere.
   *
   * @throws AppError session.codeWrong, session.codeExpired
   */
  async function start(
    command: Command,
    input: { mobile: string; code: string },
    attempt = 0,
  ): Promise<{ token: string; me: Me }> {
    const mobile = mobileOf(input.mobile);
    const mobileIndex = await sealer.blindIndex('mobile', mobile);
    const code = await table.get(OneTimeCode, { mobileIndex });
    const usedBy = digestOf(command.idempotencyKey);
    if (!code || code.expiresAt <= command.now || code.triesLeft < 1 || (code.usedBy && code.usedBy !== usedBy)) {
      throw new AppError(sessionErrors.codeExpired);
    }
    if ((await codeDigest(sealer, mobileIndex, input.code, code.issuedAt)) !== code.digest) {
      return spendTry(mobileIndex, code.digest, code.triesLeft);
    }
    const { account, isNew } = await accountOf(mobileIndex, mobile, command.now);
    const secret = await sealer.blindIndex('session', `${mobileIndex}#${code.issuedAt}#${command.idempotencyKey}`);
    const started = { token: `${account.id}.${secret}`, me: meOf(account, command.now) };
    if (code.usedBy) return started;

    const session = {
      accountId: account.id,
      hash: hashOf(secret),
      epoch: account.epoch,
      startedAt: command.now,
      expiresAt: shiftBy(command.now, sessionLife),
    };
    const outcome = await transact(table.client, {
      code: table.adjust(
        OneTimeCode,
        { mobileIndex },
        { set: { usedBy } },
        { is: { digest: code.digest, usedBy: undefined } },
      ),
      session: table.put(Session, session),
      ...(isNew && {
        account: table.put(Account, account, { absent: true }),
        mobile: table.put(MobileOwner, { mobileIndex, accountId: account.id }, { absent: true }),
      }),
    });
    if (outcome.committed) return started;
    // A twin of this request, or another device, was quicker: what it left behind decides.
    if (attempt < 2) return start(command, input, attempt + 1);
    throw new AppError(sessionErrors.codeExpired);
  }

  return {
    start: (command: Command, input: { mobile: string; code: string }) => start(command, input),

    /**
     * Whose token it is, with the grants of this moment; `undefined` once the session has ended in any way. Reads in the same call
     * what is to be read `beside` it.
     */
    async identityOf(token: string, now: Instant, beside?: Lookup<unknown>): Promise<Identity | undefined> {
      const [accountId, secret] = token.split('.');
      if (!accountId || !secret) return undefined;
      const [account, session] = await lookUp([
        table.lookup(Account, { id: accountId }),
        table.lookup(Session, { accountId, hash: hashOf(secret) }),
        ...(beside ? [beside] : []),
      ]);
      if (!account || !session || session.expiresAt <= now || session.epoch !== account.epoch) return undefined;
      return { accountId, volunteerId: account.volunteerId, grants: effectiveGrants(account.grants, now) };
    },

    /** Who is signed in. */
    async me({ actor, now }: Request): Promise<Me> {
      const account = await table.get(Account, { id: actor.accountId });
      if (!account) throw new AppError(platformErrors.signInNeeded);
      return meOf(account, now);
    },

    /** Ends this session. */
    async end(command: Command, token: string): Promise<{ done: true }> {
      const hash = hashOf(token.split('.')[1] ?? '');
      await commit(
        command,
        table,
        { session: table.remove(Session, { accountId: command.actor.accountId, hash }) },
        { answer: { done: true } },
      );
      return { done: true };
    },

    /** Ends every session of the person, on every device. */
    async endAll(command: Command): Promise<{ done: true }> {
      const account = { id: command.actor.accountId };
      await commit(
        command,
        table,
        { account: table.adjust(Account, account, { add: { epoch: 1 } }, { present: true }) },
        { answer: { done: true } },
      );
      return { done: true };
    },
  };
}

function meOf(account: Account, now: Instant): Me {
  const { id, name, volunteerId, grants } = account;
  return { account: { id, name, volunteerId, roles: [...effectiveGrants(grants, now)] } };
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
