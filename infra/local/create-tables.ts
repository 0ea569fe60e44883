import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  type TableDescription,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { createTableInput, type TableDefinition, tableName, tableNames, tables } from '../tables.ts';

/**
 * Makes every table that is missing, and every index that an existing table lacks, so that data of an earlier version
 * goes on under a later one. Safe to call at every start. Returns when all are ready.
 */
export async function createTables(client: DynamoDBClient, prefix: string): Promise<void> {
  await Promise.all(tableNames.map((name) => createTable(client, tableName(prefix, name), tables[name])));
}

async function createTable(client: DynamoDBClient, name: string, definition: TableDefinition): Promise<void> {
  const input = createTableInput(definition, name);
  try {
    await client.send(new CreateTableCommand(input));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ResourceInUseException')) throw error;
  }
  let table = await ready(client, name);
  for (const index of input.GlobalSecondaryIndexes ?? []) {
    if (table.GlobalSecondaryIndexes?.some((existing) => existing.IndexName === index.IndexName)) continue;
    await client.send(
      new UpdateTableCommand({
        TableName: name,
        AttributeDefinitions: input.AttributeDefinitions,
        GlobalSecondaryIndexUpdates: [{ Create: index }],
      }),
    );
    table = await ready(client, name);
  }
  const expiry = await client.send(new DescribeTimeToLiveCommand({ TableName: name }));
  if (expiry.TimeToLiveDescription?.AttributeName === definition.ttl) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { AttributeName: definition.ttl, Enabled: true },
    }),
  );
}

async function ready(client: DynamoDBClient, name: string): Promise<TableDescription> {
  for (;;) {
    const { Table: table } = await client.send(new DescribeTableCommand({ TableName: name }));
    const indexes = table?.GlobalSecondaryIndexes ?? [];
    if (table?.TableStatus === 'ACTIVE' && indexes.every((index) => index.IndexStatus === 'ACTIVE')) return table;
    await pause(50);
  }
}
