import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type TestEngine, testEngine } from '@kaifong/infra/local/test-engine.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';
import { Table } from '../platform/table.ts';
import { transact } from '../platform/transact.ts';
import { type Unruliness, unruly } from './unruly-client.ts';

const Lamp = itemType({
  entity: 'lamp',
  schema: z.object({ name: z.string(), lit: z.int() }),
  key: ({ name }: { name: string }) => ({ pk: `LAMP#${name}`, sk: 'LAMP' }),
});

let engine: TestEngine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.stop());

function aTable(unruliness: Unruliness): Table {
  const plain = DynamoDBDocumentClient.from(engine.client, { marshallOptions: { removeUndefinedValues: true } });
  return new Table(unruly(unruliness)(plain), engine.tables.scheduling);
}

describe('an unruly client', () => {
  it('lets one of two transactions on an item through, and tells the other which write is in conflict', async () => {
    const table = aTable({ seed: 1 });
    const light = (name: string) =>
      transact(table.client, {
        own: table.adjust(Lamp, { name }, { add: { lit: 1 }, set: { name } }),
        shared: {
          ...table.adjust(Lamp, { name: 'shared' }, { add: { lit: 1 }, set: { name: 'shared' } }),
          yields: true,
        },
      });
    const outcomes = await Promise.all([light('a'), light('b')]);
    expect(outcomes[0]).toEqual({ committed: true });
    expect(outcomes[1]).toMatchObject({ committed: false, refused: new Set(), contended: new Set(['shared']) });
    expect(await table.get(Lamp, { name: 'b' })).toBeUndefined();
  });

  it('throttles, and what is tried again goes through once', async () => {
    const table = aTable({ seed: 2, throttled: 0.3, delayed: 0.5 });
    const light = { add: { lit: 1 }, set: { name: 'throttled' } };
    for (let turn = 0; turn < 20; turn += 1) {
      await transact(table.client, { lamp: table.adjust(Lamp, { name: 'throttled' }, light) });
    }
    const reads = await Promise.allSettled(Array.from({ length: 40 }, () => table.get(Lamp, { name: 'throttled' })));
    const refused = reads.filter((read) => read.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ reason }) => reason.code === 'platform.busy')).toBe(true);
    expect(reads.find((read) => read.status === 'fulfilled')).toMatchObject({ value: { lit: 20 } });
  });

  it('loses answers of what was done, which the next try gets without doing it again', async () => {
    const table = aTable({ seed: 3, lost: 0.5 });
    const light = { add: { lit: 1 }, set: { name: 'lost' } };
    for (let turn = 0; turn < 20; turn += 1) {
      await transact(table.client, { lamp: table.adjust(Lamp, { name: 'lost' }, light) });
    }
    expect(await table.get(Lamp, { name: 'lost' })).toMatchObject({ lit: 20 });
  });
});
