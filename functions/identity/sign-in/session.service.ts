import { createHash } from 'node:crypto';
import { passkeyStanding } from '@kaifong/shared/identity/passkeys.ts';
import { effectiveGrants } from '@kaifong/shared/identity/roles.ts';
import type { Me, OwnSession } from '@kaifong/shared/identity/schema.ts';
import { isSessionOver, mustNoteUse } from '@kaifong/shared/identity/session-limits.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Identity } from '../../platform/actor.ts';
import { commit } from '../../platform/commit.ts';
import { type Lookup, lookUp } from '../../platform/lookup.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import type { auditService } from '../audit/audit.service.ts';
import type { IdentityDeps } from '../deps.ts';
import { Account, Session } from '../identity.table.ts';

const AccountId = Id('account');

/** Reads and ends sessions. */
export function sessionService(
  { table, sessionLimits, signInWays }: IdentityDeps,
  audit: Pick<ReturnType<typeof auditService>, 'line'>,
) {
  /** Whether a session has ended in any way, for the account as it is now. */
  function isOver(session: Session, account: Account, now: Instant): boolean {
    return (
      session.expiresAt <= now ||
      session.epoch !== account.epoch ||
      isSessionOver(session, effectiveGrants(account.grants, now), sessionLimits, now)
    );
  }

  async function mustFindAccount(id: string): Promise<Account> {
    const account = await table.get(Account, { id });
    if (!account) throw new AppError(platformErrors.signInNeeded);
    return account;
  }

  return {
    /**
     * Whose token it is, with the grants of this moment; `undefined` once the session has ended in any way. Reads in the same call
     * what is to be read `beside` it.
     */
    async identityOf(token: string, now: Instant, beside?: Lookup<unknown>): Promise<Identity | undefined> {
      const [accountId, secret] = token.split('.');
      // A cookie is what anybody writes into it, and a key has a longest length.
      if (!accountId || !secret || !AccountId.safeParse(accountId).success) return undefined;
      const [account, session] = await lookUp([
        table.lookup(Account, { id: accountId }),
        table.lookup(Session, { accountId, hash: hashOf(secret) }),
        ...(beside ? [beside] : []),
      ]);
      if (!account || !session || isOver(session, account, now)) return undefined;
      const grants = effectiveGrants(account.grants, now);
      const passkey = passkeyStanding(session, { ...account, grants }, signInWays?.passkeysDue ?? false);
      return { accountId, volunteerId: account.volunteerId, grants, passkey };
    },

    /**
     * Who is signed in. The site asks this for every page, so it is here, and nowhere else, that the use of a session is noted, at most once in
     * five minutes: no command writes more for it.
     */
    async me({ actor, now }: Request, token: string): Promise<Me> {
      const key = { accountId: actor.accountId, hash: hashOf(token.split('.')[1] ?? '') };
      const [account, session] = await table.getPair([Account, { id: actor.accountId }], [Session, key]);
      if (!account) throw new AppError(platformErrors.signInNeeded);
      if (session && mustNoteUse(session, now)) {
        const seen = table.adjust(Session, key, { set: { seenAt: now } }, { present: true });
        await transact(table.client, { seen });
      }
      return meOf(account, now);
    },

    /** The sessions of the person that are open, on whatever device. */
    async list({ actor, now }: Request, token: string, { limit, cursor }: PageQuery): Promise<Page<OwnSession>> {
      const [account, page] = await Promise.all([
        mustFindAccount(actor.accountId),
        table.query(Session, `ACCOUNT#${actor.accountId}`, { range: { beginsWith: 'SESSION#' }, limit, cursor }),
      ]);
      const own = hashOf(token.split('.')[1] ?? '');
      return {
        ...page,
        items: page.items
          .filter((session) => !isOver(session, account, now))
          .map(({ hash, browser = 'other', system = 'other', startedAt, seenAt = startedAt }) => ({
            id: idOf(hash),
            browser: browser as OwnSession['browser'],
            system: system as OwnSession['system'],
            ...{ startedAt, seenAt, isThis: hash === own },
          })),
      };
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

    /** Ends one session of the person. @throws AppError platform.notFound when it has ended */
    async endOne(command: Command, id: string): Promise<{ done: true }> {
      const { accountId } = command.actor;
      const range = { beginsWith: `SESSION#${id}` };
      const { items } = await table.query(Session, `ACCOUNT#${accountId}`, { range, limit: 1 });
      const [session] = items;
      if (!session) throw new AppError(platformErrors.notFound);
      await commit(command, table, { session: table.remove(Session, session) }, { answer: { done: true } });
      return { done: true };
    },

    /** Ends every session of the person, on every device. */
    async endAll(command: Command): Promise<{ done: true }> {
      const account = { id: command.actor.accountId };
      await commit(
        command,
        table,
        {
          account: table.adjust(Account, account, { add: { epoch: 1 } }, { present: true }),
          audit: audit.line(command, 'session.endedEverywhere', account.id),
        },
        { answer: { done: true } },
      );
      return { done: true };
    },
  };
}

export function meOf(account: Account, now: Instant): Me {
  const { id, name, volunteerId, grants } = account;
  return { account: { id, name, volunteerId, roles: [...effectiveGrants(grants, now)] } };
}

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

/** What a list calls a session: enough of its hash to tell it from the person's others. */
const idOf = (hash: string) => hash.slice(0, 16);
