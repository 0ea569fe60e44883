import { day, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { anAmendment, aPastStay, claimOf, endOfNotice } from '../../test/an-amendment.ts';
import { aCoordinator } from '../../test/an-attendance.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

/** What somebody was told of amendments, the newest first. */
async function toldTo(caller: TestClient): Promise<string[]> {
  await district.settle();
  const { items } = (await caller.get('/notifications')).body;
  return items.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind.startsWith('amendment'));
}

describe('who asked for hours afterwards', () => {
  it('is told when they stand on notice, and when they are booked', async () => {
    const { caller, noticeUntil } = await anAmendment(district, 'onNotice');
    expect(await toldTo(caller)).toEqual(['amendmentOnNotice']);
    const [{ body }] = (await caller.get('/notifications')).body.items;
    expect(body).toMatch(/荔枝湾平安巡逻（.+）的申请已经批准，公示到 .+。没有人提出异议，就会记入服务记录。/);
    await endOfNotice(district, noticeUntil);
    expect((await toldTo(caller))[0]).toBe('amendmentBooked');
    await district.redeliver();
    expect(await toldTo(caller)).toEqual(['amendmentBooked', 'amendmentOnNotice']);
  });

  it('is told of an objection, without who objects, and of the end', async () => {
    const { caller, id } = await anAmendment(district, 'objected');
    expect((await toldTo(caller)).toSorted()).toEqual(['amendmentObjected', 'amendmentOnNotice']);
    const second = (await aVolunteer(district)).caller;
    const objected = await second.post(`/amendment-notices/${id}/objections`, { words: '我那天也没有看见' });
    expect(objected.status).toBe(201);
    expect((await toldTo(caller)).filter((kind) => kind === 'amendmentObjected')).toHaveLength(1);
    const another = await aCoordinator(district);
    await another.post(`/amendments/${id}/objections/decision`, { outcome: 'upheld', words: '核实后确实没有来' });
    expect(await toldTo(caller)).toContain('amendmentRefused');
  });

  it('is told together with the leader who asked for her', async () => {
    const stay = await aPastStay(district);
    const { caller, leader, volunteerId } = stay;
    const asked = await leader.post('/amendments/for-others', { ...(await claimOf(leader, stay)), volunteerId });
    expect(asked.status).toBe(201);
    expect(await toldTo(leader)).toEqual([]);
    const coordinator = await aCoordinator(district);
    const decision = { outcome: 'refuse', words: '签到表上没有这个名字' };
    expect((await coordinator.post(`/amendments/${asked.body.id}/decision`, decision)).status).toBe(200);
    expect([await toldTo(caller), await toldTo(leader)]).toEqual([['amendmentRefused'], ['amendmentRefused']]);
    const listed = (await leader.get('/amendments/for-others')).body.items;
    expect(listed).toMatchObject([
      { id: asked.body.id, volunteerId, state: 'refused', decision: { words: decision.words }, askedBy: 'leader' },
    ]);
    expect((await coordinator.get('/amendments/for-others')).body.items).toEqual([]);
    expect((await caller.get('/amendments/for-others')).status).toBe(403);
  });
});

it('the copy of her own data has what was asked for', async () => {
  const { caller, volunteerId, id } = await anAmendment(district, 'onNotice');
  const { items } = (await caller.get(`/attendance-copy/${volunteerId}/amendments`)).body;
  expect(items).toMatchObject([{ id, state: 'onNotice', words: '那天手机没电，队长让我签在纸上' }]);
});

it('the file of a refused one is deleted after 90 days, and opening it says so', async () => {
  const { id, coordinator } = await anAmendment(district, 'asked');
  await coordinator.post(`/amendments/${id}/decision`, { outcome: 'refuse', words: '签到表上没有这个名字' });
  const before = district.files.size;
  const { amendmentFiles } = district.contexts.attendance;
  const until = shiftBy(district.clock.now, 90 * day);
  await amendmentFiles.onTick(shiftBy(until, -1));
  expect(district.files.size).toBe(before);
  expect((await coordinator.post(`/amendments/${id}/evidence`)).status).toBe(200);
  await amendmentFiles.onTick(until);
  await amendmentFiles.onTick(until);
  expect(district.files.size).toBeLessThan(before);
  expect((await coordinator.post(`/amendments/${id}/evidence`)).body.code).toBe('amendment.fileGone');
});
