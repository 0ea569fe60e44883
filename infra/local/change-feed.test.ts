import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChangeFeed, type ChangeFeedOptions, startChangeFeed } from './change-feed.ts';
import { deadLetterFile } from './dead-letters.ts';
import { type TestEngine, testEngine } from './test-engine.ts';

let engine: TestEngine;
let streams: DynamoDBStreamsClient;
let folder: string;
const feeds: ChangeFeed[] = [];
const reported: string[] = [];

beforeAll(async () => {
  engine = await testEngine();
  streams = new DynamoDBStreamsClient(engine.clientConfig);
});
afterAll(async () => {
  streams.destroy();
  await engine.stop();
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaifong-feed-'));
  // What an earlier test left in the streams is delivered to nobody.
  await feed({ handler: async () => {} }).caughtUp();
  await stopAll();
  reported.length = 0;
});
afterEach(async () => {
  await stopAll();
  rmSync(folder, { recursive: true });
});

function feed(options: Pick<ChangeFeedOptions, 'handler'> & Partial<ChangeFeedOptions>): ChangeFeed {
  const started = startChangeFeed({
    client: streams,
    tables: [engine.tables.people, engine.tables.points],
    checkpoints: join(folder, 'checkpoints.json'),
    deadLetters: join(folder, 'dead-letters.jsonl'),
    firstPause: 1,
    idlePause: 20,
    attempts: 3,
    report: (message) => reported.push(message),
    ...options,
  });
  feeds.push(started);
  return started;
}

async function stopAll(): Promise<void> {
  await Promise.all(feeds.splice(0).map((each) => each.stop()));
}

async function put(pk: string, attributes = {}, table = engine.tables.people): Promise<void> {
  await engine.client.send(
    new PutItemCommand({ TableName: table, Item: { pk: { S: pk }, sk: { S: pk }, ...attributes } }),
  );
}

function keys(event: DynamoDBStreamEvent): string[] {
  return event.Records.map((record) => record.dynamodb?.Keys?.pk?.S ?? '');
}

describe('the change feed', () => {
  it('hands over the events that were put, in their order, and nothing else', async () => {
    const seen: string[] = [];
    const started = feed({ handler: async (event) => void seen.push(...keys(event)) });
    await put('VOLUNTEER#1');
    for (const n of [1, 2, 3]) await put(`EVENT#order-${n}`);
    const key = { pk: { S: 'EVENT#order-1' }, sk: { S: 'EVENT#order-1' } };
    await engine.client.send(
      new UpdateItemCommand({
        TableName: engine.tables.people,
        Key: key,
        UpdateExpression: 'SET a = :a',
        ExpressionAttributeValues: { ':a': { S: 'a' } },
      }),
    );
    await engine.client.send(new DeleteItemCommand({ TableName: engine.tables.people, Key: key }));
    await started.caughtUp();
    expect(seen).toEqual(['EVENT#order-1', 'EVENT#order-2', 'EVENT#order-3']);
  });

  it('hands them over in the shape that Lambda does', async () => {
    const events: DynamoDBStreamEvent[] = [];
    const started = feed({ handler: async (event) => void events.push(event) });
    await put('EVENT#shape', {
      bytes: { B: new Uint8Array([1, 2]) },
      list: { L: [{ M: { set: { BS: [new Uint8Array([3])] } } }, { N: '7' }] },
    });
    await started.caughtUp();
    const record = events[0]?.Records[0];
    expect(record).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      dynamodb: {
        Keys: { pk: { S: 'EVENT#shape' } },
        NewImage: { bytes: { B: 'AQI=' }, list: { L: [{ M: { set: { BS: ['Aw=='] } } }, { N: '7' }] } },
        StreamViewType: 'NEW_IMAGE',
      },
    });
    expect(record?.eventSourceARN).toContain(`table/${engine.tables.people}/stream/`);
    expect(record?.dynamodb?.ApproximateCreationDateTime).toBeTypeOf('number');
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  it('waits for what a consumer writes in turn', async () => {
    const seen: string[] = [];
    const started = feed({
      handler: async (event) => {
        seen.push(...keys(event));
        if (keys(event).includes('EVENT#first')) await put('EVENT#second', {}, engine.tables.points);
      },
    });
    await put('EVENT#first');
    await started.caughtUp();
    expect(seen).toEqual(['EVENT#first', 'EVENT#second']);
  });

  it('goes on after a restart where it stopped', async () => {
    const first: string[] = [];
    const second: string[] = [];
    const before = feed({ handler: async (event) => void first.push(...keys(event)) });
    await put('EVENT#before');
    await before.caughtUp();
    await before.stop();
    await put('EVENT#between');
    await feed({ handler: async (event) => void second.push(...keys(event)) }).caughtUp();
    expect({ first, second }).toEqual({ first: ['EVENT#before'], second: ['EVENT#between'] });
  });

  it('hands a batch over again when it was stopped before its end', async () => {
    const stopped = feed({ handler: () => Promise.reject(new Error('not now')), firstPause: 60_000 });
    await put('EVENT#again');
    await expect.poll(() => stopped.stop().then(() => true)).toBe(true);
    const seen: string[] = [];
    await feed({ handler: async (event) => void seen.push(...keys(event)) }).caughtUp();
    expect(seen).toEqual(['EVENT#again']);
    expect(deadLetterFile(join(folder, 'dead-letters.jsonl')).all()).toEqual([]);
  });

  it('keeps trying while the engine does not answer, and says so once', async () => {
    const nowhere = new DynamoDBStreamsClient({
      ...engine.clientConfig,
      endpoint: 'http://127.0.0.1:9',
      maxAttempts: 1,
    });
    const started = feed({ handler: async () => {}, client: nowhere, tables: [engine.tables.people] });
    await expect.poll(() => reported.length).toBe(1);
    await started.stop();
    expect(reported).toEqual([expect.stringContaining('keeps trying')]);
  });
});

describe('an event that fails', () => {
  it('is tried again with those after it, and counts as handled once it succeeds', async () => {
    let failures = 2;
    const seen: string[] = [];
    const started = feed({
      handler: async (event) => {
        const failed = event.Records.find((record) => record.dynamodb?.Keys?.pk?.S === 'EVENT#flaky' && failures-- > 0);
        if (failed) return { batchItemFailures: [{ itemIdentifier: failed.dynamodb?.SequenceNumber ?? '' }] };
        seen.push(...keys(event));
        return { batchItemFailures: [] };
      },
    });
    for (const pk of ['EVENT#good', 'EVENT#flaky', 'EVENT#later']) await put(pk);
    await started.caughtUp();
    expect(seen.slice(-2)).toEqual(['EVENT#flaky', 'EVENT#later']);
    expect(reported).toEqual([]);
  });

  it.each([
    ['reported', async (event: DynamoDBStreamEvent) => ({ batchItemFailures: poisoned(event) })],
    [
      'thrown',
      async (event: DynamoDBStreamEvent) => {
        if (poisoned(event).length > 0) throw new Error('poison');
      },
    ],
  ])('is parked once its attempts are used up (%s), and the others go on', async (how, handler) => {
    const seen = new Set<string>();
    const started = feed({
      handler: async (event) => {
        const answer = await handler(event);
        for (const key of keys(event)) seen.add(key);
        return answer;
      },
    });
    for (const n of [1, 2, 3]) await put(`EVENT#fine-${how}-${n}`);
    await put(`EVENT#poison-${how}`);
    for (const n of [4, 5]) await put(`EVENT#fine-${how}-${n}`);
    await started.caughtUp();
    expect([...seen]).toEqual(expect.arrayContaining([1, 2, 3, 4, 5].map((n) => `EVENT#fine-${how}-${n}`)));
    const parked = deadLetterFile(join(folder, 'dead-letters.jsonl')).all();
    expect(parked.map((letter) => letter.record.dynamodb?.Keys?.pk?.S)).toEqual([`EVENT#poison-${how}`]);
    expect(reported).toEqual([expect.stringContaining('parked')]);
  });

  it('can be replayed from the file, and is parked again if it fails again', async () => {
    const letters = deadLetterFile(join(folder, 'dead-letters.jsonl'));
    const started = feed({ handler: () => Promise.reject(new Error('poison')) });
    await put('EVENT#one');
    await put('EVENT#two');
    await started.caughtUp();
    const replayed = await letters.replay(async (event) => {
      if (keys(event)[0] === 'EVENT#two') throw new Error('still poison');
    });
    expect(replayed).toBe(1);
    expect(letters.all().map((letter) => letter.record.dynamodb?.Keys?.pk?.S)).toEqual(['EVENT#two']);
    expect(await letters.replay(async () => {})).toBe(1);
    expect(letters.all()).toEqual([]);
  });
});

function poisoned(event: DynamoDBStreamEvent) {
  return event.Records.filter((record) => record.dynamodb?.Keys?.pk?.S?.startsWith('EVENT#poison')).map((record) => ({
    itemIdentifier: record.dynamodb?.SequenceNumber ?? '',
  }));
}
