import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTableInput, tableName, tableNames, tables } from '../tables.ts';
import { createTables } from './create-tables.ts';
import { type TestEngine, testEngine } from './test-engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.stop());

describe('the tables of an engine', () => {
  it.each(tableNames)('%s has the indexes, the stream and the expiry of its definition', async (name) => {
    const TableName = engine.tables[name];
    const { Table: table } = await engine.client.send(new DescribeTableCommand({ TableName }));
    const indexes = (table?.GlobalSecondaryIndexes ?? []).map((index) => index.IndexName).sort();
    expect(indexes).toEqual(Object.keys(tables[name].indexes).sort());
    expect(table?.StreamSpecification?.StreamEnabled ?? false).toBe(tables[name].stream);
    const expiry = await engine.client.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(expiry.TimeToLiveDescription?.AttributeName).toBe('purgeAt');
  });

  it('can be made again', async () => {
    await createTables(engine.client, 'again');
    await createTables(engine.client, 'again');
  });

  it('gain an index that a later version defines', async () => {
    const TableName = tableName('grown', 'scheduling');
    await engine.client.send(
      new CreateTableCommand(createTableInput({ ...tables.scheduling, indexes: {} }, TableName)),
    );
    await createTables(engine.client, 'grown');
    const { Table: table } = await engine.client.send(new DescribeTableCommand({ TableName }));
    expect(table?.GlobalSecondaryIndexes).toHaveLength(Object.keys(tables.scheduling.indexes).length);
    await engine.client.send(new DeleteTableCommand({ TableName }));
  });
});
