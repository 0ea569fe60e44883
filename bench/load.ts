import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { Pool } from 'undici';
import { cpuOf } from './machine-under-test.ts';

/** `cpu` is of each process, in milliseconds for one job. */
export type Measured = Readonly<{ perSecond: number; cpu: readonly number[]; p50: number; p99: number }>;

/** The API in a process of its own, over the engine at `endpoint`. */
export async function startServer(endpoint: string, prefix: string) {
  const file = fileURLToPath(new URL('./api-server.ts', import.meta.url));
  const server = fork(file, [prefix], { env: { ...process.env, DYNAMODB_ENDPOINT: endpoint } });
  const [{ port }] = (await once(server, 'message')) as [{ port: number }];
  return { server, port };
}

/** Does jobs over HTTP, so many at once, and measures what they cost these processes. */
export async function overHttp<Job>(
  where: Readonly<{ port: number; pids: readonly number[]; atOnce: number }>,
  jobs: readonly Job[],
  work: (site: Pool, job: Job) => Promise<void>,
): Promise<Measured> {
  const { port, pids, atOnce } = where;
  const site = new Pool(`http://127.0.0.1:${port}`, { connections: atOnce });
  const cpuBefore = pids.map(cpuOf);
  const measured = await inParallel(jobs, atOnce, (job) => work(site, job));
  const cpu = pids.map(cpuOf).map((after, index) => (after - (cpuBefore[index] ?? 0)) / jobs.length);
  await site.close();
  return { ...measured, cpu };
}

/** A client that takes down the transactions that go through it. */
export function recording(client: DynamoDBDocumentClient) {
  const transactions: TransactWriteCommandInput[] = [];
  const send = (command: Parameters<typeof client.send>[0]) => {
    if (command instanceof TransactWriteCommand) transactions.push({ TransactItems: command.input.TransactItems });
    return client.send(command);
  };
  const taking = new Proxy(client, { get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)) });
  return { client: taking, transactions };
}

/** The same transactions for tables of another prefix. */
export function movedTo(prefix: string, from: string, transactions: readonly TransactWriteCommandInput[]) {
  const text = JSON.stringify(transactions).replaceAll(`"${from}-`, `"${prefix}-`);
  return JSON.parse(text) as TransactWriteCommandInput[];
}

/** Sends transactions straight to the engine, so many at once, and nothing else. */
export async function sendAll(
  client: DynamoDBDocumentClient,
  transactions: readonly TransactWriteCommandInput[],
  atOnce: number,
): Promise<Measured> {
  const send = async (input: TransactWriteCommandInput) => void (await client.send(new TransactWriteCommand(input)));
  return { ...(await inParallel(transactions, atOnce, send)), cpu: [] };
}

/** Works off jobs, so many at once; milliseconds for each. */
export async function inParallel<Job>(jobs: readonly Job[], atOnce: number, work: (job: Job) => Promise<void>) {
  const queue = [...jobs];
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let job = queue.pop(); job !== undefined; job = queue.pop()) {
        const before = performance.now();
        await work(job);
        times.push(performance.now() - before);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (share: number) =>
    round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0, 1);
  return { perSecond: round(jobs.length / seconds, 1), p50: quantile(0.5), p99: quantile(0.99) };
}

/** The measurement with the middle throughput. */
export function middle(all: readonly Measured[]): Measured {
  return all.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(all.length / 2)] as Measured;
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
