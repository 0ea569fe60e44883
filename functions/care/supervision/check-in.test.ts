import { day, minute } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { home } from '../../test/district.ts';
import { aSupervisor } from '../on-call/test-rota.ts';
import { type CareDistrict, startCareDistrict } from '../test-care.ts';
import { CheckInItem } from './discussion.table.ts';
import { aCheckIn } from './test-discussion.ts';
import { aNamedSupervisor, aSupervisedCase, aSupervisee, changeSupervisor } from './test-supervision.ts';

let district: CareDistrict;
beforeEach(async () => {
  district = await startCareDistrict();
});
afterEach(() => district.stop());

const low = { who5: [1, 1, 2, 1, 2], load: 'tooMuch', words: '最近睡得很少，有点撑不住' };

describe('how a counsellor is herself', () => {
  it('is for her supervisor of this moment and nobody else, and each reading is a line of the audit', async () => {
    const { counsellor, counsellorId, lead, deputy, socialWorker } = await aSupervisedCase(district);
    expect((await counsellor.caller.post('/care/own-check-ins', aCheckIn(low))).body).toEqual({ isKept: true });
    const path = `/care/supervision/${counsellorId}/check-ins`;
    const seen = (await lead.caller.get(path)).body;
    expect(seen.items).toMatchObject([{ wellbeing: 28, load: 'tooMuch', words: low.words, isLow: true }]);
    const administrator = (role: 'auditAdministrator' | 'securityAdministrator' | 'systemAdministrator') =>
      district.person({ role, scope: '440103' });
    const others = [
      deputy.caller,
      socialWorker,
      await aSupervisor(district),
      (await district.counsellor()).caller,
      counsellor.caller,
      await district.person({ role: 'coordinator', scope: home.street }),
      await administrator('auditAdministrator'),
      await administrator('securityAdministrator'),
      await administrator('systemAdministrator'),
    ];
    for (const other of others) expect((await other.get(path)).status).toBe(403);
    const { items: lines } = (await lead.caller.get('/care/readings?place=440103&limit=50')).body;
    expect(lines).toMatchObject([{ counsellorId, opened: 'checkIn', as: 'careSupervisor' }]);
    expect(JSON.stringify(lines)).not.toMatch(/撑不住|28|tooMuch/);

    const next = await aNamedSupervisor(district, '何督导');
    await changeSupervisor(lead.caller, counsellorId, { version: 1, supervisor: next.supervisor });
    expect((await lead.caller.get(path)).status).toBe(403);
    expect((await next.caller.get(path)).status).toBe(200);
  });

  it('changes no byte of what others are answered: lists, cases, candidates, counts', async () => {
    const { caseId, counsellor, socialWorker } = await aSupervisedCase(district);
    const supervisor = await aSupervisor(district);
    const everything = async () => {
      const answers = await Promise.all([
        supervisor.get('/care/counsellors?place=440103'),
        supervisor.get('/care/supervision'),
        supervisor.get('/care/readings?place=440103'),
        socialWorker.get('/care/caseload'),
        socialWorker.get(`/care/queue?place=${home.street}`),
        socialWorker.get('/care/my-cases?as=socialWorker'),
        counsellor.caller.get('/care/own-counselling'),
      ]);
      return JSON.stringify(answers.map(({ status, body }) => ({ status, body })));
    };
    const before = await everything();
    await counsellor.caller.post('/care/own-check-ins', aCheckIn(low));
    expect(await everything()).toBe(before);
    expect((await socialWorker.get(`/care/cases/${caseId}`)).status).toBe(200);
  });

  it('lies under seal, a low one, a good one and one that was skipped alike', async () => {
    const { caller, counsellorId } = await aSupervisee(district);
    for (const send of [
      () => caller.post('/care/own-check-ins', aCheckIn(low)),
      () => caller.post('/care/own-check-ins', aCheckIn()),
      () => caller.post('/care/own-check-ins/skipped'),
    ]) {
      expect((await send()).status).toBe(201);
      district.later(minute);
    }
    const range = { beginsWith: 'CHECKIN#' };
    const pk = `COUNSELLOR#${counsellorId}`;
    const { items } = await district.table('care').query(CheckInItem, pk, { range, limit: 10 });
    expect(new Set(items.map((row) => Object.keys(row).toSorted().join())).size).toBe(1);
    expect(JSON.stringify(items)).not.toMatch(/isLow|撑不住|tooMuch|wellbeing/);
  });

  it('that is low asks the supervisor alone to get in touch, once and without a word of why', async () => {
    const { caller, lead } = await aSupervisee(district);
    await caller.post('/care/own-check-ins', aCheckIn());
    district.later(minute);
    await caller.post('/care/own-check-ins/skipped');
    expect(district.pages).toEqual([]);
    district.later(minute);
    district.gateway.isDown = true;
    expect((await caller.post('/care/own-check-ins', aCheckIn(low))).status).toBe(201);
    expect(district.pages).toEqual([]);
    district.gateway.isDown = false;
    district.later(minute);
    await district.care.checkIns.onTick(district.clock.now);
    await district.care.checkIns.onTick(district.clock.now);
    expect(district.pages).toHaveLength(1);
    const [page] = district.pages;
    expect(page).toMatchObject({ reason: 'getInTouch', place: '440103', called: 'first', phones: [lead.phone] });
    expect(Object.keys(page ?? {}).toSorted()).toEqual(['called', 'level', 'phones', 'place', 'reason']);
  });

  it('that is low calls nobody where the supervisor has told no phone, or there is none', async () => {
    const { caller } = await district.counsellor();
    await caller.post('/care/own-check-ins', aCheckIn(low));
    await district.care.checkIns.onTick(district.clock.now);
    expect(district.pages).toEqual([]);
  });

  it('is asked once a month; skipping counts, and answers out of range do not', async () => {
    const { caller } = await district.counsellor();
    const isDue = async () => (await caller.get('/care/own-check-ins')).body.isDue;
    expect(await isDue()).toBe(true);
    const wrong = await caller.post('/care/own-check-ins', aCheckIn({ who5: [4, 4, 6, 3, 4] }));
    expect(wrong.body.fields).toMatchObject([{ path: 'who5.2' }]);
    await caller.post('/care/own-check-ins/skipped');
    expect(await isDue()).toBe(false);
    district.later(5 * day);
    expect(await isDue()).toBe(false);
  });
});
