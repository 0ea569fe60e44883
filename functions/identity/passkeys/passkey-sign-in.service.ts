import { signInChanged } from '@kaifong/shared/identity/events.ts';
import { passkeyErrors } from '@kaifong/shared/identity/passkey-errors.ts';
import type { SignedChallenge } from '@kaifong/shared/identity/passkey-schema.ts';
import { isCounterBack } from '@kaifong/shared/identity/passkeys.ts';
import type { Me } from '@kaifong/shared/identity/schema.ts';
import { challengeBudget } from '@kaifong/shared/identity/sign-in-budget.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import { commit } from '../../platform/commit.ts';
import { digestOf } from '../../platform/digest.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { livingAccount } from '../accounts/living-account.ts';
import type { auditService } from '../audit/audit.service.ts';
import type { IdentityDeps } from '../deps.ts';
import { KnownDevice, Session } from '../identity.table.ts';
import { countOne, deviceDigest, type Requester } from '../sign-in/requester.ts';
import { hashOf, meOf } from '../sign-in/session.service.ts';
import { sessionWrites } from '../sign-in/session-start.ts';
import { Passkey, passkeyIdOf } from './passkey.table.ts';
import { answeredChallenge, challengeLife, keepChallenge } from './passkey-challenge.ts';
import { mustHaveSite } from './passkey-site.ts';

/** Signs people in with a passkey, or anew in a session that was started with a code. */
export function passkeySignInService(deps: IdentityDeps, audit: Pick<ReturnType<typeof auditService>, 'line'>) {
  const { table, sealer } = deps;

  /** The account and its passkey. @throws AppError passkey.unknown */
  async function held({ id, response }: SignedChallenge) {
    const accountId = Buffer.from(response.userHandle, 'base64url').toString();
    const [account, passkey] = await Promise.all([
      livingAccount(deps, accountId),
      table.get(Passkey, { accountId, id: passkeyIdOf(id) }),
    ]);
    if (!account || !passkey) throw new AppError(passkeyErrors.unknown);
    return { account, passkey };
  }

  /** How often the passkey says it was used. @throws AppError passkey.notVerified */
  async function counterIn(signed: SignedChallenge, passkey: Passkey, challenge: string): Promise<number> {
    const { host, origin } = mustHaveSite(deps);
    const outcome = await verifyAuthenticationResponse({
      response: { ...signed, clientExtensionResults: {} },
      ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: host, requireUserVerification: true },
      // Whether it counts backwards is looked at below, where something follows from it.
      credential: {
        ...{ id: passkey.credentialId, counter: 0 },
        publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')),
      },
      // It throws for whatever is wrong, in words for developers.
    }).catch(() => undefined);
    if (!outcome?.verified) throw new AppError(passkeyErrors.notVerified);
    return outcome.authenticationInfo.newCounter;
  }

  /** From now on the passkey opens nothing, and its person is told. @throws AppError passkey.copied */
  async function stop(command: Command, passkey: Passkey): Promise<never> {
    const { accountId, id } = passkey;
    const { now } = command;
    if (!passkey.stoppedAt) {
      const event = signInChanged.make(now, { accountId, change: 'passkeyStopped' });
      await transact(table.client, {
        stopped: table.adjust(Passkey, { accountId, id }, { set: { stoppedAt: now } }, { present: true }),
        audit: audit.line(command, 'passkey.stopped', `${accountId} ${id}`),
        event: table.put(EventItem, event, { absent: true }),
      });
    }
    throw new AppError(passkeyErrors.copied);
  }

  return {
    /** What the browser is to sign with a passkey of the person's choice. @throws AppError passkey.unavailable, passkey.tooOften */
    async begin(command: Command, device: string, requester: Requester) {
      const { now } = command;
      const { host: rpId } = mustHaveSite(deps);
      const counted = await transact(table.client, {
        count: countOne(deps, challengeBudget(digestOf(requester.address)), now),
      });
      if (!counted.committed) throw new AppError(passkeyErrors.tooOften);
      const { challenge } = await generateAuthenticationOptions({ rpID: rpId, userVerification: 'required' });
      const answer = { challenge, rpId, timeout: challengeLife, userVerification: 'required' as const };
      const kept = keepChallenge(table, challenge, { purpose: 'signIn', device }, now);
      await commit(command, table, { challenge: kept }, { answer });
      return answer;
    },

    /**
     * Starts a session in which the person may do all that needs a passkey. `replaced` is the token that the browser has: a session of the
     * same person ends, since the new one takes its place.
     *
     * The token is derived, as that of signing in with a code is.
     *
     * @throws AppError passkey.expired, passkey.unknown, passkey.notVerified, passkey.copied
     */
    async start(
      command: Command,
      signed: SignedChallenge,
      requester: Requester,
      replaced: string | undefined,
    ): Promise<Readonly<{ token: string; me: Me }>> {
      const { now } = command;
      const device = requester.deviceId ? deviceDigest(requester.deviceId) : '';
      const asked = { purpose: 'signIn', device } as const;
      const answered = await answeredChallenge(table, command, signed.response.clientDataJSON, asked);
      const { account, passkey } = await held(signed);
      const { id: accountId } = account;
      const counter = await counterIn(signed, passkey, answered.challenge);
      const secret = await sealer.blindIndex('session', `${answered.challenge}#${command.idempotencyKey}`);
      const started = { token: `${accountId}.${secret}`, me: meOf(account, now) };
      if (answered.isRepeat) return started;
      if (passkey.stoppedAt || isCounterBack(passkey.counter, counter)) return stop(command, passkey);

      const known = await table.get(KnownDevice, { accountId, device });
      const [owner, oldSecret] = replaced?.split('.') ?? [];
      const start = { account, secret, way: 'passkey', device, isKnown: known !== undefined, requester, now } as const;
      const outcome = await transact(table.client, {
        spend: answered.spend,
        passkey: table.adjust(
          Passkey,
          { accountId, id: passkey.id },
          { set: { counter, usedAt: now } },
          { present: true, is: { counter: passkey.counter, stoppedAt: undefined } },
        ),
        ...(await sessionWrites(deps, start)),
        replaced:
          owner === accountId && oldSecret ? table.remove(Session, { accountId, hash: hashOf(oldSecret) }) : undefined,
      });
      // A twin of this request was quicker, or the same passkey was used elsewhere at this moment.
      if (!outcome.committed) throw new AppError(passkeyErrors.expired);
      return started;
    },
  };
}
