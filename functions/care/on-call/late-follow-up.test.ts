import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { day, hour, instantAt, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encode } from '../../platform/item-type.ts';
import { home } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { anEndedEscalation, type CareDistrict, startCareDistrict } from '../test-care.ts';
import { FollowUpItem } from './crisis.table.ts';

let district: CareDistrict;
beforeEach(async () => {
  district = await startCareDistrict();
});
afterEach(() => district.stop());

/** The clock ticks twice at once every quarter of an hour until then. */
async function passUntil(instant: string) {
  while (district.clock.now < instant) {
    district.later(15 * minute);
    await Promise.all([1, 2].map(() => district.care.lateFollowUps.onTick(district.clock.now)));
  }
}

/** Each alarm once, though two clocks may both have called. */
const alarms = () => [
  ...new Set(
    district.pages
      .filter(({ reason }) => reason === 'followUpLate')
      .map(({ level, called, phones }) => `${level} ${called} ${phones.join()}`),
  ),
];

const keepPhone = (socialWorker: TestClient) =>
  socialWorker.post('/care/own-duties/card', { workName: '罗姑娘', mobile: '13811110090' });

describe('a follow-up that nobody made', () => {
  it('calls its social worker at its time, the supervisors four hours later, and then once a day', async () => {
    const { socialWorker } = await anEndedEscalation(district);
    await keepPhone(socialWorker);
    const dueAt = shiftBy(district.clock.now, day);
    await passUntil(shiftBy(dueAt, -15 * minute));
    expect(alarms()).toEqual([]);
    await passUntil(dueAt);
    expect(alarms()).toEqual(['0 first +8613811110090']);
    await passUntil(shiftBy(dueAt, 4 * hour));
    expect(alarms()).toEqual(['0 first +8613811110090', '2 everyone +8613811110090']);
    const calls = district.pages.length;
    await passUntil(shiftBy(dueAt, 28 * hour - 15 * minute));
    expect(district.pages).toHaveLength(calls);
    await passUntil(shiftBy(dueAt, 28 * hour));
    expect(district.pages.length).toBeGreaterThan(calls);
    expect(district.pages.at(-1)).toMatchObject({ place: home.street, level: 2 });
  });

  it('calls the desk where its social worker told no phone, and nobody at night', async () => {
    district.clock.now = instantAt('2026-11-24', '23:30');
    await anEndedEscalation(district);
    await passUntil(instantAt('2026-11-26', '08:45'));
    expect(alarms()).toEqual([]);
    await passUntil(instantAt('2026-11-26', '09:00'));
    expect(alarms()).toEqual(['0 everyone ']);
  });

  it.each(['list', 'case'])('of before there were alarms gets one with the %s that it is read in', async (read) => {
    const { caseId, socialWorker } = await anEndedEscalation(district);
    await keepPhone(socialWorker);
    const table = district.table('care');
    const { rows } = await table.collect(`CASE#${caseId}`, { beginsWith: 'FOLLOWUP#' }, { rows: FollowUpItem });
    for (const row of rows) {
      const { byDuePk: _, byDueSk: __, alarms: ___, ...old } = encode(FollowUpItem, row);
      await table.client.send(new PutCommand({ TableName: table.name, Item: old }));
    }
    await passUntil(shiftBy(district.clock.now, day + hour));
    expect(alarms()).toEqual([]);
    await socialWorker.get(read === 'list' ? '/care/follow-ups' : `/care/cases/${caseId}`);
    await passUntil(shiftBy(district.clock.now, hour / 2));
    expect(alarms()).toEqual(['0 first +8613811110090']);
  });

  it('is quiet once it was made, and begins anew a day after a try in vain', async () => {
    const { caseId, escalationId, socialWorker } = await anEndedEscalation(district);
    await keepPhone(socialWorker);
    const record = (outcome: string) =>
      socialWorker.post(`/care/cases/${caseId}/follow-ups/${escalationId}/day`, { outcome });
    await passUntil(shiftBy(district.clock.now, day + hour));
    expect(alarms()).toHaveLength(1);
    expect((await record('notReached')).status).toBe(200);
    const calls = district.pages.length;
    await passUntil(shiftBy(district.clock.now, day - hour));
    expect(district.pages).toHaveLength(calls);
    await passUntil(shiftBy(district.clock.now, hour));
    expect(district.pages.length).toBeGreaterThan(calls);
    expect(district.pages.at(-1)).toMatchObject({ level: 0 });
    expect((await record('spoke')).status).toBe(200);
    const after = district.pages.length;
    await passUntil(shiftBy(district.clock.now, 12 * hour));
    expect(district.pages).toHaveLength(after);
  });
});
