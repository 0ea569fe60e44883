import { mobileChanged } from '@kaifong/shared/identity/events.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { accountClosed } from '@kaifong/shared/people/events.ts';
import { maskMobile } from '@kaifong/shared/people/mask.ts';
import { mobileErrors } from '@kaifong/shared/people/mobile/mobile-errors.ts';
import type { Write } from '../../platform/transact.ts';
import type { IdentityDeps } from '../deps.ts';
import { Account, MobileOwner, Session } from '../identity.table.ts';
import { hashOf } from '../sign-in/session.service.ts';

/** A number that an account is to have: who changes it, when, and the session that goes on. */
export type NewMobile = Readonly<{
  accountId: string;
  /** E.164. */
  mobile: string;
  by: 'self' | 'desk';
  now: Instant;
  /** The token of the session that asked; all others end. */
  token?: string;
}>;

/** The number by which somebody signs in becomes another one: the writes, for the transaction of whoever knows that it may. */
export function mobileChangeService({ table, sealer }: Pick<IdentityDeps, 'table' | 'sealer'>) {
  async function mustFind(id: string): Promise<Account & { mobileSealed: string }> {
    const account = await table.get(Account, { id });
    if (!account?.mobileSealed) throw new AppError(platformErrors.signInNeeded);
    return { ...account, mobileSealed: account.mobileSealed };
  }

  /**
   * Whose number it is now. An account that somebody opened by signing in with the new number, and that is nothing yet, gives way to hers.
   *
   * @throws AppError mobile.known when it is somebody else's
   */
  async function giveWay(mobileIndex: string, accountId: string, now: Instant) {
    const owner = await table.get(MobileOwner, { mobileIndex });
    if (!owner) return { isAsRead: { absent: true as const }, writes: {}, events: [] };
    const empty = owner.accountId === accountId ? undefined : await table.get(Account, { id: owner.accountId });
    if (!empty || empty.volunteerId || empty.grants.length > 0) throw new AppError(mobileErrors.known);
    const { mobileSealed, name, ...kept } = empty;
    const { version, epoch } = empty;
    const closed = { ...kept, epoch: epoch + 1, version: version + 1, closedAt: now };
    return {
      isAsRead: { is: { accountId: empty.id } },
      writes: { gaveWay: table.put(Account, closed, { is: { version, epoch } }) },
      events: [accountClosed.make(now, { accountId: empty.id })],
    };
  }

  return {
    /**
     * The writes by which an account has another number, refused when anything changed meanwhile, with the number that it had until now.
     *
     * @throws AppError mobile.same, mobile.known
     */
    async prepare({ accountId, mobile, by, now, token }: NewMobile): Promise<{
      before: string;
      writes: Record<string, Write>;
      events: DomainEvent[];
    }> {
      const account = await mustFind(accountId);
      const before = await sealer.open(account.mobileSealed, `account/${accountId}/mobile`);
      if (before === mobile) throw new AppError(mobileErrors.same);
      const [mobileIndex, formerIndex, mobileSealed] = await Promise.all([
        sealer.blindIndex('mobile', mobile),
        sealer.blindIndex('mobile', before),
        sealer.seal(mobile, `account/${accountId}/mobile`),
      ]);
      const { isAsRead, writes, events } = await giveWay(mobileIndex, accountId, now);
      const { version } = account;
      const epoch = account.epoch + 1;
      const session = token ? { accountId, hash: hashOf(token.split('.')[1] ?? '') } : undefined;
      return {
        before,
        writes: {
          account: table.put(
            Account,
            { ...account, mobileSealed, epoch, version: version + 1 },
            { is: { version, epoch: account.epoch } },
          ),
          mobile: table.put(MobileOwner, { mobileIndex, accountId }, isAsRead),
          formerMobile: table.remove(MobileOwner, { mobileIndex: formerIndex }, { is: { accountId } }),
          session: session && table.adjust(Session, session, { set: { epoch } }, { present: true }),
          ...writes,
        } as Record<string, Write>,
        events: [
          mobileChanged.make(now, { accountId, by, before: maskMobile(before), after: maskMobile(mobile) }),
          ...events,
        ],
      };
    },
  };
}
