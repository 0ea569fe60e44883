import { day, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { elsewhere, home } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { aSupervisor } from '../on-call/test-rota.ts';
import { aNote, anAssignedCase, type CareDistrict, startCareDistrict } from '../test-care.ts';
import { OpeningItem } from './opening.table.ts';
import { anOpening, breakGlass } from './test-opening.ts';

let district: CareDistrict;
let supervisor: TestClient;
beforeEach(async () => {
  district = await startCareDistrict();
  supervisor = await aSupervisor(district);
});
afterEach(() => district.stop());

const read = (caller: TestClient, caseId: string) => caller.get(`/care/openings/cases/${caseId}`);
const listed = async (caller: TestClient) => (await caller.get(`/care/openings?place=${home.street}`)).body.items;
const review = (caller: TestClient, { caseId, openedAt }: { caseId: string; openedAt: string }, more: object = {}) =>
  caller.post('/care/openings/review', {
    caseId,
    openedAt,
    verdict: 'justified',
    text: '确实联系不上社工，处理得当',
    ...more,
  });

describe('confidentiality 3: a case that a supervisor opens in an emergency', () => {
  it('is read by her alone, without changing it, for as long as she said', async () => {
    const { caseId, counsellor, socialWorker } = await anAssignedCase(district, { contact: '门口便利店的座机' });
    await counsellor.caller.post(`/care/cases/${caseId}/notes`, aNote({ text: '她说今晚一个人在家。' }));
    expect((await read(supervisor, caseId)).body.code).toBe('care.openingOver');
    const opened = await breakGlass(supervisor, caseId, { minutes: 30 });
    expect(opened.body).toEqual({
      caseId,
      openedAt: district.clock.now,
      until: shiftBy(district.clock.now, 30 * minute),
    });
    const seen = (await read(supervisor, caseId)).body;
    expect(seen).toMatchObject({
      alias: '晨曦',
      contact: '门口便利店的座机',
      notes: [{ text: '她说今晚一个人在家。' }],
    });
    expect(JSON.stringify(seen)).not.toMatch(/keepAway|counsellor|topics|screening/);
    for (const other of [await aSupervisor(district), socialWorker, counsellor.caller]) {
      expect((await read(other, caseId)).status).toBeGreaterThanOrEqual(403);
    }
    // Nothing but that one page: neither the case's own routes nor writing.
    expect((await supervisor.get(`/care/cases/${caseId}`)).status).toBe(403);
    expect((await supervisor.get(`/care/cases/${caseId}/notes`)).status).toBe(403);
    expect((await supervisor.post(`/care/cases/${caseId}/notes`, aNote())).status).toBe(403);
    district.later(30 * minute);
    expect((await read(supervisor, caseId)).body.code).toBe('care.openingOver');
  });

  it('is told at once to its social worker and the supervisors, also when the pager was down, and each day until reviewed', async () => {
    const { caseId, socialWorker } = await anAssignedCase(district);
    await socialWorker.post('/care/own-duties/card', { workName: '罗姑娘', mobile: '13811110090' });
    district.gateway.isDown = true;
    const opening = (await breakGlass(supervisor, caseId)).body;
    expect(district.pages).toEqual([]);
    district.later(minute);
    await expect(district.care.openingWatch.onTick(district.clock.now)).rejects.toThrow(AggregateError);
    district.gateway.isDown = false;
    const tick = async (later: number) => {
      district.later(later);
      await district.care.openingWatch.onTick(district.clock.now);
    };
    await tick(minute);
    await tick(minute);
    const told = { place: home.street, level: 2, called: 'everyone', phones: ['+8613811110090'] };
    expect(district.pages).toMatchObject([{ reason: 'caseOpened', ...told }]);
    await tick(day);
    expect(district.pages.slice(1)).toMatchObject([{ reason: 'openingUnreviewed', ...told }]);
    expect((await review(await aSupervisor(district), opening)).status).toBe(200);
    await tick(3 * day);
    expect(district.pages).toHaveLength(2);
  });

  it('stands in the audit as opened by a supervisor, before anything is read', async () => {
    const { caseId } = await anOpening(district, supervisor);
    await read(supervisor, caseId);
    const { items } = (await supervisor.get(`/care/readings?place=${home.street}&caseId=${caseId}`)).body;
    expect(items[0]).toMatchObject({ opened: 'emergency', as: 'careSupervisor' });
  });

  it('is reviewed by another supervisor than the one who opened it, once, and that ends it', async () => {
    const opening = await anOpening(district, supervisor);
    const other = await aSupervisor(district);
    expect(await listed(supervisor)).toMatchObject([{ caseId: opening.caseId, isMine: true, isReadable: true }]);
    expect(await listed(other)).toMatchObject([{ isMine: false, isReadable: false, reason: opening.reason }]);
    expect((await review(supervisor, opening)).body.code).toBe('care.ownOpening');
    const answers = await Promise.all([review(other, opening), review(await aSupervisor(district), opening)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await listed(other)).toEqual([]);
    expect((await read(supervisor, opening.caseId)).body.code).toBe('care.openingOver');
  });

  it('stands with its reason and its review among those that are over, the latest first, for supervisors of the place', async () => {
    const other = await aSupervisor(district);
    const openings = [await anOpening(district, supervisor)];
    district.later(minute);
    openings.unshift(await anOpening(district, supervisor));
    const past = async (query = '') => (await supervisor.get(`/care/openings/past?place=${home.street}${query}`)).body;
    expect((await past()).items).toEqual([]);
    for (const opening of openings) await review(other, opening, { verdict: 'notJustified' });
    const { items } = await past();
    expect(items).toMatchObject(
      openings.map(({ caseId, reason }) => ({
        caseId,
        reason,
        review: { verdict: 'notJustified', at: district.clock.now },
      })),
    );
    expect(items[0].by).not.toBe(items[0].review.by);
    const first = await past('&limit=1');
    const second = await past(`&limit=1&cursor=${encodeURIComponent(first.cursor)}`);
    expect([...first.items, ...second.items]).toEqual(items);
    const elsewhereOnly = await district.person({ role: 'careSupervisor', scope: elsewhere.street });
    expect((await elsewhereOnly.get(`/care/openings/past?place=${elsewhere.street}`)).body.items).toEqual([]);
  });

  it('needs a reason of twenty characters and an hour at most, and a review in words', async () => {
    const { caseId } = await anAssignedCase(district);
    const fields = async (more: object) => (await breakGlass(supervisor, caseId, more)).body.fields;
    expect(await fields({ reason: '急事' })).toMatchObject([{ path: 'reason' }]);
    expect(await fields({ minutes: 61 })).toMatchObject([{ path: 'minutes' }]);
    const opening = (await breakGlass(supervisor, caseId)).body;
    const answer = await review(await aSupervisor(district), opening, { text: '好' });
    expect(answer.body.fields).toMatchObject([{ path: 'text' }]);
    const never = { caseId, openedAt: shiftBy(opening.openedAt, -minute) };
    expect((await review(await aSupervisor(district), never)).body.code).toBe('care.openingReviewed');
  });

  it('keeps the reason and the review out of rows, events and the log', async () => {
    const opening = await anOpening(district, supervisor);
    await review(await aSupervisor(district), opening);
    const { rows } = await district
      .table('care')
      .collect(`CASE#${opening.caseId}`, { beginsWith: 'OPENING#' }, { rows: OpeningItem });
    expect(rows).toHaveLength(1);
    for (const text of [opening.reason, '处理得当']) {
      expect(JSON.stringify([rows, district.pages, district.log])).not.toContain(text);
    }
  });
});
