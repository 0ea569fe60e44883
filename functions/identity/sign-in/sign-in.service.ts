import { sessionErrors } from '@kaifong/shared/identity/errors.ts';
import type { Me } from '@kaifong/shared/identity/schema.ts';
import { mistakeBudget } from '@kaifong/shared/identity/sign-in-budget.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { digestOf } from '../../platform/digest.ts';
import type { Command } from '../../platform/request.ts';
import { transact, type Write } from '../../platform/transact.ts';
import type { auditService } from '../audit/audit.service.ts';
import type { IdentityDeps } from '../deps.ts';
import { Account, MobileOwner, OneTimeCode, Rate } from '../identity.table.ts';
import { codeDigest } from './code.service.ts';
import { mobileOf } from './mobile.ts';
import { askerOf, countOne, hourOf, minutesLeftIn, type Requester } from './requester.ts';
import { meOf } from './session.service.ts';
import { sessionWrites } from './session-start.ts';

type Asker = Awaited<ReturnType<typeof askerOf>>;
type Started = Readonly<{ token: string; me: Me }>;

/** Signs people in with the code that was sent to their number. */
export function signInService(deps: IdentityDeps, audit: Pick<ReturnType<typeof auditService>, 'line'>) {
  const { table, sealer } = deps;

  /**
   * Counts a wrong code, against the code and against who tried it: never against the number, or a stranger could lock its owner out.
   *
   * @throws AppError session.codeWrong, session.codeExpired
   */
  async function refuse(
    command: Command,
    code: OneTimeCode,
    { account, asking }: Asker,
    mistakes: number,
  ): Promise<never> {
    const { mobileIndex, device, digest, triesLeft: left } = code;
    const budget = mistakeBudget(asking);
    const isLast = mistakes + 1 >= budget.perHour;
    await transact(table.client, {
      code: table.adjust(
        OneTimeCode,
        { mobileIndex, device },
        { add: { triesLeft: -1 } },
        { is: { digest }, atLeast: { triesLeft: 1 } },
      ),
      mistake: countOne(deps, budget, command.now),
      audit: isLast && account ? audit.line(command, 'session.lockedOut', account.id) : undefined,
    });
    throw left > 1
      ? new AppError(sessionErrors.codeWrong, { left: left - 1 })
      : new AppError(sessionErrors.codeExpired);
  }

  async function newAccount(mobile: string, now: Instant): Promise<Account> {
    const id = newId('account', Date.parse(now));
    const mobileSealed = await sealer.seal(mobile, `account/${id}/mobile`);
    return { id, mobileSealed, grants: [], epoch: 0, version: 0, createdAt: now };
  }

  /**
   * Signs a person in with the code that was sent for this browser; a number that is new gets an account.
   *
   * The token is derived from the code and the command's key, so that a form sent twice signs in once and yet no answer with a
   * token in it is stored anywhere.
   *
   * @throws AppError session.codeWrong, session.codeExpired, session.tooManyMistakes
   */
  async function start(
    command: Command,
    input: { mobile: string; code: string },
    requester: Requester,
    attempt = 0,
  ): Promise<Started> {
    const { now } = command;
    const mobile = mobileOf(input.mobile);
    const mobileIndex = await sealer.blindIndex('mobile', mobile);
    const asker = await askerOf(deps, mobileIndex, requester);
    const { device, asking } = asker;
    const { isKnown } = asking;
    const { subject, perHour } = mistakeBudget(asking);
    const [code, rate] = await table.getPair(
      [OneTimeCode, { mobileIndex, device }],
      [Rate, { subject, hour: hourOf(now) }],
    );
    const mistakes = rate?.count ?? 0;
    if (mistakes >= perHour) throw new AppError(sessionErrors.tooManyMistakes, { minutes: minutesLeftIn(now) });
    const usedBy = digestOf(command.idempotencyKey);
    if (!code || code.expiresAt <= now || code.triesLeft < 1 || (code.usedBy && code.usedBy !== usedBy)) {
      throw new AppError(sessionErrors.codeExpired);
    }
    if ((await codeDigest(sealer, mobileIndex, input.code, code.issuedAt)) !== code.digest) {
      return refuse(command, code, asker, mistakes);
    }
    const account = asker.account ?? (await newAccount(mobile, now));
    const secret = await sealer.blindIndex('session', `${mobileIndex}#${code.issuedAt}#${command.idempotencyKey}`);
    const started = { token: `${account.id}.${secret}`, me: meOf(account, now) };
    if (code.usedBy) return started;

    const { digest } = code;
    const writes: Record<string, Write> = {
      code: table.adjust(
        OneTimeCode,
        { mobileIndex, device },
        { set: { usedBy } },
        { is: { digest, usedBy: undefined }, atLeast: { triesLeft: 1 } },
      ),
      // Of many codes that are tried at one moment each was compared before the first was counted.
      mistakes: table.check(Rate, { subject, hour: hourOf(now) }, { below: { count: perHour } }),
      ...(await sessionWrites(deps, { account, secret, way: 'code', device, isKnown, requester, now })),
      ...(!asker.account && {
        account: table.put(Account, account, { absent: true }),
        mobile: table.put(MobileOwner, { mobileIndex, accountId: account.id }, { absent: true }),
      }),
    };
    if ((await transact(table.client, writes)).committed) return started;
    // A twin of this request, or another device, was quicker: what it left behind decides.
    if (attempt < 2) return start(command, input, requester, attempt + 1);
    throw new AppError(sessionErrors.codeExpired);
  }

  return {
    start: (command: Command, input: { mobile: string; code: string }, requester: Requester) =>
      start(command, input, requester),
  };
}
