import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type TableName, tableName, tableNames } from '../tables.ts';
import { createTables } from './create-tables.ts';
import { type Engine, startEngine } from './engine.ts';

export type TestEngine = {
  endpoint: string;
  /** For a client of the test's own, such as a wrapped one. */
  clientConfig: Engine['clientConfig'];
  client: DynamoDBClient;
  /** The full name of each table. */
  tables: Record<TableName, string>;
  stop(): Promise<void>;
};

/** Where files cost no disk. The engine's own memory mode keeps no index of its stream records and slows down with every write. */
const memoryFolder = '/dev/shm';

/**
 * An engine in memory with every table, for one test file: start it in `beforeAll`, stop it in `afterAll`.
 * Under `DYNAMODB_ENDPOINT` the tables get a prefix of their own there and are deleted at the end.
 */
export async function testEngine(): Promise<TestEngine> {
  const dataFolder = mkdtempSync(join(existsSync(memoryFolder) ? memoryFolder : tmpdir(), 'kaifong-test-'));
  const engine = await startEngine({ dataFolder });
  const client = new DynamoDBClient(engine.clientConfig);
  const prefix = `test-${randomUUID().slice(0, 8)}`;
  await createTables(client, prefix);
  const tables = Object.fromEntries(tableNames.map((name) => [name, tableName(prefix, name)])) as TestEngine['tables'];
  return {
    endpoint: engine.endpoint,
    clientConfig: engine.clientConfig,
    client,
    tables,
    stop: async () => {
      if (engine.pid === undefined) {
        for (const name of Object.values(tables)) await client.send(new DeleteTableCommand({ TableName: name }));
      }
      client.destroy();
      await engine.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
