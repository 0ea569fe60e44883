import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentClient } from '@kaifong/functions/platform/document-client.ts';
import { memoryFiles } from '@kaifong/functions/platform/file-store.ts';
import { masterKeyring } from '@kaifong/functions/platform/keyring.ts';
import { lineLog } from '@kaifong/functions/platform/log.ts';
import type { Surroundings } from '@kaifong/functions/wiring.ts';
import { createTables } from '@kaifong/infra/local/create-tables.ts';
import { type Engine, startEngine } from '@kaifong/infra/local/engine.ts';
import { tableName } from '@kaifong/infra/tables.ts';
import { toInstant } from '@kaifong/shared/kernel/time.ts';

/** An engine on a disk of its own, with fresh tables, and what surrounds the code over it. */
export async function engineUnderTest(): Promise<{ engine: Engine; stop: () => Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kaifong-bench-'));
  const engine = await startEngine({ dataFolder });
  const stop = async () => {
    await engine.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  return { engine, stop };
}

/** Surroundings over an engine; the same key everywhere, so that several processes understand each other. */
export async function surroundingsOver(
  engine: Pick<Engine, 'clientConfig' | 'wire'>,
  prefix = `bench-${randomUUID().slice(0, 8)}`,
) {
  const client = new DynamoDBClient(engine.clientConfig);
  await createTables(client, prefix);
  const surroundings: Surroundings = {
    client: documentClient(client, engine.wire),
    tableName: (name) => tableName(prefix, name),
    keyring: masterKeyring(Buffer.alloc(32, 7)),
    files: memoryFiles(),
    sms: { sendCode: async () => {} },
    messenger: { send: async () => {} },
    now: () => toInstant(Date.now()),
    log: lineLog(() => {}),
    demo: false,
    secureCookies: false,
    readDocument: async () => ({}),
    readFont: async () => new Uint8Array(),
  };
  return { prefix, surroundings };
}

/** Milliseconds of CPU that a process has used, user and system, as Linux counts them (in steps of 10 ms). */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
