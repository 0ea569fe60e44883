import { type TestEngine, testEngine } from '@kaifong/infra/local/test-engine.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { documentClient } from './document-client.ts';
import { CorruptRowError, itemType } from './item-type.ts';
import { lookUp } from './lookup.ts';
import { Table } from './table.ts';
import { transact } from './transact.ts';

const Bench = itemType({
  entity: 'bench',
  schema: z.object({
    park: z.string(),
    number: z.int(),
    free: z.boolean(),
    sitters: z.int().default(0),
    by: z.string().optional(),
  }),
  key: ({ park, number }: { park: string; number: number }) => ({
    pk: `PARK#${park}`,
    sk: `BENCH#${String(number).padStart(3, '0')}`,
  }),
  indexes: { byTeam: ({ free, park, number }) => (free ? { pk: `FREE#${park}`, sk: String(number) } : undefined) },
});
const Lamp = itemType({
  entity: 'lamp',
  schema: z.object({ park: z.string() }),
  key: ({ park }: { park: string }) => ({ pk: `PARK#${park}`, sk: 'LAMP' }),
});

let engine: TestEngine;
let table: Table;
let parks = 0;
const aPark = () => `park ${++parks}`;

beforeAll(async () => {
  engine = await testEngine();
  table = new Table(documentClient(engine.client), engine.tables.scheduling);
});
afterAll(() => engine.stop());

const bench = (park: string, number: number, free = true) => ({ park, number, free, sitters: 0 });

describe('a table', () => {
  it('gives back what was put, parsed, in the order asked', async () => {
    const park = aPark();
    await transact(table.client, { one: table.put(Bench, bench(park, 1)), two: table.put(Bench, bench(park, 2)) });
    expect(await table.get(Bench, { park, number: 1 })).toEqual(bench(park, 1));
    expect(await table.get(Bench, { park, number: 9 })).toBeUndefined();
    const all = await table.getAll(Bench, [
      { park, number: 2 },
      { park, number: 7 },
      { park, number: 1 },
    ]);
    expect(all.map((found) => found?.number)).toEqual([2, undefined, 1]);
  });

  it('pages through a partition and refuses a cursor of another one', async () => {
    const park = aPark();
    for (const number of [1, 2, 3, 4, 5])
      await transact(table.client, { bench: table.put(Bench, bench(park, number)) });
    const first = await table.query(Bench, `PARK#${park}`, { range: { beginsWith: 'BENCH#' }, limit: 2 });
    const second = await table.query(Bench, `PARK#${park}`, {
      range: { beginsWith: 'BENCH#' },
      limit: 3,
      cursor: first.cursor,
    });
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    for (const cursor of [first.cursor, 'no cursor', Buffer.from('{"pk":"PARK#other"}').toString('base64url')]) {
      await expect(table.query(Bench, 'PARK#other', { limit: 2, cursor })).rejects.toThrow(AppError);
    }
  });

  it('counts what a range holds of a kind, without fetching it', async () => {
    const park = aPark();
    for (const number of [1, 2, 3]) {
      await transact(table.client, { bench: table.put(Bench, bench(park, number, number !== 2)) });
    }
    expect(await table.count(Bench, `PARK#${park}`, { beginsWith: 'BENCH#' }, { free: true })).toBe(2);
    expect(await table.count(Bench, `PARK#${park}`, { from: 'BENCH#002' }, {})).toBe(2);
  });

  it('answers an index by its name and leaves out what has no key there', async () => {
    const park = aPark();
    await transact(table.client, {
      free: table.put(Bench, bench(park, 1)),
      taken: table.put(Bench, bench(park, 2, false)),
    });
    const page = await table.query(Bench, `FREE#${park}`, { index: 'byTeam', limit: 10 });
    expect(page.items.map(({ number }) => number)).toEqual([1]);
  });

  it('sorts a mixed range by kind and stops at a row that it does not know', async () => {
    const park = aPark();
    await transact(table.client, { bench: table.put(Bench, bench(park, 1)), lamp: table.put(Lamp, { park }) });
    const found = await table.collect(`PARK#${park}`, {}, { bench: Bench, lamp: Lamp });
    expect([found.bench.length, found.lamp.length]).toEqual([1, 1]);
    await expect(table.collect(`PARK#${park}`, {}, { bench: Bench })).rejects.toThrow(CorruptRowError);
  });

  it('looks up items of several kinds in one call, each once, and reads each in its own way', async () => {
    const park = aPark();
    await transact(table.client, { bench: table.put(Bench, bench(park, 1)), lamp: table.put(Lamp, { park }) });
    const hasLamp = {
      ...table.lookup(Lamp, { park }),
      read: async (rows: readonly unknown[]) => rows[0] !== undefined,
    };
    const one = { park, number: 1 };
    const [lit, benches, again] = await lookUp([
      hasLamp,
      table.lookupAll(Bench, [one, { park, number: 2 }]),
      table.lookup(Bench, one),
    ]);
    expect([lit, benches, again]).toEqual([true, [bench(park, 1), undefined], bench(park, 1)]);
    expect(await lookUp([])).toEqual([]);
  });

  it('throws at a row that does not parse rather than drop it', async () => {
    const Broken = itemType({
      entity: 'bench',
      schema: z.object({ park: z.string(), number: z.int(), free: z.string() }),
      key: Bench.key,
    });
    const park = aPark();
    await transact(table.client, { broken: table.put(Broken, { park, number: 1, free: 'maybe' }) });
    await expect(table.get(Bench, { park, number: 1 })).rejects.toThrow(/corrupt bench.*free/);
  });
});

describe('a transaction', () => {
  it('names the writes whose condition did not hold, shows what was there, and writes nothing', async () => {
    const park = aPark();
    await transact(table.client, { bench: table.put(Bench, { ...bench(park, 1, false), by: 'Ah Mui' }) });
    const outcome = await transact(table.client, {
      lamp: table.put(Lamp, { park }),
      bench: table.put(Bench, bench(park, 1), { is: { free: true } }),
    });
    expect(outcome).toMatchObject({
      committed: false,
      refused: new Set(['bench']),
      found: { bench: { by: 'Ah Mui' } },
    });
    expect(await table.get(Lamp, { park })).toBeUndefined();
  });

  it('checks absence, presence, missing fields and lower bounds', async () => {
    const park = aPark();
    const put = () => transact(table.client, { bench: table.put(Bench, bench(park, 1), { absent: true }) });
    expect((await put()).committed).toBe(true);
    expect((await put()).committed).toBe(false);
    const adjust = (by: number) =>
      transact(table.client, {
        bench: table.adjust(
          Bench,
          { park, number: 1 },
          { add: { sitters: by } },
          { present: true, atLeast: { sitters: by < 0 ? -by : 0 } },
        ),
      });
    expect((await adjust(3)).committed).toBe(true);
    expect((await adjust(-4)).committed).toBe(false);
    expect((await adjust(-2)).committed).toBe(true);
    expect((await table.get(Bench, { park, number: 1 }))?.sitters).toBe(1);
    const sit = () =>
      transact(table.client, {
        bench: table.adjust(Bench, { park, number: 1 }, { set: { by: 'Uncle Wing' } }, { is: { by: undefined } }),
      });
    expect((await sit()).committed).toBe(true);
    expect((await sit()).committed).toBe(false);
  });
});
