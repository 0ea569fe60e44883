import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deeds, minutesServed, people, reward } from './test/points-history.ts';

const kills = 20;
/** After how many deeds each life ends: seeded, so that every run is the same but for what the machine does in between. */
const deedsOfLife = Array.from({ length: kills }, (_, life) => 5 + ((life * 37) % 41));

let folder: string;
beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'kaifong-points-crash-')), 'data');
});
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

/** Starts a server of points over the folder. */
function start(firstDeed: number, end = false) {
  const file = join(import.meta.dirname, 'test', 'points-worker.ts');
  const args = [file, folder, String(firstDeed), ...(end ? ['end'] : [])];
  const server = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DYNAMODB_ENDPOINT: '' },
  });
  let errors = '';
  server.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return { server, lines: createInterface({ input: server.stdout }), errors: () => errors };
}

/** Waits until a process is gone, the engine that its server left behind. */
async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(20);
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
}

/** One life: what the books said when it began. It ends by the death of the engine or of the server after so many deeds. */
async function live(life: number): Promise<string> {
  const { server, lines, errors } = start(life * 13);
  let [engine, books, done] = [0, '', 0];
  for await (const line of lines) {
    if (line.startsWith('engine ')) engine = Number(line.slice('engine '.length));
    else if (line === 'did') done += 1;
    else books = line;
    if (done === deedsOfLife[life]) {
      // Deeds go on while this arrives: the death finds six of them under way.
      if (life % 2 === 0) server.kill('SIGKILL');
      else process.kill(engine, 'SIGKILL');
      break;
    }
  }
  if (done === 0) throw new Error(`life ${life} did nothing: ${errors()}`);
  await gone(engine);
  server.kill('SIGKILL');
  await ended(server);
  return books;
}

it(`books of points add up after each of ${kills} deaths of the server or its engine, and nothing is lost or doubled`, async () => {
  let before = 0;
  for (let life = 0; life < kills; life += 1) {
    const books = await live(life);
    expect(books, `at the start of life ${life}`).toMatch(/^sound \d+$/);
    const postings = Number(books.slice('sound '.length));
    expect(postings).toBeGreaterThanOrEqual(before);
    before = postings;
  }
  expect(before).toBeGreaterThan(deeds().length / 4);

  const { server, lines, errors } = start(0, true);
  let last:
    | { accounts: { balance: number; carriedMinutes: number; minutes: number }[]; left: number; found: object[] }
    | undefined;
  for await (const line of lines) if (line.startsWith('end ')) last = JSON.parse(line.slice('end '.length));
  await ended(server);
  if (!last) throw new Error(errors());
  expect(last.found).toEqual([]);
  expect(last.left).toBe(0);
  const spent = last.accounts.map(({ balance, carriedMinutes }) => minutesServed - (60 * balance + carriedMinutes));
  expect(last.accounts.map(({ minutes }) => minutes)).toEqual(people.map(() => minutesServed));
  expect(spent.filter((minutes) => minutes === 60 * reward.cost)).toHaveLength(reward.stock);
  expect(spent.filter((minutes) => minutes === 0)).toHaveLength(people.length - reward.stock);
}, 900_000);
