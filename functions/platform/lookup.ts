import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { Key, Row } from './item-type.ts';
import { pause } from './retry.ts';
import type { Table } from './table.ts';
import { throttled } from './throttled.ts';

/**
 * Items of one table to be read together with others, and what becomes of their rows. A context hands these out so that another can
 * read its items in the same call as its own, without learning how they are stored.
 */
export type Lookup<Value> = Readonly<{
  table: Table;
  keys: readonly Key[];
  read: (rows: readonly (Row | undefined)[]) => Value | Promise<Value>;
}>;

type Lookups<Values extends readonly unknown[]> = { readonly [Position in keyof Values]: Lookup<Values[Position]> };

/** Reads items of any tables in one call, consistently, and answers in the order asked; at most 100 items. */
export async function lookUp<const Values extends readonly unknown[]>(lookups: Lookups<Values>): Promise<[...Values]> {
  const all = lookups as readonly Lookup<unknown>[];
  const rows = await rowsOf(all);
  const values = all.map(({ table, keys, read }) => read(keys.map((key) => rows.get(nameOf(table.name, key)))));
  return (await Promise.all(values)) as [...Values];
}

async function rowsOf(lookups: readonly Lookup<unknown>[]): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  const client = lookups[0]?.table.client;
  if (!client) return rows;
  let open = requestFor(lookups);
  for (let attempt = 0; Object.keys(open).length > 0; attempt += 1) {
    if (attempt > 0) await pause(attempt);
    const answer = await client.send(new BatchGetCommand({ RequestItems: open })).catch(throttled);
    for (const [table, found] of Object.entries(answer.Responses ?? {})) {
      for (const row of found) rows.set(nameOf(table, row), row);
    }
    open = (answer.UnprocessedKeys ?? {}) as typeof open;
  }
  return rows;
}

/** Each item once, since the engine refuses to be asked twice. */
function requestFor(lookups: readonly Lookup<unknown>[]) {
  const request: Record<string, { Keys: Record<string, unknown>[]; ConsistentRead: true }> = {};
  const asked = new Set<string>();
  for (const { table, keys } of lookups) {
    for (const key of keys) {
      const name = nameOf(table.name, key);
      if (asked.has(name)) continue;
      asked.add(name);
      request[table.name] ??= { Keys: [], ConsistentRead: true };
      request[table.name]?.Keys.push({ ...key });
    }
  }
  return request;
}

function nameOf(table: string, { pk, sk }: Readonly<Record<string, unknown>>): string {
  return `${table}\n${pk}\n${sk}`;
}
