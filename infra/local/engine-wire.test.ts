import { type DynamoDBDocumentClient, GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '@kaifong/functions/platform/document-client.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineWire } from './engine-wire.ts';
import { type TestEngine, testEngine } from './test-engine.ts';

describe('the short way to the engine', () => {
  let engine: TestEngine;
  let close: () => Promise<void>;
  let short: DynamoDBDocumentClient;
  let usual: DynamoDBDocumentClient;
  const item = {
    pk: 'A#1',
    sk: 'A',
    entity: 'thing',
    count: 3,
    list: ['一', true, null],
    nested: { day: '2026-11-24' },
  };

  beforeAll(async () => {
    engine = await testEngine();
    const { wire, close: closeWire } = engineWire(engine.endpoint);
    close = closeWire;
    short = documentClient(engine.client, wire);
    usual = documentClient(engine.client);
    await short.send(
      new TransactWriteCommand({ TransactItems: [{ Put: { TableName: engine.tables.platform, Item: item } }] }),
    );
  });
  afterAll(async () => {
    await close();
    await engine.stop();
  });

  /** What both ways answer, or how they refuse. */
  async function both(ask: (client: DynamoDBDocumentClient) => Promise<object>) {
    const told = async (client: DynamoDBDocumentClient): Promise<Record<string, unknown>> => {
      const { name, message, CancellationReasons, Item, Items, LastEvaluatedKey } = await ask(client).catch((e) => e);
      return { name, message, CancellationReasons, Item, Items, LastEvaluatedKey };
    };
    return { short: await told(short), usual: await told(usual) };
  }

  it('reads what was written, with every kind of value', async () => {
    const get = new GetCommand({ TableName: engine.tables.platform, Key: { pk: 'A#1', sk: 'A' } });
    const answer = await both((client) => client.send(get));
    expect(answer.short.Item).toEqual(item);
    expect(answer.short).toEqual(answer.usual);
  });

  it('pages through a query', async () => {
    const query = new QueryCommand({
      TableName: engine.tables.platform,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'A#1' },
      Limit: 1,
    });
    const answer = await both((client) => client.send(query));
    expect(answer.short.LastEvaluatedKey).toEqual({ pk: 'A#1', sk: 'A' });
    expect(answer.short).toEqual(answer.usual);
  });

  it('names a refusal as the SDK does, with the reasons of a cancelled transaction and what was found instead', async () => {
    const guard = {
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    } as const;
    const refused = new TransactWriteCommand({
      TransactItems: [{ Put: { TableName: engine.tables.platform, Item: item, ...guard } }],
      ClientRequestToken: 'the same for both ways',
    });
    const answer = await both((client) => client.send(refused));
    expect(answer.short.name).toBe('TransactionCanceledException');
    expect(answer.short.CancellationReasons).toMatchObject([
      { Code: 'ConditionalCheckFailed', Item: { pk: { S: 'A#1' } } },
    ]);
    expect(answer.short).toEqual(answer.usual);

    const unknown = await both((client) => client.send(new GetCommand({ TableName: 'none', Key: {} })));
    expect(unknown.short.name).toMatch(/Exception$/);
    expect(unknown.short.name).toBe(unknown.usual.name);
  });
});
