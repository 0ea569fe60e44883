import { day, dayOf, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { describe, expect, it } from 'vitest';
import { anAsked } from './asking/test-asking.ts';
import { aDuty, aMember, aSupervisor, planDuty } from './on-call/test-rota.ts';
import { anOpening } from './openings/test-opening.ts';
import {
  anAssignedCase,
  anEndedEscalation,
  aPlan,
  aReferralNote,
  type CareDistrict,
  startCareDistrict,
} from './test-care.ts';
import { aMortalServer, everyEvent } from './test-mortal.ts';

const { server, wrap } = aMortalServer();

/** What nobody looks after: a request by the web, a follow-up, a rota, an opening, a certificate, a session and a referral. */
async function neglect(district: CareDistrict) {
  await anAsked(district);
  await anEndedEscalation(district);
  const { member } = await aMember(district, '阿甲', 1);
  await anOpening(district, await aSupervisor(district));
  const { caseId, socialWorker } = await anAssignedCase(district);
  await socialWorker.post(
    `/care/cases/${caseId}/sessions`,
    aPlan(district.clock.now, { startsAt: shiftBy(district.clock.now, hour) }),
  );
  await socialWorker.post(`/care/cases/${caseId}/referrals`, aReferralNote({ consent: 'lifeInDanger' }));
  await district.counsellor({
    credential: { number: 'XL-2024-000881', until: dayOf(shiftBy(district.clock.now, 8 * day)) },
  });
  const until = shiftBy(district.clock.now, 30 * hour);
  await planDuty(await aSupervisor(district), aDuty(district, member, { until }));
}

/** The clock of care for 60 hours, one tick in four; one that died goes on with the next. */
async function pass(district: CareDistrict) {
  for (let passed = 0; passed < 60; passed += 4) {
    district.later(4 * hour);
    for (const { run } of district.care.tasks) await run(district.clock.now).catch(() => undefined);
    server.isDead = false;
  }
}

const kept = [
  'untaken',
  'followUpLate',
  'referralLate',
  'sessionUntold',
  'rotaGap',
  'openingUnreviewed',
  'papersEnd',
] as const;
const levelsOf = (all: readonly { reason?: unknown; level?: unknown }[]) =>
  Object.fromEntries(kept.map((kind) => [kind, all.filter(({ reason }) => reason === kind).map(({ level }) => level)]));

async function neglected(diesAt: number, carriesOut: boolean) {
  const district = await startCareDistrict({ wrap });
  try {
    await neglect(district);
    const before = district.pages.length;
    Object.assign(server, { isDead: false, deaths: 0, writes: 0, diesAt, carriesOut });
    await pass(district);
    const { writes, deaths } = server;
    Object.assign(server, { isDead: false, diesAt: -1 });
    const events = (await everyEvent(district.table('care'))).map(({ data }) => data);
    return { writes, deaths, calls: levelsOf(district.pages.slice(before)), events: levelsOf(events) };
  } finally {
    Object.assign(server, { isDead: false, diesAt: -1 });
    await district.stop();
  }
}

describe('a server that is killed at any write of the clock', () => {
  it.each([
    ['before', false],
    ['after', true],
  ])(
    '%s it is carried out, forgets nobody and counts no call twice',
    async (_when, carriesOut) => {
      const whole = {
        untaken: [0, 1],
        followUpLate: [0, 2, 2],
        referralLate: [0, 2, 2],
        sessionUntold: [0, 2],
        rotaGap: [2, 2],
        openingUnreviewed: [2, 2],
        papersEnd: [2],
      };
      const { writes, calls } = await neglected(-1, carriesOut);
      expect(calls).toEqual(whole);
      for (let diesAt = 0; diesAt < writes; diesAt += 1) {
        const { deaths, calls: again, events } = await neglected(diesAt, carriesOut);
        expect(deaths).toBe(1);
        expect(Object.fromEntries(kept.map((kind) => [kind, events[kind]?.toSorted()]))).toEqual(whole);
        // Twice is better than never: a call may go out again after a death.
        for (const kind of kept) {
          const extra = (again[kind]?.length ?? 0) - whole[kind].length;
          expect([0, 1]).toContain(extra);
        }
      }
    },
    120_000,
  );
});
