import { day, hour, minute } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProvince } from '../../test/a-province.ts';
import { anAttendance } from '../../test/an-attendance.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { ofDistrict } from './exchange.samples.ts';

const path = '/provincial-pushes';

let district: TestDistrict;
let province: Awaited<ReturnType<typeof aProvince>>;
let coordinator: TestClient;
/** The records of two people, on a day that is over. */
let served: string[];
beforeAll(async () => {
  province = await aProvince();
  district = await startDistrict({ province: province.system });
  coordinator = await ofDistrict(district);
  const people = [await anAttendance(district, 'confirmed'), await anAttendance(district, 'confirmed')];
  served = people.map(({ volunteerId }) => `${volunteerId}-1`);
  district.later(day);
});
afterAll(async () => {
  await district.stop();
  await province.stop();
});

async function begun(until = '2026-11-24') {
  const sent = { dataset: 'serviceRecords', from: '2026-11-24', until };
  const { status, body } = await coordinator.post(path, sent);
  if (status !== 202) throw new Error(JSON.stringify(body));
  return body.pushId as string;
}
const standing = async (pushId: string) => (await coordinator.get(`${path}/${pushId}`)).body;
const refusedOf = async (pushId: string) => (await coordinator.get(`${path}/${pushId}/refused`)).body.items;

describe('sending records to the province', () => {
  it('takes what the clock finds due, in parts with a token and a key of their own', async () => {
    province.records.clear();
    const pushId = await begun();
    expect(await standing(pushId)).toMatchObject({ state: 'sending', accepted: 0 });
    await district.tick();
    expect(await standing(pushId)).toMatchObject({ state: 'done', accepted: 2, refused: 0 });
    expect([...province.records.keys()].toSorted()).toEqual(served.toSorted());
    expect(province.keys).toContain(`${pushId}-1-1`);
    expect([...province.tokens]).toEqual(['Bearer a token of this test']);
    expect((await coordinator.get(path)).body.items[0]).toMatchObject({ pushId, state: 'done' });
  });

  it('tries a part again later and later, with the same key, and counts it once though the answer was lost', async () => {
    province.records.clear();
    province.faults.push(503, 'hungUp', 'garbled', 'answerLost', 401);
    const pushId = await begun();
    const faults: unknown[] = [];
    for (const wait of [0, 1, 2, 4, 8]) {
      district.later(wait * minute);
      await district.tick();
      const { state, attempts, fault } = await standing(pushId);
      faults.push([state, attempts, fault.kind, fault.status]);
      // Before its time nothing is sent.
      const before = province.faults.length;
      await district.tick();
      expect(province.faults).toHaveLength(before);
    }
    expect(faults).toEqual([
      ['sending', 1, 'unreachable', 503],
      ['sending', 2, 'unreachable', undefined],
      ['sending', 3, 'notUnderstood', 200],
      ['sending', 4, 'unreachable', undefined],
      ['sending', 5, 'refused', 401],
    ]);
    district.later(16 * minute);
    await district.tick();
    expect(await standing(pushId)).toMatchObject({ state: 'done', attempts: 0, accepted: 2, refused: 0 });
    expect((await standing(pushId)).fault).toBeUndefined();
    expect(province.keys.filter((key) => key.startsWith(pushId))).toEqual(Array(3).fill(`${pushId}-1-1`));
    expect(province.records.size).toBe(2);
  });

  it('stops when the province stays away, and goes on when somebody says so', async () => {
    const pushId = await begun();
    province.faults.push(...Array<number>(12).fill(503));
    for (let tried = 0; tried < 12; tried += 1) {
      await district.tick();
      district.later(6 * hour);
    }
    expect(await standing(pushId)).toMatchObject({ state: 'stopped', attempts: 12, fault: { kind: 'unreachable' } });
    await district.tick();
    expect((await standing(pushId)).state).toBe('stopped');
    expect((await coordinator.post(`${path}/${pushId}/repeats`)).body.code).toBe('exchange.nothingToSend');
    expect((await coordinator.post(`${path}/${pushId}/restarts`)).body).toMatchObject({
      state: 'sending',
      attempts: 0,
    });
    await district.tick();
    expect(await standing(pushId)).toMatchObject({ state: 'done', accepted: 2 });
  });

  it('keeps what was refused with its reason, and sends exactly that again', async () => {
    const [first = '', second = ''] = served;
    province.records.clear();
    province.refuses.set(first, '志愿者编号不存在').set(second, '活动未备案');
    const pushId = await begun();
    expect((await coordinator.post(`${path}/${pushId}/repeats`)).body.code).toBe('exchange.stillSending');
    await district.tick();
    expect(await standing(pushId)).toMatchObject({ state: 'done', accepted: 0, refused: 2 });
    expect(await refusedOf(pushId)).toContainEqual(
      expect.objectContaining({ recordNumber: first, reason: '志愿者编号不存在' }),
    );

    province.refuses.delete(first);
    province.refuses.set(second, '活动仍未备案');
    expect((await coordinator.post(`${path}/${pushId}/repeats`)).status).toBe(202);
    await district.tick();
    expect(await standing(pushId)).toMatchObject({ state: 'done', accepted: 1, refused: 1 });
    expect((await refusedOf(pushId)).map(({ reason }: { reason: string }) => reason)).toEqual(['活动仍未备案']);

    province.refuses.clear();
    await coordinator.post(`${path}/${pushId}/repeats`);
    await district.tick();
    expect(await standing(pushId)).toMatchObject({ state: 'done', accepted: 2, refused: 0 });
    expect(await refusedOf(pushId)).toEqual([]);
    expect((await coordinator.post(`${path}/${pushId}/repeats`)).body.code).toBe('exchange.nothingToSend');
  });

  it('counts each record once though two clocks tick at the same moment', async () => {
    const pushId = await begun();
    await Promise.all([district.tick(), district.tick(), district.tick()]);
    expect(await standing(pushId)).toMatchObject({ state: 'done', accepted: 2, refused: 0 });
  });

  it('is for days that are over, by a coordinator of the district', async () => {
    const refused = async (from: string, until: string) =>
      (await coordinator.post(path, { dataset: 'serviceRecords', from, until })).body.code;
    expect(await refused('2026-11-24', '2099-01-01')).toBe('exchange.notOverYet');
    expect(await refused('2026-11-24', '2026-11-01')).toBe('exchange.backwards');
  });
});

it('lies in files where no province is connected', async () => {
  const apart = await startDistrict();
  try {
    await anAttendance(apart, 'confirmed');
    apart.later(day);
    const caller = await ofDistrict(apart);
    const asked = { dataset: 'serviceRecords', from: '2026-11-24', until: '2026-11-24' };
    const { pushId } = (await caller.post(path, asked)).body;
    await apart.tick();
    const file = apart.files.get(`province/${pushId}-1-1`);
    expect(JSON.parse(Buffer.from(file ?? []).toString())).toMatchObject({
      key: `${pushId}-1-1`,
      rows: [{ minutes: 90 }],
    });
  } finally {
    await apart.stop();
  }
});
