import { day, dayOf, hour, instantAt, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSupervisor } from '../on-call/test-rota.ts';
import { aHandover, anAssignedCase, aPlan, type CareDistrict, startCareDistrict } from '../test-care.ts';

let district: CareDistrict;
beforeEach(async () => {
  district = await startCareDistrict();
  district.clock.now = instantAt('2026-11-10', '09:00');
});
afterEach(() => district.stop());

async function aCase() {
  const found = await anAssignedCase(district);
  const path = `/care/cases/${found.caseId}`;
  const write = (talk: object, caller = found.counsellor.caller) =>
    caller.post(`${path}/talks`, { mode: 'phone', minutes: 40, ...talk });
  const plan = (startsAt: string) =>
    found.counsellor.caller.post(`${path}/sessions`, aPlan(district.clock.now, { startsAt }));
  const sessions = async () => (await found.socialWorker.get(path)).body.sessions;
  return { ...found, path, write, plan, sessions };
}

describe('a talk that was not planned', () => {
  it('is written down as held, counts its minutes and sets nothing else back', async () => {
    const { write, plan, sessions, socialWorker } = await aCase();
    const ahead = shiftBy(district.clock.now, 5 * day);
    await plan(ahead);
    district.later(5 * hour);
    const startsAt = instantAt('2026-11-10', '10:00');
    const answer = await write({ startsAt });
    expect([answer.status, answer.body.state]).toEqual([201, 'held']);
    expect(await sessions()).toMatchObject([
      { state: 'planned', startsAt: ahead },
      { state: 'held', startsAt, held: 40, mode: 'phone' },
    ]);
    expect((await write({ startsAt: instantAt('2026-11-10', '12:00') }, socialWorker)).status).toBe(201);
    district.later(day);
    const supervisor = await aSupervisor(district);
    expect((await supervisor.get('/care/counsellor-hours?place=440103')).body.items).toMatchObject([
      { day: '2026-11-10', minutes: 80, sessions: 2 },
    ]);
  });

  it('is refused before it is over, before the case was hers, long after, over midnight, and beside another', async () => {
    const { write, plan } = await aCase();
    const assignedAt = district.clock.now;
    district.later(3 * hour);
    const { now } = district.clock;
    for (const startsAt of [shiftBy(now, -10 * minute), shiftBy(assignedAt, -minute)]) {
      expect((await write({ startsAt })).body.code).toBe('careSession.talkTime');
    }
    await plan(shiftBy(now, hour));
    district.later(3 * hour);
    expect((await write({ startsAt: shiftBy(now, hour + 30 * minute) })).body.code).toBe('careSession.counsellorBusy');
    // As text the end of the second one would lie before every other time.
    for (const startsAt of ['昨天', '9999-12-31T23:59:59.999Z']) expect((await write({ startsAt })).status).toBe(400);
    district.later(7 * day);
    expect((await write({ startsAt: shiftBy(now, hour) })).body.code).toBe('careSession.talkTime');
    district.clock.now = instantAt(dayOf(shiftBy(district.clock.now, day)), '02:00');
    expect((await write({ startsAt: shiftBy(district.clock.now, -135 * minute), minutes: 40 })).body.code).toBe(
      'careSession.talkTime',
    );
    const outsider = (await district.counsellor()).caller;
    expect((await write({ startsAt: shiftBy(now, hour) }, outsider)).status).toBe(403);
  });
});

it('all sessions that were to come are cancelled when a case is handed over, and their times are free', async () => {
  const { caseId, counsellor, socialWorker, path, plan, sessions } = await aCase();
  const [first, second, third] = [1, 2, 2.25].map((days) => shiftBy(district.clock.now, days * day)) as [
    string,
    string,
    string,
  ];
  for (const startsAt of [third, first, second]) expect((await plan(startsAt)).status).toBe(201);
  expect((await counsellor.caller.post(`${path}/handovers`, aHandover())).status).toBe(201);
  const [summary] = (await socialWorker.get(`${path}/handovers`)).body.items;
  expect(summary.open.cancelled).toBe(first);
  expect((await sessions()).map(({ state }: { state: string }) => state)).toEqual(Array(3).fill('cancelled'));
  const again = { counsellorId: counsellor.counsellorId, overrideReason: '当事人愿意再由她来谈一谈' };
  district.later(minute);
  await socialWorker.post(`/care/cases/${caseId}/assignment`, again);
  for (const startsAt of [first, second, third]) expect((await plan(startsAt)).status).toBe(201);
});
