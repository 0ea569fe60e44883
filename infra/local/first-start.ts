import { existsSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '@kaifong/functions/platform/document-client.ts';
import { importInto, type Load, writeInto } from './bulk-load.ts';
import type { DataFolder } from './data-folder.ts';
import { type LocalSurroundings, localPrefix, localSurroundings } from './surroundings.ts';

/** What the tables hold at the very first start. */
export type Seed = (surroundings: LocalSurroundings) => Load;

/** Fills the database file of a fresh data folder before an engine opens it. Does nothing over data that is there. */
export async function seedFreshFolder(folder: DataFolder, seed: Seed): Promise<void> {
  const database = folder.file('tables.sqlite');
  if (process.env.DYNAMODB_ENDPOINT || existsSync(database)) return;
  const offline = documentClient(new DynamoDBClient({ region: 'local' }));
  await importInto(database, seed(localSurroundings(folder, offline, { demo: true })), localPrefix);
}

const seededMark = { pk: 'SEEDED', sk: 'SEEDED' };

/** Fills the tables of an engine that is run by others, once: a mark in the platform table says that it has been done. */
export async function seedForeignEngine(surroundings: LocalSurroundings, seed: Seed): Promise<void> {
  if (!process.env.DYNAMODB_ENDPOINT) return;
  const { client, tableName } = surroundings.main;
  const mark = await client.send(
    new GetCommand({ TableName: tableName('platform'), Key: seededMark, ConsistentRead: true }),
  );
  if (mark.Item) return;
  await writeInto(client, seed(surroundings));
  await writeInto(client, only({ item: { Put: { TableName: tableName('platform'), Item: seededMark } } }));
}

async function* only<Value>(value: Value): AsyncGenerator<Value> {
  yield value;
}
