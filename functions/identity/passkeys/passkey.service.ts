import { signInChanged } from '@kaifong/shared/identity/events.ts';
import { grantErrors } from '@kaifong/shared/identity/grant-errors.ts';
import { passkeyErrors } from '@kaifong/shared/identity/passkey-errors.ts';
import type { NewCredential, PasskeyReset } from '@kaifong/shared/identity/passkey-schema.ts';
import { mostPasskeys } from '@kaifong/shared/identity/passkeys.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { auditService } from '../audit/audit.service.ts';
import type { IdentityDeps } from '../deps.ts';
import { Account } from '../identity.table.ts';
import { Passkey, passkeyIdOf } from './passkey.table.ts';
import { answeredChallenge, challengeLife, keepChallenge } from './passkey-challenge.ts';
import { mustHaveSite, passkeySiteOf } from './passkey-site.ts';

/** How the site is called where a phone keeps its passkeys. */
const siteName = '街坊 Kaifong';

/** Ed25519, ES256 and RS256 of COSE: what phones, computers and keys make today. */
const supportedAlgorithmIDs = [-8, -7, -257];

type Answer = Readonly<{ done: true }>;
const done: Answer = { done: true };

/** A person's passkeys: adding, naming and removing one, and taking all of them away from somebody who has lost them. */
export function passkeyService(
  deps: IdentityDeps,
  audit: Pick<ReturnType<typeof auditService>, 'line' | 'withReason'>,
) {
  const { table } = deps;

  async function passkeysOf(accountId: string): Promise<Passkey[]> {
    const range = { beginsWith: 'PASSKEY#' };
    return (await table.query(Passkey, `ACCOUNT#${accountId}`, { range, limit: mostPasskeys })).items;
  }

  async function mustFind(id: string): Promise<Account> {
    const account = await table.get(Account, { id });
    if (!account) throw new AppError(platformErrors.notFound);
    return account;
  }

  /** The write by which an account has so many passkeys; refused when it changed meanwhile. */
  const counted = (account: Account, passkeys: number, epoch = account.epoch): Write => {
    const { version } = account;
    const changed = { ...account, passkeys, epoch, version: version + 1 };
    return table.put(Account, changed, { is: { version, epoch: account.epoch } });
  };

  async function mustFindOwn({ actor }: Request, id: string): Promise<Passkey> {
    const passkey = await table.get(Passkey, { accountId: actor.accountId, id });
    if (!passkey) throw new AppError(platformErrors.notFound);
    return passkey;
  }

  return {
    async list({ actor }: Request) {
      const items = await passkeysOf(actor.accountId);
      const host = passkeySiteOf(deps)?.host;
      return {
        items: items.toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1)),
        standing: actor.passkey,
        ...(host && { host }),
      };
    },

    /** What the browser is to make a passkey by. @throws AppError passkey.unavailable, passkey.tooMany */
    async begin(command: Command, device: string) {
      const { actor, now } = command;
      const { accountId } = actor;
      const { host } = mustHaveSite(deps);
      const [account, held] = await Promise.all([mustFind(accountId), passkeysOf(accountId)]);
      if (held.length >= mostPasskeys) throw new AppError(passkeyErrors.tooMany, { most: mostPasskeys });
      const name = account.name ?? accountId;
      const options = await generateRegistrationOptions({
        ...{ rpName: siteName, rpID: host, userName: name, userDisplayName: name },
        // The passkey tells whose it is, so that signing in asks for no number.
        userID: Buffer.from(accountId),
        supportedAlgorithmIDs,
        timeout: challengeLife,
        attestationType: 'none',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      const { challenge, rp, user, pubKeyCredParams } = options;
      const answer = {
        ...{ challenge, rp: { name: rp.name, id: host }, user, pubKeyCredParams },
        excludeCredentials: held.map(({ credentialId: id }) => ({ id, type: 'public-key' as const })),
        ...{ timeout: challengeLife, attestation: 'none' as const },
        authenticatorSelection: {
          ...{ residentKey: 'required' as const, requireResidentKey: true as const },
          userVerification: 'required' as const,
        },
      };
      const asked = { purpose: 'add', device, accountId } as const;
      await commit(command, table, { challenge: keepChallenge(table, challenge, asked, now) }, { answer });
      return answer;
    },

    /** Adds what the browser made. @throws AppError passkey.expired, passkey.notVerified, passkey.held, passkey.tooMany */
    async add(command: Command, device: string, input: { name: string; credential: NewCredential }): Promise<Answer> {
      const { actor, now } = command;
      const { accountId } = actor;
      const { name, credential: response } = input;
      const asked = { purpose: 'add', device, accountId } as const;
      const { challenge, spend } = await answeredChallenge(table, command, response.response.clientDataJSON, asked);
      const made = await verified(response, challenge);
      const id = passkeyIdOf(made.credential.id);
      const passkey: Passkey = {
        ...{ accountId, id, name, createdAt: now, counter: made.credential.counter },
        credentialId: made.credential.id,
        publicKey: Buffer.from(made.credential.publicKey).toString('base64url'),
        transports: [...(response.response.transports ?? [])],
        isSynced: made.credentialBackedUp,
      };
      return untilSettled(async () => {
        const [account, held] = await Promise.all([mustFind(accountId), passkeysOf(accountId)]);
        if (held.some((each) => each.id === id)) throw new AppError(passkeyErrors.held);
        if (held.length >= mostPasskeys) throw new AppError(passkeyErrors.tooMany, { most: mostPasskeys });
        const outcome = await commit(
          command,
          table,
          {
            ...{ spend, account: counted(account, held.length + 1) },
            passkey: table.put(Passkey, passkey, { absent: true }),
            audit: audit.line(command, 'passkey.added', `${accountId} ${id}`),
          },
          { answer: done, events: [signInChanged.make(now, { accountId, change: 'passkeyAdded' })] },
        );
        if (!outcome.committed && outcome.refused.has('spend')) throw new AppError(passkeyErrors.expired);
        return outcome.committed ? done : undefined;
      });
    },

    async rename(command: Command, id: string, name: string): Promise<Answer> {
      const { accountId } = await mustFindOwn(command, id);
      const renamed = table.adjust(Passkey, { accountId, id }, { set: { name } }, { present: true });
      const outcome = await commit(command, table, { renamed }, { answer: done });
      if (!outcome.committed) throw new AppError(platformErrors.notFound);
      return done;
    },

    /** @throws AppError platform.notFound */
    async remove(command: Command, id: string): Promise<Answer> {
      return untilSettled(async () => {
        const { accountId } = await mustFindOwn(command, id);
        const [account, held] = await Promise.all([mustFind(accountId), passkeysOf(accountId)]);
        const writes = {
          account: counted(account, held.length - 1),
          passkey: table.remove(Passkey, { accountId, id }, { present: true }),
          audit: audit.line(command, 'passkey.removed', `${accountId} ${id}`),
        };
        const events = [signInChanged.make(command.now, { accountId, change: 'passkeyRemoved' })];
        return (await commit(command, table, writes, { answer: done, events })).committed ? done : undefined;
      });
    },

    /**
     * Takes all passkeys from somebody who has lost them, so that a code is enough until there is a new one; every session ends. Only for
     * whom the security administrator is above in every role.
     *
     * @throws AppError passkey.own, passkey.nothingToReset, grant.aboveOwn
     */
    async reset(command: Command, { accountId, reason }: PasskeyReset): Promise<Answer> {
      const { actor, now } = command;
      if (accountId === actor.accountId) throw new AppError(passkeyErrors.own);
      return untilSettled(async () => {
        const [account, held] = await Promise.all([mustFind(accountId), passkeysOf(accountId)]);
        if (account.grants.length === 0) throw new AppError(grantErrors.aboveOwn);
        for (const { scope } of account.grants) actor.mustReach('passkey.reset', { scope });
        if (held.length === 0) throw new AppError(passkeyErrors.nothingToReset);
        const writes = {
          account: counted(account, 0, account.epoch + 1),
          ...(await audit.withReason(command, 'passkey.reset', accountId, reason)),
          ...Object.fromEntries(held.map((passkey) => [`passkey ${passkey.id}`, table.remove(Passkey, passkey)])),
        };
        const events = [signInChanged.make(now, { accountId, change: 'passkeysReset' })];
        return (await commit(command, table, writes, { answer: done, events })).committed ? done : undefined;
      });
    },
  };

  async function verified(response: NewCredential, challenge: string) {
    const { host, origin } = mustHaveSite(deps);
    const outcome = await verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} } as Parameters<
        typeof verifyRegistrationResponse
      >[0]['response'],
      ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: host, requireUserVerification: true },
      supportedAlgorithmIDs,
      // It throws for whatever is wrong, in words for developers.
    }).catch(() => undefined);
    if (!outcome?.verified) throw new AppError(passkeyErrors.notVerified);
    return outcome.registrationInfo;
  }
}
