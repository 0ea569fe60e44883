import { randomUUID } from 'node:crypto';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { Table } from '@kaifong/functions/platform/table.ts';
import { SeatItem } from '@kaifong/functions/scheduling/scheduling.table.ts';
import { apiIn, type Surroundings } from '@kaifong/functions/wiring.ts';
import type { Engine } from '@kaifong/infra/local/engine.ts';
import { Pool } from 'undici';
import { type Caller, enrolCrowd, openShifts } from './crowd.ts';
import { type Measured, middle, movedTo, overHttp, recording, round, sendAll, startServer } from './load.ts';
import { engineUnderTest, surroundingsOver } from './machine-under-test.ts';
import type { Figures } from './run.ts';

const people = 200;
const places = 20;
/**
 * What is signed up for in one measurement, 400 places each. Ordinary days: half the places of many shifts, people coming to all of them in
 * turns. Rush: one shift after another filled to its last place by people who all come at once.
 */
const ordinary = { shifts: 40, perShift: 10, inTurns: true } as const;
const rush = { shifts: 20, perShift: places, inTurns: false } as const;
const turns = 3;
/** Measurements thrown away first, until the engines of both processes have compiled what is hot. */
const warmUps = 4;
/** Callers at once when it is about throughput: enough that nobody waits for work. */
const crowd = 64;
const rounds = 10;

type Load = Readonly<{ shifts: number; perShift: number; inTurns: boolean }>;
/** A sign-up that is still to come. */
type Errand = Readonly<{ caller: Caller; shiftId: string }>;
/**
 * Signing up over HTTP, beside the very same transactions sent straight to the engine on the same disk, in turns; then 200 people
 * who rush a shift of 20 places, ten times.
 */
export async function run(): Promise<Figures> {
  const { engine, stop } = await engineUnderTest();
  const { prefix, surroundings } = await surroundingsOver(engine);
  const callers = await enrolCrowd(surroundings, people);
  const { server: api, port } = await startServer(engine.endpoint, prefix);
  const pids = [api.pid, engine.pid].filter((pid) => pid !== undefined);
  const measure = async (callersAtOnce: number, load: Load = ordinary) =>
    signUpAll(port, await errands(surroundings, callers, load), callersAtOnce, pids);
  try {
    for (let warmUp = 0; warmUp < warmUps; warmUp += 1) await measure(crowd);
    const recorded = await recordTransactions(engine);
    const http: Measured[] = [];
    const straight: Measured[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      http.push(await measure(crowd));
      straight.push(await replay(engine, recorded));
    }
    const [signups, transactions] = [middle(http), middle(straight)];
    const [server = 0, engineShare = 0] = signups.cpu;
    const levels: Figures = {};
    for (const callersAtOnce of [1, 16, 64]) {
      const { p50, p99, perSecond } = await measure(callersAtOnce);
      levels[`callers_${callersAtOnce}`] = { p50_ms: p50, p99_ms: p99, signups_per_s: perSecond };
    }
    const rushed = await measure(crowd, rush);
    return {
      signups_per_s: signups.perSecond,
      engine_transactions_per_s: transactions.perSecond,
      ratio: round(signups.perSecond / transactions.perSecond, 2),
      cpu_ms_per_signup: round(server + engineShare, 2),
      cpu_ms_server: round(server, 2),
      cpu_ms_engine: round(engineShare, 2),
      ...levels,
      rush_signups_per_s: rushed.perSecond,
      rush_cpu_ms_per_signup: round(
        rushed.cpu.reduce((sum, cpu) => sum + cpu, 0),
        2,
      ),
      ...(await rushes(port, surroundings, callers)),
    };
  } finally {
    api.disconnect();
    await stop();
  }
}

/** Fresh shifts, and who is to sign up for which: everybody as often as everybody else. */
async function errands(surroundings: Surroundings, callers: readonly Caller[], load: Load): Promise<Errand[]> {
  const shifts = await openShifts(surroundings, load.shifts, places);
  return Array.from({ length: load.shifts * load.perShift }, (_, index) => {
    // Whoever comes a second time comes for a shift of another week.
    const turn = index + Math.floor(index / callers.length) * (load.shifts / 2);
    const shift = load.inTurns ? turn % load.shifts : Math.floor(index / load.perShift);
    return { caller: callers[index % callers.length] as Caller, shiftId: shifts[shift] as string };
  });
}

async function signUpAll(
  port: number,
  all: readonly Errand[],
  callersAtOnce: number,
  pids: readonly number[],
): Promise<Measured> {
  return overHttp({ port, pids, atOnce: callersAtOnce }, all, async (site, errand) => {
    const status = await signUp(site, errand);
    if (status !== 201) throw new Error(`a sign-up answered ${status}`);
  });
}

async function signUp(site: Pool, { caller, shiftId }: Errand): Promise<number> {
  const headers = { cookie: caller.cookie, 'idempotency-key': randomUUID(), 'content-length': '0' };
  const { statusCode, body } = await site.request({ method: 'POST', path: `/api/shifts/${shiftId}/sign-ups`, headers });
  await body.dump();
  return statusCode;
}

/** What was recorded: the transactions, and the seats that must be free for them to go through. */
type Recorded = Readonly<{ prefix: string; transactions: TransactWriteCommandInput[]; shifts: string[] }>;

/** The transactions that as many sign-ups make, taken down as they reach the engine. */
async function recordTransactions(engine: Engine): Promise<Recorded> {
  const { prefix, surroundings } = await surroundingsOver(engine);
  const { client, transactions } = recording(surroundings.client);
  const callers = await enrolCrowd(surroundings, people);
  const all = await errands(surroundings, callers, ordinary);
  const api = apiIn({ ...surroundings, client });
  for (const { caller, shiftId } of all) {
    const headers = { cookie: caller.cookie, 'idempotency-key': randomUUID() };
    const answer = await api.request(`/api/shifts/${shiftId}/sign-ups`, { method: 'POST', headers });
    if (answer.status !== 201) throw new Error(`a sign-up answered ${await answer.text()}`);
  }
  return { prefix, transactions, shifts: [...new Set(all.map(({ shiftId }) => shiftId))] };
}

/** Sends what was recorded to fresh tables, by as many callers at once, and nothing else. */
async function replay(engine: Engine, { prefix, transactions, shifts }: Recorded): Promise<Measured> {
  const fresh = await surroundingsOver(engine);
  const { client, tableName } = fresh.surroundings;
  const seats = new Table(client, tableName('scheduling'));
  for (const shiftId of shifts) {
    const numbers = Array.from({ length: places }, (_, index) => index + 1);
    const TransactItems = numbers.map((number) => seats.put(SeatItem, { shiftId, number, state: 'free' }).item);
    await client.send(new TransactWriteCommand({ TransactItems }));
  }
  return sendAll(client, movedTo(fresh.prefix, prefix, transactions), crowd);
}

/** 200 people at once for 20 places: how many more got in than there are places, in the worst round. */
async function rushes(port: number, surroundings: Surroundings, callers: readonly Caller[]): Promise<Figures> {
  const site = new Pool(`http://127.0.0.1:${port}`, { connections: people });
  const table = new Table(surroundings.client, surroundings.tableName('scheduling'));
  let [oversold, accepted, refused, lost] = [0, 0, 0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const [shiftId = ''] = await openShifts(surroundings, 1, places);
    const statuses = await Promise.all(callers.map((caller) => signUp(site, { caller, shiftId })));
    const { seats } = await table.collect(`SHIFT#${shiftId}`, { beginsWith: 'SEAT#' }, { seats: SeatItem });
    const taken = seats.filter(({ state }) => state === 'taken').length;
    const told = statuses.filter((status) => status === 201).length;
    oversold = Math.max(oversold, taken - places, told - places);
    accepted += told;
    refused += statuses.filter((status) => status === 409).length;
    lost += statuses.filter((status) => status !== 201 && status !== 409).length;
  }
  await site.close();
  return { oversold, rush: { rounds, people, places, accepted, refused, neither: lost } };
}
