import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home } from '../../test/district.ts';
import { anAsked } from '../asking/test-asking.ts';
import { anAssignedCase, aPlan, aWaitingCase, type CareDistrict, startCareDistrict } from '../test-care.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

const inRoom = { mode: 'centre', room: '心理咨询室 2' };
const byVideo = { mode: 'video', link: 'https://meeting.example.com/kaifong' };

async function aCase(overrides: Record<string, unknown> = {}) {
  const found = await anAssignedCase(district, overrides);
  const path = `/care/cases/${found.caseId}`;
  const counsellor = found.counsellor.caller;
  const plan = (plan: Record<string, unknown> = {}, caller = counsellor) =>
    caller.post(`${path}/sessions`, aPlan(district.clock.now, plan));
  const tell = (sessionId: string, report: object, caller = counsellor) =>
    caller.post(`${path}/sessions/${sessionId}/outcome`, report);
  const sessions = async () => (await counsellor.get(path)).body.sessions;
  const reachOut = (outcome = 'noAnswer', way = 'phone') => counsellor.post(`${path}/outreach`, { way, outcome });
  const close = (outcome: string) => found.socialWorker.post(`${path}/closure`, { outcome });
  return {
    ...found,
    path,
    counsellor,
    counsellorId: found.counsellor.counsellorId,
    plan,
    tell,
    sessions,
    reachOut,
    close,
  };
}

describe('a session', () => {
  it('is planned in a room, by phone or by video, held, and told of with its minutes', async () => {
    const { plan, tell, sessions, counsellor, caseId, socialWorker } = await aCase();
    for (const how of [inRoom, { mode: 'phone' }, byVideo]) {
      const planned = await plan(how);
      expect([planned.status, planned.body.state]).toEqual([201, 'planned']);
      const { sessionId } = planned.body;
      expect((await sessions())[0]).toMatchObject({ sessionId, state: 'planned', minutes: 50, ...how });
      const entry = { sessionId, caseId, alias: '晨曦', mode: how.mode };
      expect((await counsellor.get('/care/sessions')).body.items).toMatchObject([entry]);
      expect((await tell(sessionId, { outcome: 'held', minutes: 50 })).body.code).toBe('careSession.notYet');
      district.later(3 * hour);
      expect((await tell(sessionId, { outcome: 'held', minutes: 45 })).body).toEqual({ sessionId, state: 'held' });
      expect((await sessions())[0]).toMatchObject({ sessionId, state: 'held', held: 45 });
      district.later(day);
    }
    expect((await counsellor.get('/care/sessions')).body.items).toEqual([]);
    expect((await socialWorker.get(`/care/cases/${caseId}`)).body.sessions).toHaveLength(3);
  });

  it('is refused in the past, too far ahead, over midnight, by an open link, and when eight are planned', async () => {
    const { plan, sessions, tell } = await aCase();
    const { now } = district.clock;
    for (const startsAt of [now, shiftBy(now, -hour), shiftBy(now, 91 * day)]) {
      expect((await plan({ startsAt })).body.code).toBe('careSession.time');
    }
    expect((await plan({ startsAt: '2030-01-01T15:30:00.000Z' })).body.code).toBe('careSession.time');
    const bad = [
      { mode: 'video', link: 'http://meeting.example.com/x' },
      { mode: 'centre' },
      { minutes: 0 },
      { mode: 'walk' },
    ];
    for (const each of bad) expect((await plan(each)).status).toBe(400);
    expect(await sessions()).toEqual([]);
    for (let week = 1; week <= 8; week += 1) {
      expect((await plan({ startsAt: shiftBy(now, 7 * week * day) })).status).toBe(201);
    }
    expect((await plan({ startsAt: shiftBy(now, 70 * day) })).body.code).toBe('careSession.allArePlanned');
    const last = (await sessions())[0];
    expect((await tell(last.sessionId, { outcome: 'cancelled' })).status).toBe(200);
    expect((await plan({ startsAt: shiftBy(now, 70 * day) })).status).toBe(201);
  });

  it('is never a ninth, when counsellor and social worker plan at the same moment', async () => {
    const { plan, sessions, socialWorker } = await aCase();
    const inDays = (days: number) => ({ startsAt: shiftBy(district.clock.now, days * day) });
    for (let week = 1; week < 8; week += 1) await plan(inDays(7 * week));
    const answers = await Promise.all([plan(inDays(1)), plan(inDays(2), socialWorker)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await sessions()).toHaveLength(8);
  });

  it('never overlaps another of its counsellor, whose day is free again once one is cancelled', async () => {
    const { plan, tell, counsellorId, socialWorker } = await aCase();
    const second = await aWaitingCase(socialWorker);
    const body = { counsellorId, overrideReason: '两位当事人都愿意由她来谈' };
    expect((await socialWorker.post(`/care/cases/${second}/assignment`, body)).status).toBe(200);
    const startsAt = shiftBy(district.clock.now, 5 * day);
    const planSecond = (startsAt: string) =>
      socialWorker.post(`/care/cases/${second}/sessions`, aPlan(district.clock.now, { startsAt }));
    const { sessionId } = (await plan({ startsAt })).body;
    expect((await planSecond(shiftBy(startsAt, 49 * minute))).body.code).toBe('careSession.counsellorBusy');
    expect((await tell(sessionId, { outcome: 'cancelled' })).status).toBe(200);
    expect((await planSecond(shiftBy(startsAt, 49 * minute))).status).toBe(201);
  });

  it('is told of once, by whoever is first; set right it takes a reason, and both tellings stay', async () => {
    const { plan, tell, sessions, socialWorker } = await aCase();
    const { sessionId } = (await plan()).body;
    district.later(3 * hour);
    const answers = await Promise.all([
      tell(sessionId, { outcome: 'held', minutes: 50 }),
      tell(sessionId, { outcome: 'noShow' }, socialWorker),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const again = { outcome: 'held', minutes: 30 };
    expect((await tell(sessionId, again)).body.code).toBe('careSession.toldAlready');
    expect((await tell(sessionId, { ...again, reason: '短' })).status).toBe(400);
    expect((await tell(sessionId, { ...again, minutes: 181, reason: '只谈了半个小时' })).status).toBe(400);
    expect((await tell(sessionId, { ...again, reason: '只谈了半个小时' })).status).toBe(200);
    expect((await sessions())[0]).toMatchObject({ state: 'held', held: 30, reason: '只谈了半个小时' });
    expect((await tell(newId('session', 0), again)).status).toBe(404);
  });

  it('makes no more than eight hours of a day', async () => {
    const first = await aCase();
    const { counsellorId, socialWorker } = first;
    const body = { counsellorId, overrideReason: '三位当事人都愿意由她来谈' };
    const startsAt = shiftBy(district.clock.now, 2 * day);
    // 8:00 in Liwan, 11:00 and 14:00.
    const morning = `${startsAt.slice(0, 10)}T00:00:00.000Z`;
    const told: ((minutes: number) => Promise<{ status: number; body: { code?: string } }>)[] = [];
    for (const place of [0, 1, 2]) {
      const caseId = place === 0 ? first.caseId : await aWaitingCase(socialWorker);
      if (place > 0) await socialWorker.post(`/care/cases/${caseId}/assignment`, body);
      const plan = aPlan(district.clock.now, { startsAt: shiftBy(morning, place * 3 * hour), minutes: 180 });
      const { sessionId } = (await socialWorker.post(`/care/cases/${caseId}/sessions`, plan)).body;
      const path = `/care/cases/${caseId}/sessions/${sessionId}/outcome`;
      told.push((minutes) => socialWorker.post(path, { outcome: 'held', minutes }));
    }
    district.later(4 * day);
    expect((await told[0]?.(180))?.status).toBe(200);
    expect((await told[1]?.(180))?.status).toBe(200);
    expect((await told[2]?.(121))?.body.code).toBe('careSession.dayTooLong');
    expect((await told[2]?.(120))?.status).toBe(200);
  });

  it('needs a case that is open and has a counsellor, and nobody else', async () => {
    const { plan, tell, close, path, counsellor, sessions } = await aCase();
    const { sessionId } = (await plan()).body;
    const others = [await district.socialWorker(), (await district.counsellor()).caller, await district.onCall()];
    for (const other of others) {
      expect((await plan({}, other)).status).toBe(403);
      expect((await tell(sessionId, { outcome: 'cancelled' }, other)).status).toBe(403);
      expect((await other.post(`${path}/outreach`, { way: 'phone', outcome: 'reached' })).status).toBe(403);
    }
    expect((await sessions())[0].state).toBe('planned');
    expect((await close('completed')).status).toBe(200);
    // Her tab is still open; the case is not hers any more.
    expect((await plan()).status).toBe(403);
    expect((await tell(sessionId, { outcome: 'cancelled' })).status).toBe(403);
    expect((await counsellor.get(path)).status).toBe(403);
    expect((await counsellor.get('/care/sessions')).body.items).toEqual([]);

    const socialWorker = await district.socialWorker();
    const waiting = await aWaitingCase(socialWorker);
    const answer = await socialWorker.post(`/care/cases/${waiting}/sessions`, aPlan(district.clock.now));
    expect(answer.body.code).toBe('careSession.noCounsellor');
  });

  it('that is over keeps the case open until somebody tells how it went; one to come is cancelled', async () => {
    const { plan, tell, close, path, socialWorker } = await aCase();
    const { sessionId } = (await plan()).body;
    district.later(3 * hour);
    expect((await close('completed')).body.code).toBe('careSession.notTold');
    expect((await tell(sessionId, { outcome: 'held', minutes: 50 })).status).toBe(200);
    await plan();
    expect((await close('completed')).status).toBe(200);
    const read = await socialWorker.get(path);
    expect(read.body.sessions.map(({ state }: { state: string }) => state)).toEqual(['cancelled', 'held']);
    expect((await plan({}, socialWorker)).body.code).toBe('care.closed');
  });
});

describe('somebody who does not come', () => {
  it('is looked for on three days before the case may end as out of reach', async () => {
    const { plan, tell, reachOut, close, path, socialWorker } = await aCase();
    const { sessionId } = (await plan()).body;
    district.later(3 * hour);
    expect((await tell(sessionId, { outcome: 'noShow' })).body.state).toBe('noShow');
    expect((await close('unreachable')).body.code).toBe('careSession.reachOutMore');
    expect((await reachOut()).body).toEqual({ left: 2 });
    district.later(minute);
    expect((await reachOut('noAnswer', 'letter')).body).toEqual({ left: 2 });
    district.later(day);
    expect((await reachOut('noAnswer', 'visit')).body).toEqual({ left: 1 });
    const refused = await close('unreachable');
    expect([refused.body.code, refused.body.detail]).toEqual([
      'careSession.reachOutMore',
      expect.stringContaining('1'),
    ]);
    district.later(day);
    expect((await reachOut()).body).toEqual({ left: 0 });
    expect((await socialWorker.get(path)).body.outreach).toHaveLength(4);
    expect((await close('unreachable')).status).toBe(200);
    expect((await socialWorker.post(`${path}/outreach`, { way: 'phone', outcome: 'reached' })).body.code).toBe(
      'care.closed',
    );
  });

  it('and is reached begins anew', async () => {
    const { reachOut, close } = await aCase();
    for (const outcome of ['noAnswer', 'noAnswer', 'reached', 'noAnswer']) {
      await reachOut(outcome);
      district.later(day);
    }
    expect((await close('unreachable')).body.code).toBe('careSession.reachOutMore');
    expect((await close('completed')).status).toBe(200);
  });

  it('is looked for in a way that there is', async () => {
    const { reachOut } = await aCase();
    expect((await reachOut('noAnswer', 'pigeon')).status).toBe(400);
    expect((await reachOut('maybe')).status).toBe(400);
  });
});

describe('who asked by the web', () => {
  it('sees where and when she is expected next, and nothing of it once it is over or cancelled', async () => {
    const asked = await anAsked(district);
    const socialWorker = await district.socialWorker();
    const { caseId } = (await socialWorker.post('/care/queue/next', { place: home.street })).body;
    await socialWorker.post(`/care/cases/${caseId}/screening`, { dangerNow: false, phq2: [1, 0] });
    const { counsellorId } = await district.counsellor();
    const body = { counsellorId, overrideReason: '当事人说愿意由她来谈' };
    expect((await socialWorker.post(`/care/cases/${caseId}/assignment`, body)).status).toBe(200);
    const standing = async () => (await district.stranger().post('/care/askings/standing', asked.key)).body;
    expect(await standing()).not.toHaveProperty('nextSession');
    const plan = aPlan(district.clock.now, byVideo);
    const { sessionId } = (await socialWorker.post(`/care/cases/${caseId}/sessions`, plan)).body;
    expect((await standing()).nextSession).toEqual(plan);
    const outcome = `/care/cases/${caseId}/sessions/${sessionId}/outcome`;
    expect((await socialWorker.post(outcome, { outcome: 'cancelled' })).status).toBe(200);
    expect(await standing()).not.toHaveProperty('nextSession');
    await socialWorker.post(`/care/cases/${caseId}/sessions`, aPlan(district.clock.now, inRoom));
    expect((await standing()).nextSession).toMatchObject(inRoom);
    expect((await district.stranger().post('/care/askings/withdrawal', asked.key)).body).not.toHaveProperty(
      'nextSession',
    );
    expect((await socialWorker.get(`/care/cases/${caseId}`)).body.sessions[0].state).toBe('cancelled');
  });
});
