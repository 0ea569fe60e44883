import { day, hour } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCoordinator, anAttendance } from '../../test/an-attendance.ts';
import { auditOf } from '../../test/audit-of.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
let coordinator: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  coordinator = await aCoordinator(district);
});
afterAll(() => district.stop());

const days = { from: '2026-11-01', until: '2026-11-24' };
const pathOf = (asked: Record<string, string>) =>
  `/exchange-files?${new URLSearchParams({ place: home.street, dataset: 'serviceRecords', ...days, ...asked })}`;

/** All rows of a file, page by page. */
async function rowsOf(caller: TestClient, asked: Record<string, string> = {}) {
  const rows: Record<string, string | number>[] = [];
  let cursor = '';
  do {
    const { status, body } = await caller.get(pathOf({ format: 'json', ...asked, ...(cursor && { cursor }) }));
    if (status !== 200) throw new Error(JSON.stringify(body));
    rows.push(...body.rows);
    cursor = body.cursor ?? '';
  } while (cursor);
  return rows;
}

describe('records for exchange', () => {
  it('tell each service with the volunteer number and no name, and a reversal with what it takes back', async () => {
    const { shiftId, volunteerId } = await anAttendance(district, 'confirmed');
    const reversed = await coordinator.post(`/shifts/${shiftId}/attendance/${volunteerId}/reversal`, {
      reason: '签退时间登记错了',
    });
    expect(reversed.status).toBe(201);

    const rows = (await rowsOf(coordinator)).filter(({ recordNumber }) => `${recordNumber}`.startsWith(volunteerId));
    const [service, reversal] = rows;
    expect(rows).toHaveLength(2);
    expect(service).toMatchObject({
      ...{ recordNumber: `${volunteerId}-1`, kind: 'service', minutes: 90, organisation: home.team, day: '2026-11-24' },
      ...{ content: 'patrol', place: '荔枝湾涌牌坊' },
      ...{ activity: '荔枝湾平安巡逻', ways: 'rotatingCode', reverses: '' },
      volunteerNumber: expect.stringMatching(/^LW/),
    });
    expect(reversal).toMatchObject({
      ...{ kind: 'reversal', minutes: -90, reverses: `${volunteerId}-1`, reason: '签退时间登记错了' },
    });
    expect(JSON.stringify(rows)).not.toContain('陈');
  });

  it('come as CSV in the order of fields, in the language asked for, and nothing in it is ever carried out', async () => {
    await anAttendance(district, 'confirmed');
    const { body } = await coordinator.get(pathOf({ format: 'csv' }));
    expect(body.filename).toBe('志愿服务记录-2026-11-01-2026-11-24.csv');
    expect(body.csv.split('\r\n')[0]).toBe(
      '\uFEFF记录编号,志愿者编号,记录类型,活动名称,服务内容,服务地点,组织编码,服务日期,开始时间,结束时间,服务时长（分钟）,签到方式,冲正的记录编号,冲正原因,记录时间,校验值',
    );
    expect(body.csv).toContain(',-90,');
  });

  it('are those of the place and the days asked for, and leave a line in the audit', async () => {
    await anAttendance(district, 'confirmed');
    const other = await district.person({ role: 'coordinator', scope: elsewhere.street });
    expect(await rowsOf(other, { place: elsewhere.street })).toEqual([]);
    expect(await rowsOf(coordinator, { from: '2026-10-01', until: '2026-11-23' })).toEqual([]);
    expect((await other.get(pathOf({}))).status).toBe(403);
    const lines = (await auditOf(district, home.street)).filter(({ action }) => action === 'exchange.export');
    expect(lines.length).toBeGreaterThan(0);
  });

  it('refuse days that make no sense', async () => {
    const refused = async (asked: Record<string, string>) => (await coordinator.get(pathOf(asked))).body.code;
    expect(await refused({ from: '2026-11-24', until: '2026-11-01' })).toBe('exchange.backwards');
    expect(await refused({ until: '2026-11-25' })).toBe('exchange.notOverYet');
    expect(await refused({ from: '2020-01-01' })).toBe('exchange.tooLong');
    expect(await refused({ dataset: 'everything' })).toBe('platform.invalidInput');
  });

  it('tell who was at a training, one record for each', async () => {
    const { volunteerId } = await anAttendance(district, 'confirmed');
    const { number } = (await coordinator.get(`/volunteers/${volunteerId}`)).body;
    const kinds = (await coordinator.get('/qualifications')).body;
    const kind = (kinds.items ?? kinds).find(({ proof }: { proof: string }) => proof === 'training');
    const training = { scope: home.street, kind: kind.code, heldOn: '2026-11-20', minutes: 120, heldBy: '=红十字会' };
    const recorded = await coordinator.post('/trainings', { ...training, present: [number] });
    expect([recorded.status, recorded.body.code]).toEqual([201, undefined]);

    const [row] = await rowsOf(coordinator, { dataset: 'training' });
    expect(row).toMatchObject({
      ...{ recordNumber: `${recorded.body.trainingId}-${number}`, volunteerNumber: number },
      ...{ day: '2026-11-20', minutes: 120, organisation: home.street, heldBy: '=红十字会' },
    });
    expect(await rowsOf(coordinator, { dataset: 'training', until: '2026-11-23' })).toEqual([]);
    expect((await coordinator.get(pathOf({ dataset: 'training' }))).body.csv).toContain(",'=红十字会,");
  });

  it('tell of a training on the day it was recorded, so that one recorded late changes nothing that was sent', async () => {
    const { volunteerId } = await anAttendance(district, 'confirmed');
    const { number } = (await coordinator.get(`/volunteers/${volunteerId}`)).body;
    const held = { scope: home.street, heldOn: '2026-11-18', minutes: 90, heldBy: '区红十字会', present: [number] };
    const record = async () =>
      (await coordinator.post('/trainings', { ...held, kind: 'firstAidCourse' })).body.trainingId as string;
    const [first, second] = [await record(), await record()];
    const numbersIn = async (from: string, until: string) =>
      (await rowsOf(coordinator, { dataset: 'training', from, until })).map(({ recordNumber }) => recordNumber);
    const before = await numbersIn('2026-11-24', '2026-11-24');
    expect(before).toEqual(expect.arrayContaining([`${first}-${number}`, `${second}-${number}`]));
    district.later(day);
    const late = await record();
    expect(await numbersIn('2026-11-24', '2026-11-24')).toEqual(before);
    expect(await numbersIn('2026-11-25', '2026-11-25')).toEqual([`${late}-${number}`]);
    district.later(-day);
  });

  it('are as they were a moment ago: the newest too', async () => {
    district.later(hour);
    const { volunteerId } = await anAttendance(district, 'confirmed');
    expect((await rowsOf(coordinator)).at(-1)).toMatchObject({ recordNumber: `${volunteerId}-1` });
  });
});
