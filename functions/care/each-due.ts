import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { AnyItemType, ValueOf } from '../platform/item-type.ts';
import type { Table } from '../platform/table.ts';

/**
 * Does something about every item of a partition of `byDue` that is due. One that fails is not in the way of the others, and is due again
 * at the next tick.
 *
 * @throws AggregateError when any failed, after all were tried
 */
export async function eachDue<Type extends AnyItemType>(
  table: Table,
  [type, partition]: readonly [Type, string],
  now: Instant,
  act: (item: ValueOf<Type>) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  let cursor: string | undefined;
  do {
    const range = { to: `${now}#~` };
    const page = await table.query(type, partition, { index: 'byDue', range, limit: 100, cursor });
    for (const item of page.items) await act(item).catch((error: unknown) => failures.push(error));
    cursor = page.cursor;
  } while (cursor);
  if (failures.length > 0) throw new AggregateError(failures, `some of ${partition} failed`);
}
