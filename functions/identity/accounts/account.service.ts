import type { Grant, HeldGrant, Role } from '@kaifong/shared/identity/roles.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { transact, type Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { auditService, Deed } from '../audit/audit.service.ts';
import type { IdentityDeps } from '../deps.ts';
import { grantWrites, isSameGrant, withGrants } from '../grants/grant-writes.ts';
import { Account, MobileOwner } from '../identity.table.ts';

/** A role that a person is to have, or to have no longer. */
export type Appointment = Readonly<{ mobile: string; grant: Grant; held: boolean; name?: string | undefined }>;

export type AccountService = ReturnType<typeof accountService>;

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

    /** The scopes on which an account holds a role now. */
    async scopesAs(accountId: string, role: Role, now: Instant): Promise<string[]> {
      const account = await table.get(Account, { id: accountId });
      const isEffective = ({ from, until }: HeldGrant) => (from ?? now) <= now && (until ?? '~') > now;
      return (account?.grants ?? [])
        .filter((held) => held.role === role && isEffective(held))
        .map(({ scope }) => scope);
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
        if (held === (account ? holdsForGood(account.grants, grant) : false)) return 'asItWas';

        const lineOf = (accountId: string) =>
          audit.line(deed, held ? 'role.given' : 'role.taken', `${accountId} ${grant.role} ${grant.scope}`);
        if (!account) {
          if (!name) return 'nameless';
          const opened = await service.open({ mobile, name, grants: [given(deed, grant)], now: deed.now });
          const outcome = await transact(table.client, { ...opened.writes, audit: lineOf(opened.accountId) });
          return outcome.committed ? 'changed' : undefined;
        }
        const { account: changed, ...listed } = service.regrant(
          { ...account, ...(name && { name }) },
          grantsAfter(deed, account.grants, grant, held),
        );
        const outcome = await transact(table.client, { account: changed, ...listed, audit: lineOf(account.id) });
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
    ): Promise<{ account?: Write; roleAudit?: Write; roleListed?: Write | undefined }> {
      const account = await table.get(Account, { id });
      if (!account) throw new AppError(platformErrors.notFound);
      const isHeld = held ? holdsForGood(account.grants, grant) : account.grants.some((own) => isSameGrant(own, grant));
      if (held === isHeld) return {};
      const { account: changed, ...listed } = service.regrant(account, grantsAfter(deed, account.grants, grant, held));
      return {
        ...{ account: changed, roleListed: listed[`grant ${grant.role} ${grant.scope}`] },
        roleAudit: audit.line(deed, held ? 'role.given' : 'role.taken', `${id} ${grant.role} ${grant.scope}`),
      };
    },

    /** The writes that give an account these grants in the place of its own; refused when the account changed meanwhile. */
    regrant(account: Account, grants: HeldGrant[]): Record<'account', Write> & Record<string, Write> {
      const changed = { ...account, grants, version: account.version + 1 };
      return {
        account: table.put(Account, changed, { is: { version: account.version, epoch: account.epoch } }),
        ...grantWrites(table, account.id, account.grants, grants),
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
      const grants: HeldGrant[] = [...account.grants, { role: 'volunteer', scope: volunteer.scope }];
      const linked = {
        ...account,
        grants,
        volunteerId: volunteer.id,
        name: volunteer.name,
        version: account.version + 1,
      };
      return table.put(Account, linked, { is: { version: account.version, volunteerId: undefined } });
    },

    /** The writes by which the volunteer of an account lives in another community; none when that was done before. */
    async moveHome(accountId: string, from: string, into: string): Promise<Record<string, Write>> {
      const account = await table.get(Account, { id: accountId });
      if (!account?.grants.some(({ role, scope }) => role === 'volunteer' && scope === from)) return {};
      const moved = (grant: HeldGrant) =>
        grant.role === 'volunteer' && grant.scope === from ? { ...grant, scope: into } : grant;
      return service.regrant(account, account.grants.map(moved));
    },

    /** The writes that open an account for a number in E.164 form that has none; refused when it has one. */
    async open(person: {
      mobile: string;
      name: string;
      grants: HeldGrant[];
      volunteerId?: string;
      now: Instant;
    }): Promise<{ accountId: string; writes: Record<'account' | 'mobile', Write> & Record<string, Write> }> {
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
          ...grantWrites(table, id, [], rest.grants),
        },
      };
    },

    /**
     * The writes that close an account: its roles, its name and its number are gone, its sessions end, and the number is free for a new
     * account. None when it is closed already; refused when it changed meanwhile.
     */
    async close(accountId: string, now: Instant): Promise<Readonly<Record<string, Write>>> {
      const account = await table.get(Account, { id: accountId });
      if (!account || account.closedAt) return {};
      const { mobileSealed, name, ...kept } = account;
      const mobile = mobileSealed && (await sealer.open(mobileSealed, `account/${accountId}/mobile`));
      const mobileIndex = mobile && (await sealer.blindIndex('mobile', mobile));
      const { epoch, version } = account;
      const { waysRemoved } = await import('./ways-removed.ts');
      const closed = { ...kept, passkeys: 0, grants: [], epoch: epoch + 1, version: version + 1, closedAt: now };
      return {
        account: table.put(Account, closed, { is: { version, epoch } }),
        ...(mobileIndex && { mobile: table.remove(MobileOwner, { mobileIndex }, { is: { accountId } }) }),
        ...grantWrites(table, accountId, account.grants, []),
        ...(await waysRemoved(table, accountId)),
      };
    },

    /** The line of a deed in the audit, to be written in its transaction: see `audit.line`. */
    audit: audit.line,
  };
  return service;
}

/** Whether a grant is held without an end: what is held for a time only, such as a deputy's, can still be given for good. */
function holdsForGood(held: readonly HeldGrant[], grant: Grant): boolean {
  return held.some((own) => isSameGrant(own, grant) && own.until === undefined && own.deputyFor === undefined);
}

const given = ({ actor, now }: Deed, grant: Grant): HeldGrant => ({ ...grant, from: now, grantedBy: actor.accountId });

/** @throws AppError grant.twoAdministrators, grant.administratorInCare */
function grantsAfter(deed: Deed, held: readonly HeldGrant[], grant: Grant, isGiven: boolean): HeldGrant[] {
  return isGiven ? withGrants(held, [given(deed, grant)], deed.now) : held.filter((own) => !isSameGrant(own, grant));
}
