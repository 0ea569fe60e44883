import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { Id, type IdKind } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import type { AnyItemType, ValueOf } from '../platform/item-type.ts';
import type { Table } from '../platform/table.ts';

/**
 * A page of what lies as `<prefix>#<id>` under the accounts of several records of one person, the newest first. The cursor is the last
 * one of a page, since ids sort by time.
 *
 * @throws AppError platform.cursorInvalid
 */
export async function newestOf<Type extends AnyItemType>(
  table: Table,
  what: Readonly<{ type: Type; id: IdKind; prefix: string }>,
  volunteerIds: readonly string[],
  { limit, cursor }: PageQuery,
): Promise<Page<ValueOf<Type> & { id: string }>> {
  if (cursor !== undefined && !Id(what.id).safeParse(cursor).success) throw new AppError(platformErrors.cursorInvalid);
  // One more than a page holds tells that there is another, and one is the last that was shown.
  const range = { from: `${what.prefix}#`, to: `${what.prefix}#${cursor ?? '~'}` };
  const lists = await Promise.all(
    volunteerIds.map((volunteerId) =>
      table.query(what.type, `ACCOUNT#${volunteerAccount(volunteerId)}`, {
        range,
        limit: limit + 2,
        newestFirst: true,
      }),
    ),
  );
  const all = lists.flatMap(({ items }) => items as (ValueOf<Type> & { id: string })[]);
  const found = all.filter(({ id }) => id !== cursor).toSorted((one, other) => (one.id < other.id ? 1 : -1));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(found.length > limit && last && { cursor: last.id }) };
}
