import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { toAttributes } from '@kaifong/functions/platform/attribute-values.ts';
import type { Write } from '@kaifong/functions/platform/transact.ts';
import { createTableInput, tableName, tableNames, tables } from '../tables.ts';
import { engineBinary } from './engine.ts';

/** What is put into tables that are still empty: puts as a command would make them, in any order. */
export type Load = AsyncIterable<Write>;

/**
 * Fills a database file that does not exist yet, through the engine's own import of DynamoDB exports: about a minute for a million items.
 * Nothing is left behind when it fails.
 */
export async function importInto(databaseFile: string, load: Load, prefix: string): Promise<void> {
  const work = `${databaseFile}.import`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true, mode: 0o700 });
  try {
    const schema = tableNames.map((name) => ({ Table: createTableInput(tables[name], tableName(prefix, name)) }));
    writeFileSync(join(work, 'schema.json'), JSON.stringify(schema));
    await exportTo(join(work, 'export'), load);
    const output = join(work, 'tables.sqlite');
    const args = [
      'import',
      '--source',
      join(work, 'export'),
      '--schema',
      join(work, 'schema.json'),
      '--output',
      output,
    ];
    await promisify(execFile)(engineBinary(), args);
    await promisify(execFile)('mv', [output, databaseFile]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Writes the files of a DynamoDB export: for each table a compressed file with an item a line. */
async function exportTo(folder: string, load: Load): Promise<void> {
  const files = new Map<string, ReturnType<typeof createGzip>>();
  const written: Promise<void>[] = [];
  const fileOf = (table: string) => {
    const open = files.get(table);
    if (open) return open;
    mkdirSync(join(folder, table, 'data'), { recursive: true });
    const gzip = createGzip({ level: 1 });
    written.push(finished(gzip.pipe(createWriteStream(join(folder, table, 'data', 'items.json.gz'), { mode: 0o600 }))));
    files.set(table, gzip);
    return gzip;
  };
  for await (const write of load) {
    const { table, item } = putOf(write);
    const file = fileOf(table);
    if (!file.write(`${JSON.stringify({ Item: toAttributes(item) })}\n`)) await once(file, 'drain');
  }
  for (const file of files.values()) file.end();
  await Promise.all(written);
}

/** Fills tables of a running engine, 25 items a call and eight calls at once. */
export async function writeInto(client: DynamoDBDocumentClient, load: Load): Promise<void> {
  const underWay = new Set<Promise<void>>();
  let batch: Write[] = [];
  const send = async () => {
    const sending = writeBatch(client, batch).finally(() => underWay.delete(sending));
    underWay.add(sending);
    batch = [];
    if (underWay.size >= 8) await Promise.race(underWay);
  };
  for await (const write of load) {
    if (batch.push(write) === 25) await send();
  }
  if (batch.length > 0) await send();
  await Promise.all(underWay);
}

async function writeBatch(client: DynamoDBDocumentClient, writes: readonly Write[]): Promise<void> {
  const requests = Map.groupBy(writes.map(putOf), ({ table }) => table);
  let open: Record<string, object[]> | undefined = Object.fromEntries(
    [...requests].map(([table, puts]) => [table, puts.map(({ item }) => ({ PutRequest: { Item: item } }))]),
  );
  while (open && Object.keys(open).length > 0) {
    const answer: { UnprocessedItems?: Record<string, object[]> | undefined } = await client.send(
      new BatchWriteCommand({ RequestItems: open }),
    );
    open = answer.UnprocessedItems;
  }
}

function putOf({ item }: Write): { table: string; item: Record<string, unknown> } {
  const { TableName: table, Item } = item.Put ?? {};
  if (!table || !Item) throw new Error('only puts can be loaded');
  return { table, item: Item };
}
