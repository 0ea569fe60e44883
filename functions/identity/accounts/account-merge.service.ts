import type { HeldGrant } from '@kaifong/shared/identity/roles.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Write } from '../../platform/transact.ts';
import type { IdentityDeps } from '../deps.ts';
import { Account, MobileOwner } from '../identity.table.ts';

/** One person's two accounts: the writes that make one of them, and two again, for the transaction of whoever merges their records. */
export function accountMergeService({ table, sealer }: Pick<IdentityDeps, 'table' | 'sealer'>) {
  async function mustFind(id: string): Promise<Account> {
    const account = await table.get(Account, { id });
    if (!account) throw new AppError(platformErrors.notFound);
    return account;
  }

  /** By what its number leads to an account; `undefined` for one that was closed. */
  async function mobileIndexOf({ id, mobileSealed }: Account): Promise<string | undefined> {
    if (mobileSealed === undefined) return undefined;
    return sealer.blindIndex('mobile', await sealer.open(mobileSealed, `account/${id}/mobile`));
  }

  const putAs = (before: Account, after: Account): Write =>
    table.put(Account, { ...after, version: before.version + 1 }, { is: { version: before.version } });

  return {
    /** Whether somebody has, or will have, roles besides those of a volunteer and of a team's leader. @throws AppError platform.notFound */
    async holdsOffice(id: string): Promise<boolean> {
      const { grants } = await mustFind(id);
      return grants.some(({ role }) => role !== 'volunteer' && role !== 'teamLeader');
    },

    /**
     * Ends an account because its person has another: its sessions end, it is no volunteer's any more, and its mobile number signs in
     * to the other one or is given up. No writes when that was done before.
     */
    async handOver(from: string, to: string, mobile: 'signsIn' | 'released'): Promise<Record<string, Write>> {
      const account = await mustFind(from);
      const { volunteerId, ...rest } = account;
      if (volunteerId === undefined) return {};
      const grants = account.grants.filter(({ role }) => role !== 'volunteer');
      const mobileIndex = await mobileIndexOf(account);
      const isHers = { is: { accountId: from } };
      return {
        account: putAs(account, { ...rest, grants, epoch: account.epoch + 1 }),
        ...(mobileIndex && {
          mobile:
            mobile === 'signsIn'
              ? table.put(MobileOwner, { mobileIndex, accountId: to }, isHers)
              : table.remove(MobileOwner, { mobileIndex }, isHers),
        }),
      };
    },

    /** The writes that close an account whose person closes the one that it went into: nothing in it tells any more who that was. */
    async close(id: string, now: Instant): Promise<Record<string, Write>> {
      const account = await mustFind(id);
      const mobileIndex = await mobileIndexOf(account);
      const owner = mobileIndex === undefined ? undefined : await table.get(MobileOwner, { mobileIndex });
      const { mobileSealed, name, ...kept } = account;
      return {
        account: putAs(account, { ...kept, grants: [], epoch: account.epoch + 1, closedAt: now }),
        ...(owner && { mobile: table.remove(MobileOwner, owner, { is: { accountId: owner.accountId } }) }),
      };
    },

    /**
     * Undoes `handOver`; no writes when that was done before. `numberLost`: the number is somebody else's by now, so that nobody signs
     * in to the account until it has another one.
     */
    async takeBack(
      from: string,
      to: string,
      volunteer: Readonly<{ id: string; scope: string }>,
    ): Promise<{ writes: Record<string, Write>; numberLost: boolean }> {
      const account = await mustFind(from);
      if (account.volunteerId !== undefined) return { writes: {}, numberLost: false };
      const mobileIndex = await mobileIndexOf(account);
      const owner = mobileIndex === undefined ? undefined : await table.get(MobileOwner, { mobileIndex });
      const numberLost = mobileIndex === undefined || (owner !== undefined && owner.accountId !== to);
      const grants: HeldGrant[] = [...account.grants, { role: 'volunteer', scope: volunteer.scope }];
      const isAsLeft = owner ? { is: { accountId: to } } : { absent: true as const };
      return {
        numberLost,
        writes: {
          account: putAs(account, { ...account, volunteerId: volunteer.id, grants }),
          ...(mobileIndex &&
            !numberLost && { mobile: table.put(MobileOwner, { mobileIndex, accountId: from }, isAsLeft) }),
        },
      };
    },
  };
}
