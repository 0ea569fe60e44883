import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ChainHead, RecordItem } from '@kaifong/functions/attendance/attendance.table.ts';
import { digestService } from '@kaifong/functions/attendance/digest.service.ts';
import { documentClient } from '@kaifong/functions/platform/document-client.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import { transact } from '@kaifong/functions/platform/transact.ts';
import { chained, emptyChain } from '@kaifong/shared/attendance/chain.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableName } from '../tables.ts';
import { createTables } from './create-tables.ts';
import { openDataFolder } from './data-folder.ts';
import { startEngine } from './engine.ts';
import { localPrefix } from './surroundings.ts';

const volunteers = ['vol_01HZX5Y7Q2M3N4P5R6S7', 'vol_01HZX5Y7Q2M3N4P5R6S8'];
const script = fileURLToPath(new URL('./verify-hours.ts', import.meta.url));
let path: string;
const verify = async (...published: string[]) => {
  const env = { ...process.env, KAIFONG_DATA: path };
  return (await promisify(execFile)(process.execPath, [script, ...published], { env })).stderr;
};
/** The digests as somebody kept them. */
let published: unknown;

/** Two chains of three records on three days, each with its digest. */
beforeEach(async () => {
  path = mkdtempSync(join(tmpdir(), 'kaifong-hours-'));
  const folder = await openDataFolder(path);
  const engine = await startEngine({ dataFolder: path });
  const client = new DynamoDBClient(engine.clientConfig);
  await createTables(client, localPrefix);
  const table = new Table(documentClient(client, engine.wire), tableName(localPrefix, 'attendance'));
  const { onTick, list } = digestService({ table });
  for (const volunteerId of volunteers) {
    let head: Readonly<{ seq: number; hash: string }> = emptyChain;
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23']) {
      const record = await chained(head, {
        ...{
          volunteerId,
          kind: 'service' as const,
          minutes: 61,
          shiftId: 'sft_01HZX5Y7Q2M3N4P5R6S7',
          title: '沙面夜巡',
        },
        ...{ teamScope: '440103/001/001/T0001', day, ways: ['rotatingCode' as const] },
        ...{ startedAt: `${day}T06:00:00.000Z`, endedAt: `${day}T07:01:00.000Z`, recordedAt: `${day}T09:00:00.000Z` },
        confirmedBy: 'acc_01HZX5Y7Q2M3N4P5R6S7',
      });
      await transact(table.client, { record: table.put(RecordItem, record, { absent: true }) });
      head = record;
    }
    const { seq, hash } = head;
    await transact(table.client, { head: table.put(ChainHead, { volunteerId, seq, hash, minutes: 183 }) });
  }
  for (const day of ['2026-11-22', '2026-11-23', '2026-11-23', '2026-11-24']) await onTick(`${day}T02:00:00.000Z`);
  published = await list({ limit: 100 });
  client.destroy();
  await engine.stop();
  folder.release();
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

/** Changes the database file as somebody with access to the disk would: the row, or nothing of it, as `change` says. */
function tamper(pk: string, sk: string, change?: (row: string) => string): void {
  const database = new DatabaseSync(join(path, 'tables.sqlite'));
  const name = `"${tableName(localPrefix, 'attendance')}"`;
  // The engine writes of what kind a key is before it.
  const key = [`S:${pk}`, `S:${sk}`] as const;
  if (change) {
    const row = database.prepare(`SELECT item_json FROM ${name} WHERE pk = ? AND sk = ?`).get(...key);
    const before = String(row?.item_json);
    const next = change(before);
    expect(next).not.toBe(before);
    database.prepare(`UPDATE ${name} SET item_json = ? WHERE pk = ? AND sk = ?`).run(next, ...key);
  } else {
    expect(database.prepare(`DELETE FROM ${name} WHERE pk = ? AND sk = ?`).run(...key).changes).toBe(1);
  }
  database.close();
}

const [first = '', second = ''] = volunteers;

describe('npm run verify-hours', () => {
  it('says that all is as it was written', async () => {
    expect(await verify()).toContain('6 records in 2 chains are as 3 digests say.');
  });

  it('names the record that was changed in the database file', async () => {
    tamper(`VOLUNTEER#${second}`, 'RECORD#00000002', (row) => row.replace('"61"', '"610"'));
    await expect(verify()).rejects.toThrow(`Record 2 of ${second} was changed after it was written.`);
  });

  it('names the record that was taken away, from within a chain and from its end', async () => {
    tamper(`VOLUNTEER#${first}`, 'RECORD#00000003');
    await expect(verify()).rejects.toThrow(`Record 3 of ${first} is in a digest and is gone.`);
    tamper(`VOLUNTEER#${first}`, 'RECORD#00000001');
    await expect(verify()).rejects.toThrow(`Record 2 of ${first} does not follow the one before`);
  });

  it('tells when records were cut off together with the last digest that had them, to whoever kept what was published', async () => {
    tamper('DIGESTS', 'DAY#2026-11-23');
    tamper('DIGEST#2026-11-23', 'SLICE#00000001');
    for (const volunteerId of volunteers) tamper(`VOLUNTEER#${volunteerId}`, 'RECORD#00000003');
    const kept = join(path, 'published.json');
    writeFileSync(kept, JSON.stringify(published));
    await expect(verify(kept)).rejects.toThrow('The digest of 2026-11-23 was published and is gone.');
  });

  it('tells when the hours that people read are more than the records', async () => {
    tamper(`VOLUNTEER#${second}`, 'HEAD', (row) => row.replace('"183"', '"6183"'));
    await expect(verify()).rejects.toThrow(
      `The hours of ${second} that people read are not what the 3 records of the chain add up to.`,
    );
  });

  it('names the day whose digest, or slice of it, was changed', async () => {
    tamper('DIGEST#2026-11-22', 'SLICE#00000001', (row) => row.replace(first, second));
    await expect(verify()).rejects.toThrow('The digest of 2026-11-22 is not what was made of its records.');
  });
});
