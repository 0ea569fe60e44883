import { day, dayOf } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { auditOf } from '../../test/audit-of.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { anAward, anEntry } from './file-entry.samples.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const anEvaluation = { kind: 'evaluation', title: '重阳节探访', on: '2026-11-21', by: '服务对象', rating: 5 } as const;
const aComplaint = {
  ...{ kind: 'complaint', title: '迟到半小时', on: '2026-11-22', by: '社区居民' },
  ...{ outcome: 'notUpheld', words: '核实当天公交改道' },
} as const;

describe('a service file', () => {
  it('holds honours, evaluations and complaints, and its person reads them', async () => {
    const { caller, coordinator, path, volunteerId } = await anEntry(district);
    for (const entry of [anEvaluation, aComplaint]) {
      district.later(1_000);
      expect((await coordinator.post(path, entry)).status).toBe(201);
    }
    const own = (await caller.get('/file-entries/mine')).body.items;
    expect(own).toMatchObject([aComplaint, anEvaluation, anAward]);
    expect((await coordinator.get(path)).body.items).toEqual(own);
    expect(JSON.stringify(own)).not.toContain('acc_');
    expect((await auditOf(district, volunteerId)).map(({ action }) => action)).toContain('fileEntry.record');
  });

  it('keeps what was taken back, with the reason', async () => {
    const { caller, coordinator, path, entryId } = await anEntry(district);
    const taken = await coordinator.post(`${path}/${entryId}/withdrawal`, { reason: '登记错了人' });
    expect(taken.body).toMatchObject({ entryId, withdrawn: { reason: '登记错了人' } });
    expect((await caller.get('/file-entries/mine')).body.items).toMatchObject([{ entryId, withdrawn: {} }]);
    const again = await coordinator.post(`${path}/${entryId}/withdrawal`, { reason: '登记错了人' });
    expect(again.body.code).toBe('fileEntry.alreadyWithdrawn');
  });

  it('tells its person of each entry, without what a complaint was about, and of one that is taken back', async () => {
    const { caller, coordinator, path, entryId, volunteerId } = await anEntry(district);
    for (const entry of [anEvaluation, aComplaint]) await coordinator.post(path, entry);
    const told = async () => {
      await district.settle();
      await district.redeliver();
      const { items } = (await caller.get('/notifications')).body;
      return items.filter(({ kind }: { kind: string }) => kind.startsWith('file'));
    };
    const first = await told();
    expect(first.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([
      ...['fileAward', 'fileComplaint', 'fileEvaluation'],
    ]);
    expect(JSON.stringify(first)).toContain('“年度优秀志愿者”已经记入您的服务档案');
    expect(JSON.stringify(first)).not.toContain(aComplaint.title);
    await coordinator.post(`${path}/${entryId}/withdrawal`, { reason: '登记错了人' });
    expect((await told()).map(({ kind }: { kind: string }) => kind)).toContain('fileWithdrawn');
    const copied = (await caller.get(`/attendance-copy/${volunteerId}/file-entries`)).body.items;
    expect(copied).toEqual((await caller.get('/file-entries/mine')).body.items);
    expect(copied.find((entry: { entryId: string }) => entry.entryId === entryId).withdrawn).toMatchObject({
      reason: '登记错了人',
    });
  });

  it('takes no entry of oneself, of a day to come, or without what its kind asks', async () => {
    const { coordinator, path } = await anEntry(district);
    const refused = async (body: object) => (await coordinator.post(path, body)).body.code;
    expect(await refused({ ...anAward, on: '2099-01-01' })).toBe('fileEntry.inFuture');
    expect(await refused({ ...anEvaluation, rating: 6 })).toBe('platform.invalidInput');
    expect(await refused({ ...aComplaint, outcome: undefined })).toBe('platform.invalidInput');
    expect(await refused({ ...anAward, kind: 'rumour' })).toBe('platform.invalidInput');
    const { caller, volunteerId } = await aVolunteer(district);
    expect((await caller.post(`/file-entries/of/${volunteerId}`, anAward)).status).toBe(403);
  });

  it('is exchanged by kind, of the place and the days on which it was written', async () => {
    const { coordinator, path, volunteerId } = await anEntry(district);
    await coordinator.post(path, { ...anEvaluation, title: '=看病陪同' });
    await coordinator.post(path, aComplaint);
    const { number } = (await coordinator.get(`/volunteers/${volunteerId}`)).body;
    const rowsOf = async (dataset: string, asked = {}) => {
      const query = { place: home.street, from: '2026-11-24', until: '2026-11-24', format: 'json', ...asked };
      const { body } = await coordinator.get(`/exchange-files?${new URLSearchParams({ dataset, ...query })}`);
      return body.rows?.filter((row: { volunteerNumber: string }) => row.volunteerNumber === number);
    };
    expect(await rowsOf('awards')).toMatchObject([
      { name: '年度优秀志愿者', grantedBy: '沙面街道办事处', state: 'valid' },
    ]);
    expect(await rowsOf('evaluations')).toMatchObject([{ activity: '=看病陪同', rating: 5 }]);
    expect(await rowsOf('complaints')).toMatchObject([{ matter: '迟到半小时', outcome: 'notUpheld' }]);
    expect(await rowsOf('awards', { from: '2026-11-01', until: '2026-11-23' })).toEqual([]);
    const csv = await coordinator.get(
      `/exchange-files?${new URLSearchParams({ dataset: 'evaluations', place: home.street, from: '2026-11-24', until: '2026-11-24' })}`,
    );
    expect(csv.body.csv).toContain(",'=看病陪同,");
    const other = await district.person({ role: 'coordinator', scope: elsewhere.street });
    const query = {
      dataset: 'awards',
      place: elsewhere.street,
      from: '2026-11-24',
      until: '2026-11-24',
      format: 'json',
    };
    expect((await other.get(`/exchange-files?${new URLSearchParams(query)}`)).body.rows).toEqual([]);
  });

  it('is told once more as withdrawn on the day it was taken back, and stays valid on the days before', async () => {
    const { coordinator, path, entryId } = await anEntry(district);
    const rowsOf = async (from: string, until: string) => {
      const query = { place: home.street, dataset: 'awards', from, until, format: 'json' };
      const rows: { recordNumber: string; state: string }[] = [];
      let cursor = '';
      do {
        const asked = new URLSearchParams({ ...query, ...(cursor && { cursor }) });
        const { body } = await coordinator.get(`/exchange-files?${asked}`);
        rows.push(...body.rows);
        cursor = body.cursor ?? '';
      } while (cursor);
      return rows.filter(({ recordNumber }) => recordNumber === entryId).map(({ state }) => state);
    };
    const recorded = dayOf(district.clock.now);
    district.later(2 * day);
    const withdrawn = dayOf(district.clock.now);
    expect((await coordinator.post(`${path}/${entryId}/withdrawal`, { reason: '登记错了人' })).status).toBe(201);
    expect(await rowsOf(recorded, recorded)).toEqual(['valid']);
    expect(await rowsOf(withdrawn, withdrawn)).toEqual(['withdrawn']);
    expect(await rowsOf(recorded, withdrawn)).toEqual(['withdrawn']);
  });
});
