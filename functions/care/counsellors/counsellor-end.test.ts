import { minute } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { home } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { aSupervisor } from '../on-call/test-rota.ts';
import {
  aNote,
  anAssignedCase,
  anEnrolment,
  aPlan,
  aWaitingCase,
  type CareDistrict,
  startCareDistrict,
  tuesdayEvening,
} from '../test-care.ts';
import { CounsellorItem, counsellorPool } from './counsellor.table.ts';

let district: CareDistrict;
let supervisor: TestClient;
beforeEach(async () => {
  district = await startCareDistrict();
  supervisor = await aSupervisor(district);
});
afterEach(() => district.stop());

const end = (counsellorId: string, overrides: object = {}) =>
  supervisor.post(`/care/counsellors/${counsellorId}/end`, {
    version: 0,
    reason: 'credentialLost',
    text: '协会撤销了证书',
    casesGoOn: true,
    ...overrides,
  });

describe('a counsellor who loses the certificate in the middle of a case', () => {
  it('reads nothing from the next request on; the case goes back by rule, with what stood open', async () => {
    const { caseId, socialWorker, counsellor } = await anAssignedCase(district);
    const path = `/care/cases/${caseId}`;
    await counsellor.caller.post(`${path}/notes`, aNote());
    await counsellor.caller.post(`${path}/sessions`, aPlan(district.clock.now));
    expect((await end(counsellor.counsellorId)).body).toEqual({ counsellorId: counsellor.counsellorId, cases: 1 });
    for (const part of ['', '/notes', '/handovers']) {
      expect((await counsellor.caller.get(`${path}${part}`)).status).toBe(403);
    }
    expect((await counsellor.caller.post(`${path}/notes`, aNote())).status).toBe(403);
    expect((await counsellor.caller.get('/care/own-counselling')).status).toBe(404);
    expect((await socialWorker.get(path)).body).toMatchObject({ state: 'waiting', wasHandedOver: true });
    const { items } = (await socialWorker.get(`${path}/handovers`)).body;
    expect(items).toMatchObject([{ byRule: true, reason: 'leaving', text: '', open: { sessions: { held: 0 } } }]);
    expect(items[0].open.cancelled).toBeDefined();
    expect(district.pages.map(({ reason }) => reason)).toEqual(['counsellorLeft']);
    expect((await supervisor.get('/care/counsellors?place=440103')).body.items).toEqual([]);
    expect((await socialWorker.get(`${path}/candidates`)).body.items).toEqual([]);
  });

  it('leaves the reason under seal, and may be enrolled anew', async () => {
    const { counsellorId, volunteerNumber } = await district.counsellor();
    await end(counsellorId);
    const { items: rows } = await district.table('care').query(CounsellorItem, counsellorPool, { limit: 10 });
    expect(JSON.stringify(rows)).not.toMatch(/credentialLost|撤销/);
    const again = await supervisor.post('/care/counsellors', anEnrolment(volunteerNumber, district.clock.now));
    expect(again.status).toBe(201);
    expect(again.body.counsellorId).not.toBe(counsellorId);
  });

  it('is handed over by the clock where the call to the social workers did not get through', async () => {
    const { caseId, socialWorker, counsellor } = await anAssignedCase(district);
    district.gateway.isDown = true;
    expect((await end(counsellor.counsellorId)).status).toBe(200);
    expect((await counsellor.caller.get(`/care/cases/${caseId}`)).status).toBe(403);
    district.gateway.isDown = false;
    district.later(2 * minute);
    await Promise.all([1, 2].map(() => district.care.counsellorWatch.onTick(district.clock.now)));
    expect((await socialWorker.get(`/care/cases/${caseId}`)).body).toMatchObject({ state: 'waiting' });
    const [row] = (await district.table('care').query(CounsellorItem, counsellorPool, { limit: 10 })).items;
    expect([row?.openCases, row?.lookAt]).toEqual([0, undefined]);
  });

  it('is ended as it was seen only, once, and by saying that the cases go on', async () => {
    const { counsellorId } = await district.counsellor();
    expect((await end(counsellorId, { casesGoOn: undefined })).body.fields).toMatchObject([{ path: 'casesGoOn' }]);
    expect((await end(counsellorId, { version: 3 })).body.code).toBe('care.counsellorChanged');
    const answers = await Promise.all([end(counsellorId), end(counsellorId)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await end(counsellorId, { version: 1 })).body.code).toBe('care.counsellorChanged');
  });
});

describe('enrolling', () => {
  it('without a supervision session gives no cases until the first', async () => {
    const { counsellorId } = await district.counsellor({ supervisedOn: undefined });
    const { items } = (await supervisor.get('/care/counsellors?place=440103')).body;
    expect(items).toMatchObject([{ counsellorId, takesNew: false, faults: ['supervisionOver'] }]);
  });

  it('counts no supervision of a day to come', async () => {
    await district.counsellor({ supervisedOn: '2030-01-01' });
    const { items } = (await supervisor.get('/care/counsellors?place=440103')).body;
    expect(items[0].supervisedUntil < '2027-02-01').toBe(true);
  });
});

describe('what a counsellor offers', () => {
  it('is changed as it was seen only; times stay where none are said, and a street is kept away from at once', async () => {
    const { counsellorId } = await district.counsellor();
    const socialWorker = await district.socialWorker();
    const caseId = await aWaitingCase(socialWorker, { keepAway: { community: home.community } });
    const candidates = async () => (await socialWorker.get(`/care/cases/${caseId}/candidates`)).body.items.length;
    expect(await candidates()).toBe(1);
    const body = { version: 0, topics: ['work'], awayFrom: [home.street] };
    const offer = (overrides: object) =>
      supervisor.post(`/care/counsellors/${counsellorId}/offer`, { ...body, ...overrides });
    expect((await offer({ topics: [] })).body.fields).toMatchObject([{ path: 'topics' }]);
    const answers = await Promise.all([offer({}), offer({})]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { items } = (await supervisor.get('/care/counsellors?place=440103')).body;
    expect(items[0]).toMatchObject({ topics: ['work'], slots: [tuesdayEvening], awayFrom: [home.street], version: 1 });
    expect(await candidates()).toBe(0);
  });
});
