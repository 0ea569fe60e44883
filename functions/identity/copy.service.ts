import { mostPasskeys } from '@kaifong/shared/identity/passkeys.ts';
import type { OwnAccountData } from '@kaifong/shared/identity/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Request } from '../platform/request.ts';
import type { AccountService } from './accounts/account.service.ts';
import type { IdentityDeps } from './deps.ts';
import { Account, Session } from './identity.table.ts';
import { Passkey } from './passkeys/passkey.table.ts';
import { ProviderLinkItem } from './provider/provider.table.ts';

/** A person's copy of her own account (个人信息保护法 art. 45): names and days of what signs her in, and no key. */
export function copyService({ table }: IdentityDeps, { mobileOf }: Pick<AccountService, 'mobileOf'>) {
  return {
    /** What is kept of the own account, whole, with the sessions that are open. */
    async own({ actor, now }: Request): Promise<OwnAccountData> {
      const { accountId } = actor;
      const partition = `ACCOUNT#${accountId}`;
      const [account, mobile, sessions, passkeys, link] = await Promise.all([
        table.get(Account, { id: accountId }),
        mobileOf(accountId),
        table.query(Session, partition, { range: { beginsWith: 'SESSION#' }, limit: 100 }),
        table.query(Passkey, partition, { range: { beginsWith: 'PASSKEY#' }, limit: mostPasskeys }),
        table.get(ProviderLinkItem, { accountId }),
      ]);
      if (!account) throw new AppError(platformErrors.signInNeeded);
      const { id, name, createdAt, grants: roles, epoch } = account;
      return {
        ...{ id, mobile, createdAt, roles },
        ...(name && { name }),
        sessions: sessions.items.filter((session) => session.expiresAt > now && session.epoch === epoch),
        passkeys: passkeys.items,
        ...(link && { provider: { linkedAt: link.linkedAt } }),
      };
    },
  };
}
