import { Attendance, VolunteerDay } from '@kaifong/functions/attendance/attendance.table.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import { unruly } from '@kaifong/functions/test/unruly-client.ts';
import { apiIn, type Surroundings } from '@kaifong/functions/wiring.ts';
import type { Engine } from '@kaifong/infra/local/engine.ts';
import { dayOf, hour, instantAt, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { coder, posting } from './checking-in.ts';
import { type Caller, enrolCrowd, giveShift } from './crowd.ts';
import { inParallel, round } from './load.ts';
import { surroundingsOver } from './machine-under-test.ts';
import type { Figures } from './run.ts';

/** Phones without a network. */
const devices = 500;
/** People who have a place in the same shift. */
const perShift = 50;
/** A phone that is refused an answer more often than this in a row has met with a fault, which no patience mends. */
const mostTries = 50;

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

type Kept = Readonly<{ shiftId: string; entry: { code: string; tappedAt: string } }>;

/**
 * 5,000 check-ins that 500 phones have kept, each sent twice at once, over an engine that throttles, conflicts and loses answers: how
 * many are not in the books at the time of their tap, and how many are there more often than once.
 *
 * @throws Error when something is not decided after `mostTries`
 */
export async function replayedTwice(engine: Engine): Promise<Figures> {
  const { surroundings: real } = await surroundingsOver(engine);
  const surroundings = { ...real, now: () => sentAt };
  const phones = await phonesWithout(surroundings);
  const client = unruly({ seed: 7, throttled: 0.02, lost: 0.02, delayed: 0.1 })(surroundings.client);
  const api = apiIn({ ...surroundings, client });
  let [sent, undecided, refused] = [0, 0, 0];

  /** As the queue of a phone does: in order, each until it is decided. */
  async function sendKept({ caller, kept }: Phone): Promise<void> {
    for (const { shiftId, entry } of kept) {
      const key = `kept-${caller.volunteerId}-${shiftId.slice(-12)}`;
      for (let tries = 1, open = true; open; tries += 1) {
        sent += 1;
        const answer = await api.request(...posting(caller, shiftId, entry, key));
        open = answer.status >= 500 || answer.status === 429;
        if (open) undecided += 1;
        else if (answer.status !== 201) refused += 1;
        if (open && tries === mostTries) throw new Error(`a kept check-in still answers ${await answer.text()}`);
      }
    }
  }
  const measured = await inParallel(phones, 16, async (phone) => {
    await Promise.all([sendKept(phone), sendKept(phone)]);
  });
  const perSecond = round(measured.perSecond * began.length * 2, 1);
  return {
    ...(await inTheBooks(surroundings, phones)),
    replay: { devices, kept: devices * began.length, sent, undecided, refused, per_s: perSecond },
  };
}

type Phone = Readonly<{ caller: Caller; kept: readonly Kept[] }>;

/** The phones, each with a check-in at ten shifts. */
async function phonesWithout(surroundings: Surroundings): Promise<Phone[]> {
  const callers = await enrolCrowd(surroundings, devices);
  const codeOf = coder(surroundings);
  const phones: Phone[] = [];
  for (let from = 0; from < callers.length; from += perShift) {
    const among = callers.slice(from, from + perShift);
    const kept: Kept[] = [];
    for (const startsAt of began) {
      const shiftId = await giveShift(surroundings, { startsAt, endsAt: shiftBy(startsAt, hour) }, among);
      const tappedAt = shiftBy(startsAt, 5 * minute);
      kept.push({ shiftId, entry: { code: await codeOf(shiftId, tappedAt), tappedAt } });
    }
    phones.push(...among.map((caller) => ({ caller, kept })));
  }
  return phones;
}

/** What came of it: by the stays at each shift, and by the check-ins that each day has counted. */
async function inTheBooks(surroundings: Surroundings, phones: readonly Phone[]) {
  const table = new Table(surroundings.client, surroundings.tableName('attendance'));
  const days = [...new Set(began.map(dayOf))];
  let [lost, doubled] = [0, 0];
  for (const { caller, kept } of phones) {
    const { volunteerId } = caller;
    const [attendances, counted] = await Promise.all([
      table.getAll(
        Attendance,
        kept.map(({ shiftId }) => ({ shiftId, volunteerId })),
      ),
      table.getAll(
        VolunteerDay,
        days.map((day) => ({ volunteerId, day })),
      ),
    ]);
    for (const [index, { entry }] of kept.entries()) {
      const there = attendances[index]?.pairs ?? [];
      if (!there.some((pair) => pair.in.at === entry.tappedAt)) lost += 1;
      doubled += Math.max(0, there.length - 1);
    }
    const checkIns = counted.reduce((sum, day) => sum + (day?.checkIns ?? 0), 0);
    doubled += Math.max(0, checkIns - kept.length);
    lost += Math.max(0, kept.length - checkIns);
  }
  return { lost, doubled };
}
