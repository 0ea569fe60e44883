import { randomUUID } from 'node:crypto';
import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPdf, upload } from '../test/a-certificate.ts';
import { aFencedShift, atThePlace } from '../test/a-fenced-shift.ts';
import { aMerge } from '../test/a-merge.ts';
import { aShift } from '../test/a-shift.ts';
import { aRegistration, aVolunteer } from '../test/a-volunteer.ts';
import { aPastStay, claimOf } from '../test/an-amendment.ts';
import { aCoordinator, anAttendance, shownCode } from '../test/an-attendance.ts';
import { home, startDistrict, type TestDistrict } from '../test/district.ts';
import type { Answer, TestClient } from '../test/test-client.ts';

/** What somebody tries who sells hours, or buys them. */

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const refusal = ({ status, body }: Answer) => [status, body.code];
const confirm = (who: TestClient, { shiftId, volunteerId }: { shiftId: string; volunteerId: string }) =>
  who.post(`/shifts/${shiftId}/attendance/${volunteerId}/confirmation`);
const minutesOf = async (caller: TestClient) => (await caller.get('/service-records/total')).body.minutes;

/** Somebody with an office who volunteers as well, and the second record of hers that a merge will make her own. */
async function withTwoRecords(role: 'teamLeader' | 'coordinator') {
  const scope = role === 'teamLeader' ? home.team : home.street;
  const caller = await district.person({ role, scope });
  const volunteerId: string = (await caller.post('/volunteers', aRegistration())).body.id;
  await (await aCoordinator(district)).post(`/volunteers/${volunteerId}/approval`, { decision: 'approve' });
  return { caller, stays: { caller, volunteerId, accountId: '', mobile: '' }, goes: await aVolunteer(district) };
}

describe('one leader and her buyer', () => {
  it('cannot make a stay out of what only the phone says: whoever lets it count does not confirm it', async () => {
    const { caller, leader, shiftId, volunteerId, startsAt } = await aFencedShift(district);
    district.clock.now = shiftBy(startsAt, 20 * hour);
    const times = { in: startsAt, out: shiftBy(startsAt, 2 * hour) };
    for (const what of ['in', 'out'] as const) {
      const entry = { what, fix: atThePlace, tappedAt: times[what] };
      const { reviews } = (await caller.post(`/attendance-fixes/${shiftId}`, entry)).body;
      const path = `/shifts/${shiftId}/attendance/${volunteerId}/reviews/${reviews.at(-1).entryId}`;
      expect((await leader.post(path, { verdict: 'count' })).status).toBe(201);
    }
    const sold = await confirm(leader, { shiftId, volunteerId });
    expect(refusal(sold)).toEqual([403, 'attendance.enteredByYou']);
    expect(await minutesOf(caller)).toBe(0);
    const another = await district.person({ role: 'teamLeader', scope: home.team });
    expect((await confirm(another, { shiftId, volunteerId })).status).toBe(201);
  });

  it('cannot bring a stay of last month: what no phone keeps any more is for a back-entry', async () => {
    const { caller, leader, shiftId, startsAt } = await aFencedShift(district);
    const code = await shownCode(leader, shiftId);
    const tappedAt = district.clock.now;
    district.later(7 * day);
    const atLast = await caller.post(`/shifts/${shiftId}/check-ins`, { code, tappedAt });
    expect([atLast.status, atLast.body.reviews[0].reasons]).toEqual([201, ['tooLong']]);
    district.later(hour);
    const byCode = await caller.post(`/shifts/${shiftId}/check-ins`, { code, tappedAt });
    const byPlace = await caller.post(`/attendance-fixes/${shiftId}`, {
      what: 'in',
      fix: atThePlace,
      tappedAt: startsAt,
    });
    for (const answer of [byCode, byPlace]) {
      expect(refusal(answer)).toEqual([409, 'attendance.keptTooLong']);
      expect(answer.body.detail).toBe(
        '这是 7 天以前的签到或签退，已经不能直接提交。请带上证明材料申请补录，或联系队长。',
      );
    }
  });

  it('cannot bring back what a coordinator took away, not even after coming once more', async () => {
    const sold = await anAttendance(district, 'confirmed', { minutes: 60 });
    const coordinator = await aCoordinator(district);
    const path = `/shifts/${sold.shiftId}/attendance/${sold.volunteerId}`;
    await coordinator.post(`${path}/reversal`, { reason: '查实没有到场服务' });
    expect(refusal(await confirm(sold.leader, sold))).toEqual([403, 'attendance.takenBackBefore']);
    const lines = async (who: TestClient) => (await who.get(`/shifts/${sold.shiftId}/attendance`)).body.items;
    expect(await lines(sold.leader)).toEqual([expect.objectContaining({ state: 'left', isTakenBack: true })]);
    expect(await lines(coordinator)).not.toContainEqual(expect.objectContaining({ isTakenBack: true }));
    for (const way of ['check-ins', 'check-outs']) {
      const entered = await sold.caller.post(`/shifts/${sold.shiftId}/${way}`, {
        code: await shownCode(sold.leader, sold.shiftId),
      });
      expect(entered.status).toBe(201);
      district.later(5 * minute);
    }
    expect(refusal(await confirm(sold.leader, sold))).toEqual([403, 'attendance.takenBackBefore']);
    expect(await minutesOf(sold.caller)).toBe(0);
    expect((await confirm(coordinator, sold)).status).toBe(201);
  });

  it('cannot count a shift that was called off after she had come', async () => {
    const startsAt = shiftBy(district.clock.now, 20 * minute);
    const { shiftId, leader } = await aShift(district, { startsAt });
    const buyer = await aVolunteer(district);
    await buyer.caller.post(`/shifts/${shiftId}/sign-ups`);
    await buyer.caller.post(`/shifts/${shiftId}/check-ins`, { code: await shownCode(leader, shiftId) });
    expect((await leader.post(`/shifts/${shiftId}/cancellation`, { reason: '暴雨' })).status).toBe(200);
    await district.settle();
    district.clock.now = shiftBy(startsAt, 90 * minute);
    const of = { shiftId, volunteerId: buyer.volunteerId };
    const scribe = await district.person({ role: 'teamLeader', scope: home.team });
    const ticked = await scribe.post(`/shifts/${shiftId}/check-ins/by-leader`, { ...of, what: 'out' });
    expect(refusal(ticked)).toEqual([409, 'attendance.shiftNotHeld']);
    await buyer.caller.post(`/shifts/${shiftId}/check-outs`, { code: await shownCode(leader, shiftId) });
    expect(refusal(await confirm(leader, of))).toEqual([409, 'attendance.shiftNotHeld']);
    district.later(2 * day);
    const stay = { shiftId, startsAt, endsAt: shiftBy(startsAt, 2 * hour) };
    const asked = await buyer.caller.post('/amendments/mine', { ...(await claimOf(buyer.caller, stay)), named: false });
    expect(refusal(asked)).toEqual([409, 'attendance.shiftNotHeld']);
  });
});

describe('a phone that lies, and a leader who draws the fence', () => {
  it.each([
    ['an accuracy below zero', { accuracyMetres: -1 }, 'fix.accuracyMetres'],
    ['an accuracy that is no number', { accuracyMetres: null }, 'fix.accuracyMetres'],
    ['degrees that are no number', { longitude: 'NaN' }, 'fix.longitude'],
  ])('get nowhere with %s', async (_, lie, path) => {
    const { caller, shiftId } = await aFencedShift(district);
    const answer = await caller.post(`/attendance-fixes/${shiftId}`, { what: 'in', fix: { ...atThePlace, ...lie } });
    expect([answer.status, answer.body.fields[0].path]).toEqual([400, path]);
  });

  it('get nowhere with a fence around the city, or a place that is nowhere', async () => {
    const leader = await district.person({ role: 'teamLeader', scope: home.team });
    const place = { name: '荔枝湾', longitude: 113.2385, latitude: 23.1205 };
    const { longitude: _, ...nowhere } = place;
    for (const wrong of [{ ...place, fenceMetres: 1_001 }, nowhere]) {
      const activity = { title: '巡逻', kind: 'patrol', teamScope: home.team, place: wrong };
      expect((await leader.post('/activities', activity)).status).toBe(400);
    }
  });
});

describe('hours that are asked for afterwards', () => {
  it('are not for who gave the place back', async () => {
    const { now } = district.clock;
    district.later(-2 * day);
    const stay = await anAttendance(district, 'expected');
    const reason = { reason: '家里有事' };
    expect((await stay.caller.post(`/shifts/${stay.shiftId}/sign-ups/me/late-cancellation`, reason)).status).toBe(200);
    district.clock.now = now;
    const asked = await stay.caller.post('/amendments/mine', { ...(await claimOf(stay.caller, stay)), named: false });
    expect(refusal(asked)).toEqual([409, 'amendment.notSignedUp']);
  });

  it('with the same list for one shift after the other are seen by who decides', async () => {
    const bytes = Buffer.from(aPdf.toString('latin1').replace('\n', `\n% ${randomUUID()}\n`), 'latin1');
    const coordinator = await aCoordinator(district);
    const listed = async (id: string) =>
      (await coordinator.get(`/amendments?place=${home.street}&limit=100`)).body.items.find(
        (each: { id: string }) => each.id === id,
      );
    const ask = async (stay: Awaited<ReturnType<typeof aPastStay>>) => {
      const { uploadId } = (await upload(stay.caller, { name: '签到表.pdf', bytes })).body;
      const claim = { ...(await claimOf(stay.caller, stay)), uploadId, named: false };
      return (await stay.caller.post('/amendments/mine', claim)).body.id;
    };
    const first = await ask(await aPastStay(district));
    expect(await listed(first)).not.toHaveProperty('fileOfOtherShifts');
    const second = await ask(await aPastStay(district));
    for (const id of [first, second]) expect(await listed(id)).toMatchObject({ fileOfOtherShifts: 1 });
  });

  it('of a record that a merge made hers are not for a coordinator to approve', async () => {
    const { caller, stays, goes } = await withTwoRecords('coordinator');
    const { now } = district.clock;
    const stay = await aPastStay(district, goes);
    district.clock.now = now;
    const claim = await claimOf(goes.caller, stay);
    const { id } = (await goes.caller.post('/amendments/mine', { ...claim, named: false })).body;
    await aMerge(district, { stays, goes, mobile: 'released' });
    await district.settle();
    const decided = await caller.post(`/amendments/${id}/decision`, { outcome: 'approve', words: '和签到表对得上' });
    expect(refusal(decided)).toEqual([403, 'amendment.decidedByAnother']);
    const [listed] = (await caller.get(`/amendments?place=${home.street}&limit=100`)).body.items.filter(
      (each: { id: string }) => each.id === id,
    );
    expect(listed.isForOther).toBe(true);
  });
});

describe('a leader with two volunteer numbers', () => {
  it('does not tick the other one, once a merge has made it hers', async () => {
    const { caller, stays, goes } = await withTwoRecords('teamLeader');
    const { shiftId } = await anAttendance(district, 'here', { volunteer: goes });
    await aMerge(district, { stays, goes, mobile: 'released' });
    await district.settle();
    district.later(hour);
    const ticked = await caller.post(`/shifts/${shiftId}/check-ins/by-leader`, {
      volunteerId: goes.volunteerId,
      what: 'out',
    });
    expect(refusal(ticked)).toEqual([403, 'attendance.ownAttendance']);
  });
});
