import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home } from '../../test/district.ts';
import { anAsked, aStranger } from '../asking/test-asking.ts';
import { anAssignedCase, type CareDistrict, startCareDistrict } from '../test-care.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

const steps = {
  warningSigns: ['连着三晚睡不着'],
  onMyOwn: ['去湖边走一圈'],
  peopleAndPlaces: ['泮塘的老茶客'],
  helpers: ['表姐，晚上在家'],
  professionals: ['街道社工站'],
  saferPlace: ['药交给表姐保管'],
};
const pathOf = (caseId: string) => `/care/cases/${caseId}/safety-plan`;

describe('a safety plan', () => {
  it('is written by the two people of the case, version after version, and by nobody else', async () => {
    const { caseId, socialWorker, counsellor } = await anAssignedCase(district);
    expect((await socialWorker.get(pathOf(caseId))).body).toEqual({});
    expect((await counsellor.caller.post(pathOf(caseId), { version: 0, steps })).body).toEqual({ caseId, version: 1 });
    const next = { ...steps, helpers: [] };
    expect((await socialWorker.post(pathOf(caseId), { version: 1, steps: next })).status).toBe(201);
    expect((await counsellor.caller.get(pathOf(caseId))).body).toEqual({
      plan: { version: 2, at: district.clock.now, steps: next },
    });
    const others = [(await district.counsellor()).caller, await district.socialWorker(), await district.onCall()];
    for (const other of others) {
      expect((await other.get(pathOf(caseId))).status).toBe(403);
      expect((await other.post(pathOf(caseId), { version: 2, steps })).status).toBe(403);
    }
  });

  it('is never written over unseen, also by two at once', async () => {
    const { caseId, socialWorker, counsellor } = await anAssignedCase(district);
    const both = await Promise.all(
      [socialWorker, counsellor.caller].map((caller) => caller.post(pathOf(caseId), { version: 0, steps })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const late = await socialWorker.post(pathOf(caseId), { version: 0, steps });
    expect(late.body.code).toBe('care.changedMeanwhile');
  });

  it('is hers to open with code and word, also when the case has ended, and nobody writes it then', async () => {
    const { key } = await anAsked(district, { alias: '小满' });
    const socialWorker = await district.socialWorker();
    const { caseId } = (await socialWorker.post('/care/queue/next', { place: home.street })).body;
    const own = async (word = key.word) =>
      aStranger(district).post('/care/askings/safety-plan', { code: key.code, word });
    expect((await own()).body).toEqual({});
    await socialWorker.post(pathOf(caseId), { version: 0, steps });
    expect((await own()).body.plan).toMatchObject({ version: 1, steps });
    expect((await own('别的词')).body.code).toBe('care.noSuchReturn');
    await socialWorker.post(`/care/cases/${caseId}/closure`, { outcome: 'completed' });
    expect((await own()).body.plan).toMatchObject({ version: 1 });
    expect((await socialWorker.post(pathOf(caseId), { version: 1, steps })).body.code).toBe('care.closed');
  });

  it.each([
    ['a seventh step', { ...steps, more: [] }],
    ['a step that is missing', { ...steps, helpers: undefined }],
    ['an empty line', { ...steps, helpers: [' '] }],
    ['a line that is too long', { ...steps, helpers: ['长'.repeat(101)] }],
    ['too many lines', { ...steps, helpers: Array(9).fill('表姐') }],
  ])('is refused with %s', async (_case, wrong) => {
    const { caseId, socialWorker } = await anAssignedCase(district);
    expect((await socialWorker.post(pathOf(caseId), { version: 0, steps: wrong })).status).toBe(400);
  });

  it('lies sealed, and each reading of it is a line of the audit', async () => {
    const { caseId, socialWorker } = await anAssignedCase(district);
    await socialWorker.post(pathOf(caseId), { version: 0, steps });
    await socialWorker.get(pathOf(caseId));
    const { client, name } = district.table('care');
    const rows = (await client.send(new ScanCommand({ TableName: name, Limit: 1000 }))).Items ?? [];
    expect(JSON.stringify(rows)).not.toMatch(/三晚|湖边|茶客|表姐/);
    expect(district.log.join('\n')).not.toMatch(/三晚|湖边|茶客|表姐/);
    const lines = rows.filter(({ pk, opened }) => pk === `AUDIT#${caseId}` && opened === 'plan');
    expect(lines).toHaveLength(1);
  });
});
