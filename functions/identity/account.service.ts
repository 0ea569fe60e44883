import type { Grant } from '@kaifong/shared/identity/roles.ts';
import type { OwnAccountData } from '@kaifong/shared/identity/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Request } from '../platform/request.ts';
import { transact, type Write } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import type { auditService, Deed } from './audit.service.ts';
import type { IdentityDeps } from './deps.ts';
import { Account, MobileOwner, Session } from './identity.table.ts';

/** A role that a person is to have, or to have no longer. */
export type Appointment = Readonly<{ mobile: string; grant: Grant; held: boolean; name?: string | undefined }>;

/** What is written into accounts: by other contexts, always inside their own transaction, and by whoever runs the system. */
export function accountService({ table, sealer }: IdentityDeps, audit: Pick<ReturnType<typeof auditService>, 'line'>) {
  /** The account of a number in E.164 form. */
  async function accountOf(mobile: string): Promise<string | undefined> {
    const mobileIndex = await sealer.blindIndex('mobile', mobile);
    return (await table.get(MobileOwner, { mobileIndex }))?.accountId;
  }

  const service = {
    accountOf,

    /** Of each number, E.164, whether its account is a volunteer's already; at most 100. */
    async belongToVolunteers(mobiles: readonly string[]): Promise<boolean[]> {
      if (mobiles.length === 0) return [];
      const keys = await Promise.all(
        mobiles.map(async (mobile) => ({ mobileIndex: await sealer.blindIndex('mobile', mobile) })),
      );
      const owners = await table.getAll(MobileOwner, keys);
      const ids = owners.flatMap((owner) => owner?.accountId ?? []);
      if (ids.length === 0) return mobiles.map(() => false);
      const accounts = await table.getAll(
        Account,
        ids.map((id) => ({ id })),
      );
      const volunteers = new Set(accounts.flatMap((account) => (account?.volunteerId ? account.id : [])));
      return owners.map((owner) => owner !== undefined && volunteers.has(owner.accountId));
    },

    /** The number of an account, E.164. @throws AppError platform.signInNeeded when there is no such account */
    async mobileOf(accountId: string): Promise<string> {
      const account = await table.get(Account, { id: accountId });
      if (!account?.mobileSealed) throw new AppError(platformErrors.signInNeeded);
      return sealer.open(account.mobileSealed, `account/${accountId}/mobile`);
    },

    /**
     * Gives a role to the person of a mobile number, or takes it away; a number without an account gets one. The next request of that
     * person goes by it. Sessions stay.
     *
     * @returns `asItWas` when there was nothing to change, `nameless` when a new account would have no name
     */
    async appoint(deed: Deed, { mobile, grant, held, name }: Appointment): Promise<'changed' | 'asItWas' | 'nameless'> {
      return untilSettled(async () => {
        const id = await accountOf(mobile);
        const account = id && (await table.get(Account, { id }));
        const isSame = ({ role, scope }: Grant) => role === grant.role && scope === grant.scope;
        if (held === (account ? account.grants.some(isSame) : false)) return 'asItWas';

        const lineOf = (accountId: string) =>
          audit.line(deed, held ? 'role.given' : 'role.taken', `${accountId} ${grant.role} ${grant.scope}`);
        if (!account) {
          if (!name) return 'nameless';
          const opened = await service.open({ mobile, name, grants: [grant], now: deed.now });
          const outcome = await transact(table.client, { ...opened.writes, audit: lineOf(opened.accountId) });
          return outcome.committed ? 'changed' : undefined;
        }
        const grants = held ? [...account.grants, grant] : account.grants.filter((other) => !isSame(other));
        const changed = { ...account, grants, ...(name && { name }), version: account.version + 1 };
        const outcome = await transact(table.client, {
          account: table.put(Account, changed, { is: { version: account.version } }),
          audit: lineOf(account.id),
        });
        return outcome.committed ? 'changed' : undefined;
      });
    },

    /**
     * The writes that give a role to an account or take it away, to go into another context's transaction, with their line in the audit;
     * none when there is nothing to change. They are refused when the account changed meanwhile.
     *
     * @throws AppError platform.notFound when there is no such account
     */
    async changeRole(
      deed: Deed,
      id: string,
      grant: Grant,
      held: boolean,
    ): Promise<{ account?: Write; roleAudit?: Write }> {
      const account = await table.get(Account, { id });
      if (!account) throw new AppError(platformErrors.notFound);
      const others = account.grants.filter(({ role, scope }) => role !== grant.role || scope !== grant.scope);
      if (held === others.length < account.grants.length) return {};
      const changed = { ...account, grants: held ? [...others, grant] : others, version: account.version + 1 };
      return {
        account: table.put(Account, changed, { is: { version: account.version } }),
        roleAudit: audit.line(deed, held ? 'role.given' : 'role.taken', `${id} ${grant.role} ${grant.scope}`),
      };
    },

    /**
     * The write that makes an account a volunteer's. It is refused when the account changed meanwhile.
     *
     * @throws AppError platform.signInNeeded when there is no such account
     */
    async linkVolunteer(accountId: string, volunteer: { id: string; name: string; scope: string }): Promise<Write> {
      const account = await table.get(Account, { id: accountId });
      if (!account) throw new AppError(platformErrors.signInNeeded);
      const grants: Grant[] = [...account.grants, { role: 'volunteer', scope: volunteer.scope }];
      const linked = {
        ...account,
        grants,
        volunteerId: volunteer.id,
        name: volunteer.name,
        version: account.version + 1,
      };
      return table.put(Account, linked, { is: { version: account.version, volunteerId: undefined } });
    },

    /** The writes that open an account for a number in E.164 form that has none; refused when it has one. */
    async open(person: {
      mobile: string;
      name: string;
      grants: Grant[];
      volunteerId?: string;
      now: Instant;
    }): Promise<{ accountId: string; writes: { account: Write; mobile: Write } }> {
      const { mobile, now, ...rest } = person;
      const id = newId('account', Date.parse(now));
      const mobileIndex = await sealer.blindIndex('mobile', mobile);
      const mobileSealed = await sealer.seal(mobile, `account/${id}/mobile`);
      return {
        accountId: id,
        writes: {
          account: table.put(
            Account,
            { id, mobileSealed, ...rest, epoch: 0, version: 0, createdAt: now },
            { absent: true },
          ),
          mobile: table.put(MobileOwner, { mobileIndex, accountId: id }, { absent: true }),
        },
      };
    },

    /**
     * The writes that close an account: its roles, its name and its number are gone, its sessions end, and the number is free for a new
     * account. None when it is closed already; refused when it changed meanwhile.
     */
    async close(accountId: string, now: Instant): Promise<{ account?: Write; mobile?: Write }> {
      const account = await table.get(Account, { id: accountId });
      if (!account || account.closedAt) return {};
      const { mobileSealed, name, ...kept } = account;
      const mobile = mobileSealed && (await sealer.open(mobileSealed, `account/${accountId}/mobile`));
      const mobileIndex = mobile && (await sealer.blindIndex('mobile', mobile));
      const { epoch, version } = account;
      const closed = { ...kept, grants: [], epoch: epoch + 1, version: version + 1, closedAt: now };
      return {
        account: table.put(Account, closed, { is: { version, epoch } }),
        ...(mobileIndex && { mobile: table.remove(MobileOwner, { mobileIndex }, { is: { accountId } }) }),
      };
    },

    /** What is kept of the own account, whole, with the sessions that are open. */
    async ownData({ actor, now }: Request): Promise<OwnAccountData> {
      const { accountId } = actor;
      const range = { beginsWith: 'SESSION#' };
      const [account, mobile, sessions] = await Promise.all([
        table.get(Account, { id: accountId }),
        service.mobileOf(accountId),
        table.query(Session, `ACCOUNT#${accountId}`, { range, limit: 100 }),
      ]);
      if (!account) throw new AppError(platformErrors.signInNeeded);
      const { id, name, createdAt, grants: roles, epoch } = account;
      const open = sessions.items.filter((session) => session.expiresAt > now && session.epoch === epoch);
      return { id, mobile, createdAt, roles, ...(name && { name }), sessions: open };
    },

    /** The line of a deed in the audit, to be written in its transaction: see `audit.line`. */
    audit: audit.line,
  };
  return service;
}
