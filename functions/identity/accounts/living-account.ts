import type { IdentityDeps } from '../deps.ts';
import { Account, MobileOwner } from '../identity.table.ts';

/** An account that may be signed in to without its number: one that its number still leads to, so neither closed nor merged into another. */
export async function livingAccount(
  { table, sealer }: Pick<IdentityDeps, 'table' | 'sealer'>,
  id: string,
): Promise<Account | undefined> {
  const account = await table.get(Account, { id });
  if (!account?.mobileSealed) return undefined;
  const mobile = await sealer.open(account.mobileSealed, `account/${id}/mobile`);
  const owner = await table.get(MobileOwner, { mobileIndex: await sealer.blindIndex('mobile', mobile) });
  return owner?.accountId === id ? account : undefined;
}
