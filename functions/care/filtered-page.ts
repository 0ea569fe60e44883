import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { encodeCursor } from '../platform/cursor.ts';
import type { AnyItemType, ValueOf } from '../platform/item-type.ts';
import type { Table } from '../platform/table.ts';

/**
 * A full page of the items of an index partition that one may see. The cursor is made of the last item shown, never of one that was
 * passed over, so that paging tells nothing of what is kept back.
 */
export async function filteredPage<Type extends AnyItemType>(
  table: Table,
  type: Type,
  where: Readonly<{ index: string; partition: string; keep: (value: ValueOf<Type>) => boolean; newestFirst?: boolean }>,
  { limit, cursor }: PageQuery,
): Promise<Page<ValueOf<Type>>> {
  const { index, partition, keep, newestFirst = false } = where;
  const found: ValueOf<Type>[] = [];
  let next = cursor;
  do {
    const page = await table.query(type, partition, { index, limit: limit + 1, cursor: next, newestFirst });
    found.push(...page.items.filter(keep));
    next = page.cursor;
  } while (next && found.length <= limit);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(found.length > limit && last !== undefined && { cursor: cursorAfter(type, index, last) }) };
}

function cursorAfter<Type extends AnyItemType>(type: Type, index: string, value: ValueOf<Type>): string {
  const { pk, sk } = type.indexes[index]?.(value) ?? {};
  return encodeCursor({ ...type.key(value), [`${index}Pk`]: pk, [`${index}Sk`]: sk });
}
