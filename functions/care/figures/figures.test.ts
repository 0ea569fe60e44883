import { day, hour, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { elsewhere, home } from '../../test/district.ts';
import { aSupervisor } from '../on-call/test-rota.ts';
import { anAssignedCase, aPlan, aReferral, type CareDistrict, startCareDistrict } from '../test-care.ts';
import { FigureMark, PublishedMonth } from './figures.table.ts';

let district: CareDistrict;
beforeEach(async () => {
  district = await startCareDistrict();
  district.clock.now = instantAt('2026-11-10', '10:00');
});
afterEach(() => district.stop());

const tick = () => district.care.figuresClock.onTick(district.clock.now);
const fourth = instantAt('2026-12-04', '06:00');

/** A session that was held, and a referral that arrived, in November. */
async function aBusyCase() {
  const found = await anAssignedCase(district);
  const path = `/care/cases/${found.caseId}/sessions`;
  const { sessionId } = (await found.counsellor.caller.post(path, aPlan(district.clock.now))).body;
  district.later(3 * hour);
  const tell = (report: object) => found.counsellor.caller.post(`${path}/${sessionId}/outcome`, report);
  await tell({ outcome: 'held', minutes: 50 });
  await aReferral(found.socialWorker, found.caseId);
  return { ...found, tell };
}

async function published(place: string = home.street) {
  const supervisor = await aSupervisor(district);
  return (await supervisor.get(`/care/figures?place=${place}`)).body.items;
}

describe('the figures of a month', () => {
  it('are published on the fourth of the next, once, and do not change with what is told later', async () => {
    const { tell } = await aBusyCase();
    district.clock.now = shiftBy(fourth, -1);
    await tick();
    expect(await published()).toEqual([]);
    district.clock.now = fourth;
    await Promise.all([tick(), tick()]);
    const items = await published();
    expect(items).toMatchObject([{ month: '2026-11', publishedAt: fourth }]);
    expect(items[0].rows.map(({ place }: { place: string }) => place)).toEqual(['440103', home.street]);
    expect(await tell({ outcome: 'noShow', reason: '弄错了，她没有来' })).toMatchObject({ status: 200 });
    await tick();
    district.later(day);
    await tick();
    expect(await published()).toEqual(items);
    district.clock.now = instantAt('2027-01-04', '06:00');
    await tick();
    expect((await published()).map(({ month, rows }: { month: string; rows: [] }) => [month, rows.length])).toEqual([
      ['2026-12', 0],
      ['2026-11', 2],
    ]);
  });

  it('confidentiality 7: print no count of one to seven, on the page and in the file, and name no case', async () => {
    const { caseId } = await aBusyCase();
    district.clock.now = fourth;
    await tick();
    const [{ rows }] = await published('440103');
    for (const { counts, medianDays } of rows) {
      expect(medianDays).toEqual({});
      expect([counts.lowWithin, counts.held, counts.referralsClosed]).toEqual([null, null, null]);
      expect([counts.highWithin, counts.noShow]).toEqual([0, 0]);
    }
    const file = (await (await aSupervisor(district)).get('/care/figures/file?place=440103')).body;
    const lines = file.csv.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/^2026-11,440103\/\d{3},0,0,0,0,\*,0,/);
    expect(JSON.stringify([rows, file])).not.toContain(caseId);
  });

  it('add up what the cases of a street tell', async () => {
    const { caseId, counsellor } = await aBusyCase();
    const path = `/care/cases/${caseId}/sessions`;
    for (let session = 1; session < 9; session += 1) {
      district.later(day);
      const { sessionId } = (await counsellor.caller.post(path, aPlan(district.clock.now))).body;
      district.later(3 * hour);
      await counsellor.caller.post(`${path}/${sessionId}/outcome`, { outcome: 'held', minutes: 50 });
    }
    expect((await district.table('care').query(FigureMark, 'FIGURES#2026-11', { limit: 10 })).items).toEqual([
      { caseId, month: '2026-11' },
    ]);
    district.clock.now = fourth;
    await tick();
    const [{ rows }] = await published();
    expect(rows.map(({ counts }: { counts: { held: number } }) => counts.held)).toEqual([9, 9]);
  });

  it('are for care supervisors and social workers, each of her own branch', async () => {
    const worker = await district.socialWorker();
    expect((await worker.get(`/care/figures?place=${home.street}`)).status).toBe(200);
    expect((await worker.get(`/care/figures?place=${elsewhere.street}`)).status).toBe(403);
    expect((await (await district.counsellor()).caller.get(`/care/figures?place=${home.street}`)).status).toBe(403);
    expect(await district.table('care').get(PublishedMonth, { month: '2026-11' })).toBeUndefined();
  });
});
