import { mostPasskeys } from '@kaifong/shared/identity/passkeys.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { Passkey } from '../passkeys/passkey.table.ts';
import { ProviderLinkItem, SubjectOwner } from '../provider/provider.table.ts';

/** The writes that take from an account all ways of signing in besides its number. */
export async function waysRemoved(table: Table, accountId: string): Promise<Record<string, Write>> {
  const range = { beginsWith: 'PASSKEY#' };
  const [passkeys, link] = await Promise.all([
    table.query(Passkey, `ACCOUNT#${accountId}`, { range, limit: mostPasskeys }),
    table.get(ProviderLinkItem, { accountId }),
  ]);
  return {
    ...Object.fromEntries(passkeys.items.map((passkey) => [`passkey ${passkey.id}`, table.remove(Passkey, passkey)])),
    ...(link && { link: table.remove(ProviderLinkItem, link), subject: table.remove(SubjectOwner, link) }),
  };
}
