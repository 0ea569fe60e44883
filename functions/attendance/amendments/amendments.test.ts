import { day, dayOf, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../platform/transact.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { anAmendment, claimOf, endOfNotice, evidence } from '../../test/an-amendment.ts';
import { aCoordinator, anAttendance } from '../../test/an-attendance.ts';
import { auditOf } from '../../test/audit-of.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { VolunteerDay } from '../attendance.table.ts';
import { checkHours } from '../hours-check.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const records = async (caller: TestClient) => (await caller.get('/service-records')).body.items;
const mine = async (caller: TestClient) => (await caller.get('/amendments/mine')).body.items;
const notices = async () => (await district.stranger().get('/amendment-notices/current?limit=100')).body.items;
const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const approve = { outcome: 'approve', words: '和签到表对得上' };

/** Hours of the same day, with another team. */
async function serveElsewhere(
  volunteerId: string,
  served: { startsAt: string; minutes: number; times?: { startsAt: string; endsAt: string }[] },
): Promise<void> {
  const { startsAt, minutes, times = [] } = served;
  const table = district.table('attendance');
  const day = dayOf(startsAt);
  const stored = { volunteerId, day, checkIns: 1, minutes, times: times.map((time) => ({ seq: 99, ...time })) };
  await transact(table.client, { day: table.put(VolunteerDay, stored) });
}

describe('hours that nobody recorded', () => {
  it('are asked for with evidence, approved, stand on notice, and are booked and marked for good', async () => {
    const { caller, id, startsAt, endsAt, noticeUntil } = await anAmendment(district, 'onNotice');
    expect(await mine(caller)).toMatchObject([{ id, state: 'onNotice', kind: 'backEntry', minutes: 120, noticeUntil }]);
    expect(await records(caller)).toEqual([]);

    // A minute before the end nothing is booked.
    district.later(Date.parse(noticeUntil) - Date.parse(district.clock.now) - 60_000);
    await district.tick();
    expect(await records(caller)).toEqual([]);
    await endOfNotice(district, noticeUntil);
    await district.tick();
    expect(await records(caller)).toMatchObject([
      { seq: 1, kind: 'service', minutes: 120, ways: ['backEntry'], startedAt: startsAt, endedAt: endsAt },
    ]);
    expect(await mine(caller)).toMatchObject([{ state: 'booked', record: { seq: 1, minutes: 120 } }]);
    expect((await notices()).map((notice: { id: string }) => notice.id)).not.toContain(id);
    expect((await checkHours(district.table('attendance'))).sound).toBe(true);
  });

  it('earn points as the rules of points say, and none when they are taken back', async () => {
    const { caller, shiftId, volunteerId, coordinator } = await anAmendment(district, 'booked');
    expect((await caller.get('/service-records/total')).body.minutes).toBe(120);
    expect((await caller.get('/points')).body.balance).toBe(2);
    const path = `/shifts/${shiftId}/attendance/${volunteerId}/reversal`;
    expect((await coordinator.post(path, { reason: '后来发现登记错了人' })).status).toBe(201);
    await district.settle();
    await district.redeliver();
    expect((await caller.get('/service-records/total')).body.minutes).toBe(0);
    expect((await caller.get('/points')).body.balance).toBe(0);
  });

  it('stay marked when they are taken back and confirmed anew', async () => {
    const { caller, shiftId, volunteerId, coordinator } = await anAmendment(district, 'booked');
    const path = `/shifts/${shiftId}/attendance/${volunteerId}`;
    await coordinator.post(`${path}/reversal`, { reason: '先撤回核对一下' });
    expect((await coordinator.post(`${path}/confirmation`)).status).toBe(201);
    expect((await records(caller))[0]).toMatchObject({ kind: 'service', minutes: 120, ways: ['backEntry'] });
  });
});

describe('hours that were recorded wrongly', () => {
  it('are corrected by a reversal and a new record, with points for the difference', async () => {
    const { caller, id, noticeUntil } = await anAmendment(district, 'onNotice', { attendance: 'confirmed' });
    await district.settle();
    expect((await caller.get('/points')).body.balance).toBe(1);
    expect(await mine(caller)).toMatchObject([{ id, kind: 'correction' }]);
    await endOfNotice(district, noticeUntil);
    expect(await records(caller)).toMatchObject([
      { seq: 3, kind: 'service', minutes: 120, ways: ['correction'] },
      { seq: 2, kind: 'reversal', minutes: -90, reverses: 1 },
      { seq: 1, kind: 'service', minutes: 90 },
    ]);
    expect((await caller.get('/service-records/total')).body.minutes).toBe(120);
    expect((await caller.get('/points')).body.balance).toBe(2);
    expect((await checkHours(district.table('attendance'))).sound).toBe(true);
  });

  it('are left alone when the record was taken back meanwhile', async () => {
    const amendment = await anAmendment(district, 'onNotice', { attendance: 'confirmed' });
    const { caller, coordinator, shiftId, volunteerId, noticeUntil } = amendment;
    const reason = { reason: '重复登记了一次' };
    await coordinator.post(`/shifts/${shiftId}/attendance/${volunteerId}/reversal`, reason);
    await endOfNotice(district, noticeUntil);
    expect(await mine(caller)).toMatchObject([{ state: 'notBooked', notBooked: 'changedMeanwhile' }]);
    expect(await records(caller)).toHaveLength(2);
  });

  it('stay a back-entry when they were one', async () => {
    const { caller, coordinator, ...stay } = await anAmendment(district, 'booked');
    const claim = await claimOf(caller, { ...stay, endsAt: shiftBy(stay.endsAt, -hour) });
    const { id } = (await caller.post('/amendments/mine', { ...claim, named: false })).body;
    const { noticeUntil } = (await coordinator.post(`/amendments/${id}/decision`, approve)).body;
    await endOfNotice(district, noticeUntil);
    expect((await records(caller))[0]).toMatchObject({ minutes: 60, ways: ['backEntry', 'correction'] });
    expect((await caller.get('/points')).body.balance).toBe(1);
  });
});

describe('asking', () => {
  it('is refused while the leader can still enter it, outside the shift, without evidence, and a second time', async () => {
    const stay = await anAttendance(district, 'expected');
    const { caller } = stay;
    const early = await caller.post('/amendments/mine', { ...(await claimOf(caller, stay)), named: false });
    expect(refusal(early)).toEqual([409, 'amendment.tooEarly']);
    expect((await caller.get('/amendments/askable')).body.items).toEqual([]);

    district.later(2 * day);
    expect((await caller.get('/amendments/askable')).body.items).toMatchObject([
      { shiftId: stay.shiftId, kind: 'backEntry' },
    ]);
    const claim = await claimOf(caller, stay);
    const ask = (change: object) => caller.post('/amendments/mine', { ...claim, named: false, ...change });
    expect(refusal(await ask({ from: shiftBy(stay.startsAt, -hour) }))).toEqual([400, 'amendment.outsideShift']);
    expect(refusal(await ask({ from: stay.endsAt, until: stay.startsAt }))).toEqual([400, 'amendment.outsideShift']);
    expect(refusal(await ask({ uploadId: 'upl_00000000000000000000' }))).toEqual([404, 'platform.notFound']);
    expect(refusal(await ask({ words: '忘了' }))).toEqual([400, 'platform.invalidInput']);
    expect((await ask({})).status).toBe(201);
    expect(refusal(await ask({ uploadId: await evidence(caller) }))).toEqual([409, 'amendment.alreadyOpen']);
    expect((await caller.get('/amendments/askable')).body.items).toEqual([]);
  });

  it('is for shifts that one had to do with', async () => {
    const { shiftId, startsAt, endsAt } = await anAttendance(district, 'expected');
    const stranger = await aVolunteer(district);
    district.later(2 * day);
    const claim = await claimOf(stranger.caller, { shiftId, startsAt, endsAt });
    const answer = await stranger.caller.post('/amendments/mine', { ...claim, named: false });
    expect(refusal(answer)).toEqual([409, 'amendment.notSignedUp']);
  });

  it('for somebody else is for the leader, who does not decide, and never for oneself', async () => {
    const stay = await anAttendance(district, 'expected');
    district.later(2 * day);
    const both = await district.person(
      { role: 'coordinator', scope: home.street },
      { role: 'teamLeader', scope: home.team },
    );
    const claim = { ...(await claimOf(both, stay)), volunteerId: stay.volunteerId };
    const asked = await both.post('/amendments/for-others', claim);
    expect(asked.body).toMatchObject({ state: 'asked' });
    const { id } = asked.body;
    expect(refusal(await both.post(`/amendments/${id}/decision`, approve))).toEqual([
      403,
      'amendment.decidedByAnother',
    ]);
    const [listed] = (await both.get(`/amendments?place=${home.street}&limit=100`)).body.items.filter(
      (each: { id: string }) => each.id === id,
    );
    expect(listed).toMatchObject({ isForOther: true, askedBy: 'leader' });
    expect(await mine(stay.caller)).toMatchObject([{ id, askedBy: 'leader' }]);
    // It is about her, so she may take it back.
    expect((await stay.caller.post(`/amendments/${id}/withdrawal`)).body.state).toBe('withdrawn');
  });

  it('can be taken back until it is booked, by those whom it concerns, and its file goes', async () => {
    const before = district.files.size;
    const { caller, id, coordinator } = await anAmendment(district, 'onNotice');
    expect(district.files.size).toBe(before + 1);
    const other = await aVolunteer(district);
    expect(refusal(await other.caller.post(`/amendments/${id}/withdrawal`))).toEqual([404, 'platform.notFound']);
    expect((await caller.post(`/amendments/${id}/withdrawal`)).body).toMatchObject({ state: 'withdrawn' });
    expect(district.files.size).toBe(before);
    expect(refusal(await coordinator.post(`/amendments/${id}/evidence`))).toEqual([404, 'amendment.fileGone']);
    expect(refusal(await caller.post(`/amendments/${id}/withdrawal`))).toEqual([409, 'amendment.cannotMove']);
  });
});

describe('deciding', () => {
  it('opens the evidence, which the audit keeps, and refuses with words that the person reads', async () => {
    const { caller, id, coordinator } = await anAmendment(district, 'asked');
    const opened = (await coordinator.post(`/amendments/${id}/evidence`)).body;
    expect(opened).toMatchObject({ name: '签到表.pdf', type: 'application/pdf', pieces: 1 });
    const piece = await coordinator.get(`/amendments/${id}/evidence/0?ticket=${opened.ticket}`);
    expect(Buffer.from(piece.body.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    const other = await aCoordinator(district);
    const borrowed = await other.get(`/amendments/${id}/evidence/0?ticket=${opened.ticket}`);
    expect(refusal(borrowed)).toEqual([409, 'amendment.ticketOver']);
    expect((await auditOf(district, id)).map(({ action }) => action)).toContain('amendment.openEvidence');

    const refused = { outcome: 'refuse', words: '签到表上没有这个名字' };
    expect((await coordinator.post(`/amendments/${id}/decision`, refused)).body.state).toBe('refused');
    expect(await mine(caller)).toMatchObject([{ state: 'refused', decision: { words: refused.words } }]);
    expect(refusal(await coordinator.post(`/amendments/${id}/decision`, approve))).toEqual([
      409,
      'amendment.cannotMove',
    ]);
  });

  it('of more than twelve hours of a day is for the district', async () => {
    const { caller, id, volunteerId, startsAt, coordinator } = await anAmendment(district, 'asked');
    await serveElsewhere(volunteerId, { startsAt, minutes: 700 });
    expect(refusal(await coordinator.post(`/amendments/${id}/decision`, approve))).toEqual([
      409,
      'amendment.dayNeedsDistrict',
    ]);
    const whole = await district.person({ role: 'coordinator', scope: '440103' });
    const { noticeUntil } = (await whole.post(`/amendments/${id}/decision`, approve)).body;
    await endOfNotice(district, noticeUntil);
    expect((await records(caller))[0]).toMatchObject({ minutes: 120 });
  });
});

describe('what happens while a notice stands', () => {
  it('counts: a day that grew beyond what was approved is not booked', async () => {
    const { caller, volunteerId, startsAt, noticeUntil } = await anAmendment(district, 'onNotice');
    await serveElsewhere(volunteerId, { startsAt, minutes: 700 });
    await endOfNotice(district, noticeUntil);
    expect(await mine(caller)).toMatchObject([{ state: 'notBooked', notBooked: 'dayTooLong' }]);
    expect(await records(caller)).toEqual([]);
  });

  it('counts: time that another service took is booked no second time', async () => {
    const part = await anAmendment(district, 'onNotice');
    const half = { startsAt: part.startsAt, endsAt: shiftBy(part.startsAt, hour) };
    await serveElsewhere(part.volunteerId, { startsAt: part.startsAt, minutes: 60, times: [half] });
    await endOfNotice(district, part.noticeUntil);
    expect(await mine(part.caller)).toMatchObject([{ state: 'booked', minutes: 120, record: { minutes: 60 } }]);

    const all = await anAmendment(district, 'onNotice');
    const whole = { startsAt: all.startsAt, endsAt: all.endsAt };
    await serveElsewhere(all.volunteerId, { startsAt: all.startsAt, minutes: 120, times: [whole] });
    await endOfNotice(district, all.noticeUntil);
    expect(await mine(all.caller)).toMatchObject([{ state: 'notBooked', notBooked: 'nothingToCount' }]);
  });
});

describe('a public notice', () => {
  it('names somebody with her consent, and by her number otherwise, and says no more than it must', async () => {
    const named = await anAmendment(district, 'onNotice', { named: true });
    const plain = await anAmendment(district, 'onNotice');
    const all = await notices();
    const whoIn = ({ id }: { id: string }) => all.find((notice: { id: string }) => notice.id === id);
    const { name } = (await named.caller.get('/volunteers/me')).body;
    const { number } = (await plain.caller.get('/volunteers/me')).body;
    expect(whoIn(named).who).toBe(name);
    expect(whoIn(plain).who).toBe(number);
    expect(Object.keys(whoIn(plain)).toSorted()).toEqual(
      ['askedBy', 'evidence', 'from', 'id', 'kind', 'minutes', 'noticeUntil', 'state', 'teamScope', 'title'].concat(
        'until',
        'who',
      ),
    );
  });

  it('that somebody objects to waits until it is decided, by somebody without a part in it', async () => {
    const { caller, id, objector, coordinator, noticeUntil } = await anAmendment(district, 'objected');
    const words = { words: '那天我在场，没有见到这个人' };
    const object = (by: TestClient) => by.post(`/amendment-notices/${id}/objections`, words);
    expect(refusal(await object(objector))).toEqual([409, 'amendment.alreadyObjected']);
    expect(refusal(await object(caller))).toEqual([403, 'amendment.ownNotice']);
    await endOfNotice(district, noticeUntil);
    expect(await records(caller)).toEqual([]);
    expect((await notices()).find((notice: { id: string }) => notice.id === id)).toMatchObject({ state: 'objected' });

    const decision = { outcome: 'dismissed', words: '签到表上有本人的签名' };
    const path = `/amendments/${id}/objections/decision`;
    expect(refusal(await coordinator.post(path, decision))).toEqual([403, 'amendment.decidedByAnother']);
    const another = await aCoordinator(district);
    const listed = (await another.get(`/amendments?place=${home.street}&limit=100`)).body.items;
    const mineToDecide = listed.find((each: { id: string }) => each.id === id);
    expect(mineToDecide).toMatchObject({ objections: [words], isForOther: false });
    expect((await another.post(path, decision)).body.state).toBe('onNotice');
    await district.tick();
    expect(await records(caller)).toMatchObject([{ minutes: 120, ways: ['backEntry'] }]);
  });

  it('whose objection is right ends without hours, and no objection comes after its end', async () => {
    const { caller, id } = await anAmendment(district, 'objected');
    const another = await aCoordinator(district);
    const decision = { outcome: 'upheld', words: '活动当天取消了' };
    expect((await another.post(`/amendments/${id}/objections/decision`, decision)).body.state).toBe('refused');
    expect(await mine(caller)).toMatchObject([{ state: 'refused', decision: { words: decision.words } }]);

    const later = await anAmendment(district, 'booked');
    const answer = await later.objector.post(`/amendment-notices/${later.id}/objections`, {
      words: '来晚了，还想说一句',
    });
    expect(refusal(answer)).toEqual([409, 'amendment.noticeOver']);
  });
});
