import { randomUUID } from 'node:crypto';
import { Attendance, VolunteerDay } from '@kaifong/functions/attendance/attendance.table.ts';
import { tagAt } from '@kaifong/functions/attendance/shown-code.ts';
import { sealerFor } from '@kaifong/functions/platform/sealing.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import { unruly } from '@kaifong/functions/test/unruly-client.ts';
import { apiIn, type Surroundings } from '@kaifong/functions/wiring.ts';
import type { Engine } from '@kaifong/infra/local/engine.ts';
import { stepAt } from '@kaifong/shared/attendance/rotating-code.ts';
import { dayOf, hour, type Instant, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { type Caller, enrolCrowd, giveShift } from './crowd.ts';
import {
  inParallel,
  type Measured,
  middle,
  movedTo,
  overHttp,
  recording,
  round,
  sendAll,
  startServer,
} from './load.ts';
import { engineUnderTest, surroundingsOver } from './machine-under-test.ts';
import type { Figures } from './run.ts';

/** Check-ins of one measurement, each by somebody else, at so many shifts. */
const size = 400;
const shifts = 20;
const turns = 3;
const warmUps = 4;
const crowd = 64;
/** A person checks in at most three times a day. */
const perPerson = 3;
/** Phones without a network, and what each has kept. */
const devices = 500;

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

/** What a leader's screen shows at a moment. */
function coder({ keyring }: Surroundings) {
  const sealer = sealerFor(keyring);
  return (shiftId: string, at: Instant) => tagAt(sealer, shiftId, stepAt(at));
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

function posting(caller: Caller, shiftId: string, entry: object, key: string) {
  const headers = { cookie: caller.cookie, 'idempotency-key': key, 'content-type': 'application/json' };
  return [`/api/shifts/${shiftId}/check-ins`, { method: 'POST', headers, body: JSON.stringify(entry) }] as const;
}

/** When the kept check-ins were tapped: at ten shifts, at most three on a day, the first just within the 72 hours. */
const began = [
  '01 22:30',
  '02 09:00',
  '02 13:00',
  '02 17:00',
  '03 09:00',
  '03 13:00',
  '03 17:00',
  '04 09:00',
  '04 13:00',
  '04 17:00',
].map((moment) => instantAt(`2026-12-${moment.slice(0, 2)}`, moment.slice(3)));
const sentAt = instantAt('2026-12-04', '22:00');

/** Every check-in that the phones kept is in the books once, at the time of its tap: how many are not, and how many are there more often. */
async function replayedTwice(engine: Engine): Promise<Figures> {
  const { surroundings: real } = await surroundingsOver(engine);
  const surroundings = { ...real, now: () => sentAt };
  const callers = await enrolCrowd(surroundings, devices);
  const codeOf = coder(surroundings);
  const kept = await Promise.all(
    began.map(async (startsAt) => {
      const shiftId = await giveShift(surroundings, { startsAt, endsAt: shiftBy(startsAt, hour) }, callers);
      const tappedAt = shiftBy(startsAt, 5 * minute);
      return { shiftId, startsAt, entry: { code: await codeOf(shiftId, tappedAt), tappedAt } };
    }),
  );
  const client = unruly({ seed: 7, throttled: 0.02, lost: 0.02, delayed: 0.1 })(surroundings.client);
  const api = apiIn({ ...surroundings, client });
  let [sent, undecided, refused] = [0, 0, 0];

  /** As the queue of a phone does: in order, each until it is decided. */
  async function sendKept(caller: Caller): Promise<void> {
    for (const { shiftId, entry } of kept) {
      const key = `kept-${caller.volunteerId}-${shiftId.slice(-12)}`;
      for (let status = 500; status >= 500 || status === 429; ) {
        sent += 1;
        ({ status } = await api.request(...posting(caller, shiftId, entry, key)));
        if (status >= 500 || status === 429) undecided += 1;
        else if (status !== 201) refused += 1;
      }
    }
  }
  const measured = await inParallel(callers, 16, async (caller) => {
    await Promise.all([sendKept(caller), sendKept(caller)]);
  });

  const table = new Table(surroundings.client, surroundings.tableName('attendance'));
  let [lost, doubled] = [0, 0];
  for (const { volunteerId } of callers) {
    const attendances = await table.getAll(
      Attendance,
      kept.map(({ shiftId }) => ({ shiftId, volunteerId })),
    );
    for (const [index, { entry }] of kept.entries()) {
      const there = attendances[index]?.pairs ?? [];
      const hers = there.filter((pair) => pair.in.at === entry.tappedAt);
      if (hers.length === 0) lost += 1;
      doubled += Math.max(0, there.length - 1);
    }
    const days = [...new Set(began.map(dayOf))];
    const counted = await table.getAll(
      VolunteerDay,
      days.map((day) => ({ volunteerId, day })),
    );
    const checkIns = counted.reduce((sum, day) => sum + (day?.checkIns ?? 0), 0);
    doubled += Math.max(0, checkIns - kept.length);
    lost += Math.max(0, kept.length - checkIns);
  }
  const perSecond = round(measured.perSecond * kept.length * 2, 1);
  return {
    lost,
    doubled,
    replay: { devices, kept: devices * kept.length, sent, undecided, refused, per_s: perSecond },
  };
}
