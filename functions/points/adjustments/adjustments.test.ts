import { day } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMerge } from '../../test/a-merge.ts';
import { someoneWith } from '../../test/a-reward.ts';
import { aRegistration, aVolunteer } from '../../test/a-volunteer.ts';
import { auditOf } from '../../test/audit-of.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { anAdjustment } from './adjustment.samples.ts';

let district: TestDistrict;
let second: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  second = await district.person({ role: 'coordinator', scope: home.street });
});
afterAll(() => district.stop());

const decide = (adjustmentId: string, by = second, decision: 'approve' | 'decline' = 'approve') =>
  by.post(`/points-adjustments/${adjustmentId}/decision`, { decision });
const balanceOf = async (caller: TestClient) => (await caller.get('/points')).body.balance;
const listed = async (list: 'asked' | 'decided', by = second, place: string = home.street) =>
  (await by.get(`/points-adjustments?place=${place}&list=${list}&limit=100`)).body.items as {
    id: string;
    state: string;
    isOwn: boolean;
  }[];

describe('points adjusted by hand', () => {
  it('move when a second person approves; she reads why, is told, and the audit names both', async () => {
    const { caller, volunteerId, adjustmentId, why, asker } = await anAdjustment(district, 10);
    expect(await balanceOf(caller)).toBe(0);
    expect(await listed('asked')).toContainEqual(
      expect.objectContaining({ id: adjustmentId, points: 10, why, name: '陈小明', isOwn: false, state: 'asked' }),
    );
    expect((await listed('asked', asker)).find(({ id }) => id === adjustmentId)?.isOwn).toBe(true);
    expect(await decide(adjustmentId)).toMatchObject({ status: 200, body: { state: 'approved' } });
    expect(await balanceOf(caller)).toBe(10);
    const [entry] = (await caller.get('/points/entries')).body.items;
    expect(entry).toMatchObject({ points: 10, balance: 10, because: { kind: 'adjustment', about: why } });
    await district.settle();
    const notices = (await caller.get('/notifications')).body.items;
    expect(notices).toContainEqual(
      expect.objectContaining({
        kind: 'pointsAdded',
        body: expect.stringContaining(`10 分，现有 10 分。原因：${why}`),
      }),
    );
    const lines = (await auditOf(district, volunteerId)).filter(({ action }) => action.startsWith('pointsAdjustment'));
    expect(lines.map(({ action }) => action).toSorted()).toEqual([
      ...['pointsAdjustment.approved', 'pointsAdjustment.asked'],
    ]);
    expect(new Set(lines.map(({ actor }) => actor)).size).toBe(2);
    expect((await listed('asked')).map(({ id }) => id)).not.toContain(adjustmentId);
    expect(await listed('decided')).toContainEqual(expect.objectContaining({ id: adjustmentId, state: 'approved' }));
  });

  it('are not decided by whose record a merge has made them', async () => {
    const both = await district.person({ role: 'coordinator', scope: home.street });
    const volunteerId: string = (await both.post('/volunteers', aRegistration())).body.id;
    await second.post(`/volunteers/${volunteerId}/approval`, { decision: 'approve' });
    const { adjustmentId, ...goes } = await anAdjustment(district, 10);
    const stays = { caller: both, volunteerId, accountId: '', mobile: '' };
    await aMerge(district, { coordinator: second, stays, goes, mobile: 'released' });
    await district.settle();
    const own = await decide(adjustmentId, both);
    expect([own.status, own.body.code]).toEqual([409, 'adjustment.ownPoints']);
    expect((await decide(adjustmentId)).status).toBe(200);
    expect(await balanceOf(both)).toBe(10);
  });

  it('can be taken, the oldest first, and never more than there are', async () => {
    const mei = await someoneWith(district, 15);
    const some = await anAdjustment(district, -15, mei);
    const more = await anAdjustment(district, -1, mei);
    expect((await decide(some.adjustmentId)).status).toBe(200);
    expect(await balanceOf(mei.caller)).toBe(0);
    expect((await mei.caller.get('/points/expiring')).body.items).toEqual([]);
    expect((await decide(more.adjustmentId)).body.code).toBe('adjustment.tooFewPoints');
    expect((await decide(more.adjustmentId, second, 'decline')).body.state).toBe('declined');
    await district.settle();
    const told = (await mei.caller.get('/notifications')).body.items.map(({ kind }: { kind: string }) => kind);
    expect(told).toContain('pointsTaken');
    expect(told).not.toContain('pointsAdded');
  });

  it('never go above the most that an account holds', async () => {
    const mei = await someoneWith(district, 1495);
    const { adjustmentId } = await anAdjustment(district, 6, mei);
    expect((await decide(adjustmentId)).body).toMatchObject({ code: 'adjustment.noRoom' });
    expect(await balanceOf(mei.caller)).toBe(1495);
  });

  it('are decided by somebody else, who is not the volunteer herself; whoever asked may take it back', async () => {
    const { adjustmentId, asker, caller, mobile } = await anAdjustment(district);
    expect((await decide(adjustmentId, asker)).body.code).toBe('adjustment.secondPersonNeeded');
    const grant = { mobile, name: '陈小明', role: 'coordinator', scope: home.community };
    expect((await second.post('/grants', grant)).status).toBe(201);
    expect((await decide(adjustmentId, caller)).body.code).toBe('adjustment.ownPoints');
    expect((await decide(adjustmentId, asker, 'decline')).body.state).toBe('declined');
    expect((await decide(adjustmentId)).body.code).toBe('adjustment.alreadyDecided');
  });

  it('are limited by how wide the branch is of who asks and of who decides', async () => {
    const { number, adjustmentId } = await anAdjustment(district, 100);
    const [small, wide] = await Promise.all(
      [home.community, '440103'].map((scope) => district.person({ role: 'coordinator', scope })),
    );
    const ask = (by: TestClient | undefined, points: number) =>
      by?.post('/points-adjustments', { number, points, why: '活动当天系统停机。请补记。' });
    expect((await ask(small, 21))?.body).toMatchObject({ code: 'adjustment.overLimit' });
    expect((await ask(second, -101))?.body.detail).toContain('100');
    expect((await ask(wide, 500))?.status).toBe(201);
    expect((await decide(adjustmentId, small)).body.code).toBe('adjustment.overLimit');
  });

  it('are refused for a number of nobody, without a reason, and for nothing', async () => {
    const { number } = await anAdjustment(district);
    const ask = async (body: Record<string, unknown>) =>
      (await second.post('/points-adjustments', { number, points: 5, why: '活动当天系统停机。请补记。', ...body })).body
        .code;
    expect(await ask({ number: 'LW99999999' })).toBe('adjustment.nobody');
    for (const wrong of [{ why: '补' }, { points: 0 }, { points: 1.5 }, { points: 501 }, { number: 'LW1' }])
      expect(await ask(wrong)).toBe('platform.invalidInput');
  });

  it('are seen at their place and above it only', async () => {
    const { adjustmentId } = await anAdjustment(district);
    const [above, beside] = await Promise.all(
      ['440103', elsewhere.street].map((scope) => district.person({ role: 'coordinator', scope })),
    );
    expect((await listed('asked', above, '440103')).map(({ id }) => id)).toContain(adjustmentId);
    expect(await listed('asked', beside, elsewhere.street)).toEqual([]);
    expect((await decide(adjustmentId, beside)).status).toBe(403);
  });

  it('move once, however many decide at once', async () => {
    const { caller, adjustmentId } = await anAdjustment(district, 7);
    const others = await Promise.all([1, 2, 3].map(() => district.person({ role: 'coordinator', scope: home.street })));
    const answers = await Promise.all(others.map((by) => decide(adjustmentId, by)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(await balanceOf(caller)).toBe(7);
  });

  it('reach the record that stayed when both were made one meanwhile', async () => {
    const [goes, stays] = [await aVolunteer(district), await aVolunteer(district)];
    const { adjustmentId } = await anAdjustment(district, 9, goes);
    await aMerge(district, { goes, stays });
    await district.settle();
    expect((await decide(adjustmentId)).status).toBe(200);
    expect(await balanceOf(stays.caller)).toBe(9);
    const { found } = await district.contexts.points.reconciliation.all();
    expect(found).toEqual([]);
  });

  it('have limits by month, for who asks and decides and for whose they are; what came to nothing does not count', async () => {
    const community = { role: 'coordinator' as const, scope: home.community };
    const asker = await district.person(community);
    const ask = async (of: Awaited<ReturnType<typeof aVolunteer>>, points: number, by = asker) => {
      const { number } = (await of.caller.get('/volunteers/me')).body;
      return by.post('/points-adjustments', { number, points, why: '活动当天系统停机，时长没有记上。' });
    };
    const mei = await aVolunteer(district);
    const first = await ask(mei, 20);
    for (let count = 0; count < 4; count += 1) expect((await ask(mei, 20)).status).toBe(201);
    const over = await ask(mei, 1);
    expect(over).toMatchObject({ status: 409, body: { code: 'adjustment.overMonth' } });
    expect(over.body.detail).toContain('还可以调整 0 分');
    expect((await decide(first.body.id, asker, 'decline')).status).toBe(200);
    expect((await ask(mei, 20)).status).toBe(201);
    expect((await ask(mei, -1)).body.code).toBe('adjustment.overMonth');

    const lan = await aVolunteer(district);
    const one = await district.person({ role: 'coordinator', scope: '440103' });
    const two = await district.person({ role: 'coordinator', scope: '440103' });
    const most = await ask(lan, 500, one);
    expect(await decide(most.body.id, two)).toMatchObject({ status: 200 });
    const more = await ask(lan, -10, one);
    const refused = await decide(more.body.id, two);
    expect(refused).toMatchObject({ status: 409, body: { code: 'adjustment.receiverOverMonth' } });
    expect(await balanceOf(lan.caller)).toBe(500);

    const decider = await district.person(community);
    const others = await Promise.all([1, 2, 3, 4, 5, 6].map(() => ask(mei, 20, one)));
    const decided = [];
    for (const { body } of others) decided.push((await decide(body.id, decider)).body.code);
    expect(decided).toEqual([...Array(5).fill(undefined), 'adjustment.overMonth']);

    district.later(7 * day);
    expect((await ask(mei, 20)).status).toBe(201);
    expect(await decide(more.body.id, two)).toMatchObject({ status: 200 });
  });
});
