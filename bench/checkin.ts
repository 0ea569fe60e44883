import { randomUUID } from 'node:crypto';
import { apiIn, type Surroundings } from '@kaifong/functions/wiring.ts';
import type { Engine } from '@kaifong/infra/local/engine.ts';
import { hour, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { coder, posting } from './checking-in.ts';
import { type Caller, enrolCrowd, giveShift } from './crowd.ts';
import { type Measured, middle, movedTo, overHttp, recording, round, sendAll, startServer } from './load.ts';
import { engineUnderTest, surroundingsOver } from './machine-under-test.ts';
import { replayedTwice } from './replayed-check-ins.ts';
import type { Figures } from './run.ts';

/** Check-ins of one measurement, each by somebody else, at so many shifts. */
const size = 400;
const shifts = 20;
const turns = 3;
const warmUps = 4;
const crowd = 64;
/** A person checks in at most three times a day. */
const perPerson = 3;

type Errand = Readonly<{ caller: Caller; shiftId: string }>;

/**
 * Checking in over HTTP, beside the very same transactions sent straight to the engine on the same disk, in turns; then 5,000 check-ins
 * that 500 phones have kept, each sent twice at once, over an engine that throttles, conflicts and loses answers.
 */
export async function run(): Promise<Figures> {
  const { engine, stop } = await engineUnderTest();
  const { prefix, surroundings } = await surroundingsOver(engine);
  const measurements = warmUps + turns + 1;
  const callers = await enrolCrowd(surroundings, size * Math.ceil(measurements / perPerson));
  const { server: api, port } = await startServer(engine.endpoint, prefix);
  const pids = [api.pid, engine.pid].filter((pid) => pid !== undefined);
  let measured_ = 0;
  const measure = async (atOnce: number) => {
    const from = Math.floor(measured_++ / perPerson) * size;
    const all = await errands(surroundings, callers.slice(from, from + size));
    const codeOf = coder(surroundings);
    return overHttp({ port, pids, atOnce }, all, async (site, { caller, shiftId }) => {
      const headers = {
        cookie: caller.cookie,
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
      };
      const body = JSON.stringify({ code: await codeOf(shiftId, toInstant(Date.now())) });
      const path = `/api/shifts/${shiftId}/check-ins`;
      const answer = await site.request({ method: 'POST', path, headers, body });
      const text = await answer.body.text();
      if (answer.statusCode !== 201) throw new Error(`a check-in answered ${text}`);
    });
  };
  try {
    for (let warmUp = 0; warmUp < warmUps; warmUp += 1) await measure(crowd);
    const recorded = await recordTransactions(engine);
    const http: Measured[] = [];
    const straight: Measured[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      http.push(await measure(crowd));
      const fresh = await surroundingsOver(engine);
      const transactions = movedTo(fresh.prefix, recorded.prefix, recorded.transactions);
      straight.push(await sendAll(fresh.surroundings.client, transactions, crowd));
    }
    const [checkIns, transactions] = [middle(http), middle(straight)];
    const [server = 0, engineShare = 0] = checkIns.cpu;
    const alone = await measure(1);
    return {
      checkins_per_s: checkIns.perSecond,
      engine_transactions_per_s: transactions.perSecond,
      ratio: round(checkIns.perSecond / transactions.perSecond, 2),
      cpu_ms_per_checkin: round(server + engineShare, 2),
      cpu_ms_server: round(server, 2),
      cpu_ms_engine: round(engineShare, 2),
      callers_1: { p50_ms: alone.p50, p99_ms: alone.p99 },
      callers_64: { p50_ms: checkIns.p50, p99_ms: checkIns.p99 },
      ...(await replayedTwice(engine)),
    };
  } finally {
    api.disconnect();
    await stop();
  }
}

/** Shifts that begin soon, in which the callers have places, 20 in each. */
async function errands(surroundings: Surroundings, callers: readonly Caller[]): Promise<Errand[]> {
  const places = Math.ceil(callers.length / shifts);
  const startsAt = shiftBy(surroundings.now(), 20 * minute);
  const all: Errand[] = [];
  for (let from = 0; from < callers.length; from += places) {
    const among = callers.slice(from, from + places);
    const shiftId = await giveShift(surroundings, { startsAt, endsAt: shiftBy(startsAt, hour) }, among);
    all.push(...among.map((caller) => ({ caller, shiftId })));
  }
  return all;
}

/** The transactions that as many check-ins make, taken down as they reach the engine. */
async function recordTransactions(engine: Engine) {
  const { prefix, surroundings } = await surroundingsOver(engine);
  const callers = await enrolCrowd(surroundings, size);
  const all = await errands(surroundings, callers);
  const { client, transactions } = recording(surroundings.client);
  const api = apiIn({ ...surroundings, client });
  const codeOf = coder(surroundings);
  for (const { caller, shiftId } of all) {
    const entry = { code: await codeOf(shiftId, surroundings.now()) };
    const answer = await api.request(...posting(caller, shiftId, entry, randomUUID()));
    if (answer.status !== 201) throw new Error(`a check-in answered ${await answer.text()}`);
  }
  return { prefix, transactions };
}
