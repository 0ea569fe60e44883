import { day, dayOf, hour, instantAt, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestClient } from '../../test/test-client.ts';
import { aSupervisor } from '../on-call/test-rota.ts';
import { aNote, anAssignedCase, aWaitingCase, type CareDistrict, startCareDistrict } from '../test-care.ts';
import { CounsellorItem, counsellorPool } from './counsellor.table.ts';
import { aStanding } from './test-standing.ts';

let district: CareDistrict;
let supervisor: TestClient;
let socialWorker: TestClient;
beforeEach(async () => {
  district = await startCareDistrict();
  supervisor = await aSupervisor(district);
  socialWorker = await district.socialWorker();
});
afterEach(() => district.stop());

const inDays = (days: number) => dayOf(shiftBy(district.clock.now, days * day));
const listed = async (query = '') => (await supervisor.get(`/care/counsellors?place=440103${query}`)).body;
const change = (counsellorId: string, overrides: object = {}) =>
  supervisor.post(`/care/counsellors/${counsellorId}/standing`, aStanding(district, overrides));

/** Whether a new case may be given to a counsellor, and all that a social worker is told if not. */
async function mayBeGiven(counsellorId: string, wishes: Record<string, unknown> = {}) {
  const caseId = await aWaitingCase(socialWorker, wishes);
  const { items } = (await socialWorker.get(`/care/cases/${caseId}/candidates`)).body;
  const isSuggested = items.some((each: { counsellorId: string }) => each.counsellorId === counsellorId);
  if (isSuggested) return 'may';
  const body = { counsellorId, overrideReason: '当事人曾经提到过这一位' };
  return (await socialWorker.post(`/care/cases/${caseId}/assignment`, body)).body;
}

const refused = { status: 409, code: 'care.cannotBeChosen' };

describe('a certificate', () => {
  it('that has run out brings no new cases from the day after, and leaves those that there are', async () => {
    const { caseId, counsellor } = await anAssignedCase(district);
    const credential = { number: 'XL-2024-000881', until: inDays(1) };
    expect((await change(counsellor.counsellorId, { credential })).body).toMatchObject({ version: 1 });
    expect(await mayBeGiven(counsellor.counsellorId)).toBe('may');
    district.clock.now = instantAt(inDays(1), '23:59');
    expect(await mayBeGiven(counsellor.counsellorId)).toBe('may');
    district.later(minute);
    const answer = await mayBeGiven(counsellor.counsellorId);
    expect(answer).toMatchObject(refused);
    expect(JSON.stringify(answer)).not.toMatch(/证书|certificate|credential|pause|暂停/i);
    expect((await counsellor.caller.get(`/care/cases/${caseId}`)).status).toBe(200);
    expect((await listed()).items[0]).toMatchObject({
      counsellorId: counsellor.counsellorId,
      faults: ['credentialOver'],
      openCases: 1,
      takesNew: false,
      credentialNumber: '****0881',
    });
  });

  it('is told of to the supervisors before it ends, and each week after while there are cases', async () => {
    const { counsellor } = await anAssignedCase(district);
    const credential = { number: 'XL-2024-000881', until: inDays(40) };
    await change(counsellor.counsellorId, { credential, vettedUntil: undefined });
    const told: string[] = [];
    for (let days = 0; days < 55; days += 1) {
      district.clock.now = instantAt(dayOf(shiftBy(district.clock.now, day)), '09:00');
      const before = district.pages.length;
      await Promise.all([1, 2].map(() => district.care.counsellorWatch.onTick(district.clock.now)));
      const said = district.pages.slice(before).filter(({ reason }) => reason.startsWith('papers'));
      told.push(...said.map(({ reason, place }) => `${dayOf(district.clock.now)} ${reason} ${place}`));
    }
    expect([...new Set(told)]).toEqual([
      '2026-12-04 papersEnd 440103',
      '2026-12-27 papersEnd 440103',
      '2027-01-03 papersEnd 440103',
      '2027-01-10 papersOver 440103',
      '2027-01-17 papersOver 440103',
    ]);
  });

  it('is told of like it: supervision that ends, and each week after while there are cases', async () => {
    const { counsellorId } = await district.counsellor({ supervisedOn: inDays(-39) });
    const caseId = await aWaitingCase(socialWorker);
    await socialWorker.post(`/care/cases/${caseId}/assignment`, { counsellorId });
    expect((await listed()).items[0]).toMatchObject({ faults: ['supervisionEnds'], takesNew: true });
    const told: string[] = [];
    for (let days = 0; days < 18; days += 1) {
      district.clock.now = instantAt(dayOf(shiftBy(district.clock.now, day)), '09:00');
      const before = district.pages.length;
      await district.care.counsellorWatch.onTick(district.clock.now);
      if (district.pages.length > before) told.push(`${dayOf(district.clock.now)} ${district.pages.at(-1)?.reason}`);
    }
    expect(told).toEqual([
      '2026-11-27 supervisionEnds',
      '2026-11-28 supervisionOver',
      '2026-12-04 supervisionOver',
      '2026-12-11 supervisionOver',
    ]);
    expect((await listed()).items[0]).toMatchObject({ faults: ['supervisionOver'], takesNew: false });
  });

  it('and the rest of a standing is changed as it was seen only, by a supervisor who reaches there', async () => {
    const { counsellorId } = await district.counsellor();
    const answers = await Promise.all([change(counsellorId), change(counsellorId, { caseLimit: 1 })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('care.counsellorChanged');
    const fields = async (overrides: object) => (await change(counsellorId, { version: 1, ...overrides })).body.fields;
    expect(await fields({ credential: { number: ' ', until: inDays(1) } })).toMatchObject([
      { path: 'credential.number' },
    ]);
    expect(await fields({ vettedUntil: 'soon' })).toMatchObject([{ path: 'vettedUntil' }]);
    expect(await fields({ caseLimit: 0 })).toMatchObject([{ path: 'caseLimit' }]);
    expect(await fields({ level: 4 })).toMatchObject([{ path: 'level' }]);
  });

  it('keeps a case that is given meanwhile: limits and cases are counted apart', async () => {
    const { counsellorId } = await district.counsellor();
    const caseId = await aWaitingCase(socialWorker);
    const body = { counsellorId, overrideReason: '当事人曾经提到过这一位' };
    const [assigned, changed] = await Promise.all([
      socialWorker.post(`/care/cases/${caseId}/assignment`, body),
      change(counsellorId, { caseLimit: 2 }),
    ]);
    expect(changed.status).toBe(200);
    const { items } = await listed();
    expect(items[0]).toMatchObject({ caseLimit: 2, openCases: assigned.status === 200 ? 1 : 0 });
  });
});

describe('vetting for work with minors', () => {
  it('ends with its last day; grown-ups may still be given', async () => {
    const { counsellorId } = await district.counsellor({ vettedUntil: inDays(0) });
    expect(await mayBeGiven(counsellorId, { forWhom: 'minor' })).toBe('may');
    district.later(day);
    expect(await mayBeGiven(counsellorId, { forWhom: 'minor' })).toMatchObject(refused);
    expect(await mayBeGiven(counsellorId)).toBe('may');
  });
});

describe('a pause', () => {
  it('is private: others see that no case can be given, the supervisor too, and nobody why', async () => {
    const { counsellorId, caller } = await district.counsellor();
    const reason = '家里有事，想静一静';
    const paused = await caller.post('/care/own-counselling/pause', { reason });
    expect(paused.body).toEqual({ counsellorId, isPaused: true });
    expect((await caller.get('/care/own-counselling')).body).toMatchObject({ pause: { reason }, takesNew: false });
    expect(await mayBeGiven(counsellorId)).toMatchObject(refused);
    const seen = await listed();
    expect(seen.items).toMatchObject([{ counsellorId, takesNew: false, faults: [] }]);
    expect(JSON.stringify(seen)).not.toMatch(/pause|家里有事/);
    const { items: rows } = await district.table('care').query(CounsellorItem, counsellorPool, { limit: 10 });
    expect(JSON.stringify(rows)).not.toContain(reason);
    await caller.post('/care/own-counselling/resumption');
    expect((await caller.get('/care/own-counselling')).body.pause).toBeUndefined();
    expect(await mayBeGiven(counsellorId)).toBe('may');
  });

  it('ends by itself after its last day', async () => {
    const { counsellorId, caller } = await district.counsellor();
    await caller.post('/care/own-counselling/pause', { until: inDays(2) });
    district.clock.now = instantAt(inDays(2), '23:00');
    expect(await mayBeGiven(counsellorId)).toMatchObject(refused);
    district.later(hour);
    expect(await mayBeGiven(counsellorId)).toBe('may');
    expect((await caller.get('/care/own-counselling')).body.pause).toBeUndefined();
  });

  it('is asked of counsellors who were enrolled, in so many words', async () => {
    const { caller } = await district.volunteer({ role: 'counsellor', scope: '440103' });
    expect((await district.atCare(caller).post('/care/own-counselling/pause', {})).status).toBe(404);
    const { caller: enrolled } = await district.counsellor();
    const tooLong = await enrolled.post('/care/own-counselling/pause', { reason: '累'.repeat(201) });
    expect(tooLong.body.fields).toMatchObject([{ path: 'reason' }]);
  });
});

describe('after a crisis', () => {
  it('a counsellor cools down: no new case for two days, counted from its end', async () => {
    const { caseId, counsellor } = await anAssignedCase(district);
    await counsellor.caller.post(`/care/cases/${caseId}/notes`, aNote({ condition: 'danger' }));
    expect(await mayBeGiven(counsellor.counsellorId)).toMatchObject(refused);
    district.later(hour);
    const { escalationId } = district.pages.at(-1) ?? {};
    const onCall = await district.onCall();
    await onCall.post(`/care/escalations/${escalationId}/contact`, { outcome: 'personReached' });
    const own = async () => (await counsellor.caller.get('/care/own-counselling')).body;
    expect(await own()).toMatchObject({ coolsDownUntil: shiftBy(district.clock.now, 2 * day), takesNew: false });
    district.later(2 * day - minute);
    expect(await mayBeGiven(counsellor.counsellorId)).toMatchObject(refused);
    district.later(minute);
    expect(await mayBeGiven(counsellor.counsellorId)).toBe('may');
    expect((await own()).coolsDownUntil).toBeUndefined();
  });
});

describe('the list of counsellors', () => {
  it('comes page by page, and only to supervisors of the place', async () => {
    for (let count = 0; count < 3; count += 1) await district.counsellor();
    const first = await listed('&limit=2');
    expect(first.items).toHaveLength(2);
    const second = await listed(`&limit=2&cursor=${first.cursor}`);
    expect(second.items).toHaveLength(1);
    expect(second.cursor).toBeUndefined();
    expect(new Set([...first.items, ...second.items].map(({ counsellorId }) => counsellorId)).size).toBe(3);
    expect((await listed(`&cursor=x`)).code).toBe('platform.cursorInvalid');
    expect((await socialWorker.get('/care/counsellors?place=440103')).status).toBe(403);
  });
});
