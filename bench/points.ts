import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { documentClient } from '@kaifong/functions/platform/document-client.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import type { Write } from '@kaifong/functions/platform/transact.ts';
import { pointsDemoItems } from '@kaifong/functions/points/demo.ts';
import { reconciliationService } from '@kaifong/functions/points/reconciliation.service.ts';
import { contextsIn } from '@kaifong/functions/wiring.ts';
import { importInto } from '@kaifong/infra/local/bulk-load.ts';
import { startEngine } from '@kaifong/infra/local/engine.ts';
import { tableName } from '@kaifong/infra/tables.ts';
import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { engineUnderTest, surroundingsOver } from './machine-under-test.ts';
import { rush } from './points-rush.ts';
import type { Figures } from './run.ts';

const volunteers = 83_000;
const postings = 1_000_000;
/** Service records in one measurement, and how many are booked at once. */
const booked = 2_000;
const atOnce = 16;
const turns = 3;

/**
 * Booking service records, beside the very same transactions sent straight to the engine on the same disk, in turns; then adding up again
 * the books of the whole district, a million postings, and a rush for the last of a reward.
 */
export async function run(): Promise<Figures> {
  return { ...(await bookings()), ...(await reconciling()), ...(await rush(serviceOf)) };
}

async function bookings(): Promise<Figures> {
  const { engine, stop } = await engineUnderTest();
  try {
    const { surroundings } = await surroundingsOver(engine);
    const name = surroundings.tableName('points');
    const transactions: TransactWriteCommandInput[] = [];
    const { client } = surroundings;
    await book({ ...surroundings, client: recording(client, transactions) });
    const [ours, straight]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < turns; turn += 1) {
      ours.push(await book(surroundings));
      const fresh = await surroundingsOver(engine);
      const there = fresh.surroundings.tableName('points');
      const moved = JSON.parse(
        JSON.stringify(transactions).replaceAll(`"${name}"`, `"${there}"`),
      ) as TransactWriteCommandInput[];
      straight.push(
        await perSecond(
          moved,
          async (input) => void (await fresh.surroundings.client.send(new TransactWriteCommand(input))),
        ),
      );
    }
    const [posted, sent] = [middle(ours), middle(straight)];
    return {
      postings_per_s: Math.round(posted),
      engine_transactions_per_s: Math.round(sent),
      ratio: Number((posted / sent).toFixed(2)),
    };
  } finally {
    await stop();
  }
}

/** A client that takes down the transactions that go through it. */
function recording(client: DynamoDBDocumentClient, into: TransactWriteCommandInput[]): DynamoDBDocumentClient {
  const send = (command: Parameters<typeof client.send>[0]) => {
    if (command instanceof TransactWriteCommand) into.push({ TransactItems: command.input.TransactItems });
    return client.send(command);
  };
  return new Proxy(client, { get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)) });
}

/** Books the records of people who have not served before, and answers how many a second. */
function book(surroundings: Parameters<typeof contextsIn>[0]): Promise<number> {
  const { ledger } = contextsIn(surroundings).points;
  const records = Array.from({ length: booked }, (_, index) => serviceOf(newId('volunteer', index), 1));
  return perSecond(records, (record) => ledger.book(record, toInstant(Date.now())));
}

function serviceOf(volunteerId: string, seq: number): ServiceRecorded {
  const place = '440103/001/001';
  const shiftId = newId('shift', seq);
  const team = `${place}/T0001`;
  return {
    volunteerId,
    seq,
    kind: 'service',
    minutes: 130,
    day: '2026-11-24',
    shiftId,
    teamScope: team,
    community: place,
  };
}

async function reconciling(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'kaifong-points-'));
  try {
    await importInto(join(folder, 'tables.sqlite'), wholeLedger(), 'bench');
    const engine = await startEngine({ dataFolder: folder });
    try {
      const client = documentClient(new DynamoDBClient(engine.clientConfig), engine.wire);
      const reconciliation = reconciliationService({ table: new Table(client, tableName('bench', 'points')) });
      const began = performance.now();
      const { accounts, postings: read, found } = await reconciliation.all();
      const seconds = (performance.now() - began) / 1000;
      if (found.length > 0 || read !== postings) throw new Error(`${read} postings were read, ${found.length} differ`);
      return {
        reconcile_accounts_per_s: Math.round(accounts / seconds),
        reconcile_s: Number(seconds.toFixed(1)),
        reconciled: { accounts, postings: read, differ: found.length },
      };
    } finally {
      await engine.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The postings and accounts of a district whose people have all served a dozen times. */
async function* wholeLedger(): AsyncGenerator<Write> {
  const client = documentClient(new DynamoDBClient({ region: 'local' }));
  const kept = new Set(['posting', 'volunteerAccount', 'ledgerAccount']);
  const records = function* () {
    for (let person = 0; person < volunteers; person += 1) {
      const volunteerId = newId('volunteer', person);
      const services =
        Math.floor(((person + 1) * postings) / volunteers) - Math.floor((person * postings) / volunteers);
      for (let seq = 1; seq <= services; seq += 1) {
        yield { ...serviceOf(volunteerId, seq), at: toInstant(Date.UTC(2026, 0, seq)) };
      }
    }
  };
  for (const write of pointsDemoItems(new Table(client, tableName('bench', 'points')), records())) {
    if (kept.has(String(write.item.Put?.Item?.entity))) yield write;
  }
}

async function perSecond<Job>(jobs: readonly Job[], work: (job: Job) => Promise<void>): Promise<number> {
  const queue = [...jobs];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let job = queue.pop(); job !== undefined; job = queue.pop()) await work(job);
    }),
  );
  return jobs.length / ((performance.now() - began) / 1000);
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
