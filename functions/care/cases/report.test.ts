import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home } from '../../test/district.ts';
import { anAsked } from '../asking/test-asking.ts';
import { anAssignedCase, type CareDistrict, startCareDistrict } from '../test-care.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

const receipt = { takenBy: '荔湾公安分局', number: '2026-0117' };

async function aReported() {
  const { caseId, socialWorker, counsellor } = await anAssignedCase(district, { forWhom: 'minor' });
  const path = `/care/cases/${caseId}`;
  const at = district.clock.now;
  const opened = await counsellor.caller.post(`${path}/reports`, { signs: ['injury'], text: '手臂上有旧伤。' });
  const close = (outcome = 'completed') => socialWorker.post(`${path}/closure`, { outcome });
  return { caseId, socialWorker, counsellor, path, at, opened, close };
}

describe('confidentiality 8: a report of harm to a minor', () => {
  it('keeps the case open, whatever the end, until there is a receipt', async () => {
    const { caseId, socialWorker, path, at, opened, close } = await aReported();
    expect([opened.status, opened.body]).toEqual([201, { caseId, open: true }]);
    expect((await socialWorker.get('/care/reports')).body.items).toEqual([{ caseId, alias: '晨曦', at }]);
    for (const outcome of ['completed', 'withdrawn', 'referred', 'unreachable']) {
      expect((await close(outcome)).body.code).toBe('care.reportOpen');
    }
    const told = await socialWorker.post(`${path}/reports/receipt`, { at, ...receipt });
    expect([told.status, told.body]).toEqual([200, { caseId, open: false }]);
    expect((await socialWorker.get(path)).body.reports).toMatchObject([
      { at, open: false, signs: ['injury'], text: '手臂上有旧伤。', receipt },
    ]);
    expect((await socialWorker.post(`${path}/reports/receipt`, { at, ...receipt })).body.code).toBe('care.reportEnded');
    expect((await socialWorker.get('/care/reports')).body.items).toEqual([]);
    expect((await close()).status).toBe(200);
  });

  it('is refused without a sign or a receipt number, and to whom the case was not handed', async () => {
    const { socialWorker, path, at } = await aReported();
    for (const body of [{ signs: [] }, {}, { signs: ['rumour'] }]) {
      expect((await socialWorker.post(`${path}/reports`, body)).status).toBe(400);
    }
    expect((await socialWorker.post(`${path}/reports/receipt`, { at, takenBy: '公安' })).status).toBe(400);
    const unknown = { at: '2020-01-01T00:00:00.000Z', ...receipt };
    expect((await socialWorker.post(`${path}/reports/receipt`, unknown)).body.code).toBe('care.reportEnded');
    for (const other of [await district.socialWorker(), (await district.counsellor()).caller]) {
      expect((await other.post(`${path}/reports`, { signs: ['injury'] })).status).toBe(403);
      expect((await other.post(`${path}/reports/receipt`, { at, ...receipt })).status).toBe(403);
    }
    expect((await (await district.socialWorker()).get('/care/reports')).body.items).toEqual([]);
  });

  it('and closing at the same moment: the case never ends with a report that nobody sees', async () => {
    const { caseId, socialWorker, counsellor } = await anAssignedCase(district);
    const path = `/care/cases/${caseId}`;
    const [closed, opened] = await Promise.all([
      socialWorker.post(`${path}/closure`, { outcome: 'completed' }),
      counsellor.caller.post(`${path}/reports`, { signs: ['neglect'] }),
    ]);
    // Whoever is first: an open report and a closed case never stand together.
    expect([closed.status, opened.status].filter((status) => status < 300)).toHaveLength(1);
  });

  it('tells nothing to the one who asked, who may stop all the same; the report goes on', async () => {
    const asked = await anAsked(district);
    const socialWorker = await district.socialWorker();
    const { caseId } = (await socialWorker.post('/care/queue/next', { place: home.street })).body;
    const standing = async () => (await district.stranger().post('/care/askings/standing', asked.key)).body;
    const before = await standing();
    const at = district.clock.now;
    await socialWorker.post(`/care/cases/${caseId}/reports`, { signs: ['sexual'] });
    expect(await standing()).toEqual(before);
    expect((await district.stranger().post('/care/askings/withdrawal', asked.key)).status).toBe(200);
    expect((await socialWorker.get('/care/reports')).body.items).toMatchObject([{ caseId, at }]);
    expect((await socialWorker.post(`/care/cases/${caseId}/reports/receipt`, { at, ...receipt })).status).toBe(200);
  });
});
