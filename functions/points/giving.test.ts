import { minute } from '@kaifong/shared/kernel/time.ts';
import { communityFund } from '@kaifong/shared/points/ledger/accounts.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aMerge } from '../test/a-merge.ts';
import { someoneWith } from '../test/a-reward.ts';
import { aServiceRecord } from '../test/a-service-record.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../test/district.ts';
import { LedgerAccount, VolunteerAccount } from './points.table.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());
/** After whatever was done, every account is what was posted. */
afterEach(async () => {
  expect((await district.contexts.points.reconciliation.all()).found).toEqual([]);
});

type Person = Awaited<ReturnType<typeof aVolunteer>>;
const numberOf = async ({ caller }: Person): Promise<string> => (await caller.get('/volunteers/me')).body.number;
const balanceOf = async ({ volunteerId }: Person) =>
  (await district.table('points').get(VolunteerAccount, { volunteerId }))?.balance ?? 0;
const fundHas = async () =>
  (await district.table('points').get(LedgerAccount, { account: communityFund(home.community) }))?.balance ?? 0;
const give = async (giver: Person, to: Person, points: number) =>
  giver.caller.post('/points-gifts', { number: await numberOf(to), points });

describe('points given to another volunteer', () => {
  it('move in one step, and both read with whom', async () => {
    const mei = await someoneWith(district, 20);
    const ling = await aVolunteer(district, { name: '何小玲' });
    const found = await mei.caller.get(`/points-gifts/receiver?number=${await numberOf(ling)}`);
    expect(found.body).toEqual({ number: await numberOf(ling), name: '何*玲' });
    expect(await give(mei, ling, 15)).toMatchObject({ status: 201, body: { balance: 5 } });
    expect([await balanceOf(mei), await balanceOf(ling)]).toEqual([5, 15]);
    const last = async ({ caller }: Person) => (await caller.get('/points/entries')).body.items[0];
    expect(await last(mei)).toMatchObject({ points: -15, because: { kind: 'gift', about: '何*玲' } });
    expect(await last(ling)).toMatchObject({ points: 15, because: { kind: 'gift', about: '陈*明' } });
    expect((await mei.caller.get('/points-gifts/today')).body).toEqual({
      ...{ balance: 5, mostPerDay: 100, leftToday: 5, community: home.community },
    });
  });

  it('move once, however often the command is told', async () => {
    const mei = await someoneWith(district, 50);
    const ling = await someoneWith(district, 1);
    const body = { number: await numberOf(ling), points: 10 };
    const options = { key: 'gift-told-often-0001' };
    const answers = await Promise.all([1, 2, 3].map(() => mei.caller.post('/points-gifts', body, options)));
    for (const { status, body } of answers) expect([status, body.balance ?? body.code]).toEqual([201, 40]);
    expect([await balanceOf(mei), await balanceOf(ling)]).toEqual([40, 11]);
  });

  it('keep their age, so that giving does not renew them', async () => {
    const mei = await someoneWith(district, 10);
    const ling = await aVolunteer(district);
    const before = district.clock.now;
    district.clock.now = '2027-03-10T04:00:00.000Z';
    await mei.caller.signIn(mei.mobile, district.sent);
    await ling.caller.signIn(ling.mobile, district.sent);
    await district.contexts.points.ledger.book(
      aServiceRecord({ volunteerId: mei.volunteerId, seq: 2, minutes: 300 }),
      district.clock.now,
    );
    await give(mei, ling, 12);
    const expiring = async ({ caller }: Person) => (await caller.get('/points/expiring')).body.items;
    expect(await expiring(ling)).toEqual([
      { on: '2028-12-01', points: 10 },
      { on: '2029-04-01', points: 2 },
    ]);
    expect(await expiring(mei)).toEqual([{ on: '2029-04-01', points: 3 }]);
    district.clock.now = before;
  });

  it('are refused in words, and nothing moves', async () => {
    const mei = await someoneWith(district, 30);
    const full = await someoneWith(district, 1495);
    const unknown = await mei.caller.post('/points-gifts', { number: 'LW99999999', points: 1 });
    const asking = await aVolunteer(district, { state: 'applied' });
    const answers = [
      unknown,
      await give(mei, asking, 1),
      await give(mei, mei, 1),
      await give(mei, full, 31),
      await give(mei, full, 6),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual([
      ...['giving.nobody', 'giving.nobody', 'giving.yourself', 'giving.tooFewPoints', 'giving.receiverFull'],
    ]);
    for (const points of [0, -5, 1.5, 101, 'all']) {
      const { status } = await mei.caller.post('/points-gifts', { number: await numberOf(full), points });
      expect(status).toBe(400);
    }
    expect([await balanceOf(mei), await balanceOf(full)]).toEqual([30, 1495]);
  });

  it('are a hundred a day at most, also when many go at once', async () => {
    const mei = await someoneWith(district, 300);
    const ling = await someoneWith(district, 1);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => give(mei, ling, 30)));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(await balanceOf(mei)).toBe(300 - 30 * (5 - refused.length));
    expect(await balanceOf(mei)).toBeGreaterThanOrEqual(200);
    const today = (await mei.caller.get('/points-gifts/today')).body.leftToday;
    const over = await give(mei, ling, today + 1);
    expect(over.body.code).toBe('giving.overDay');
    expect(await give(mei, ling, today)).toMatchObject({ status: 201, body: { balance: 200 } });
  });

  it('are told to both, with the other’s name under its mask', async () => {
    const [mei, ling] = [await someoneWith(district, 9), await aVolunteer(district, { name: '李小兰' })];
    await give(mei, ling, 4);
    await mei.caller.post('/points-gifts/fund', { points: 2 });
    await district.settle();
    const told = async ({ caller }: Person) =>
      ((await caller.get('/notifications')).body.items as { kind: string; body: string }[]).filter(({ kind }) =>
        /^pointsG|^pointsR/.test(kind),
      );
    expect(await told(mei)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'pointsGivenAway', body: expect.stringContaining('4 分给 李*兰') }),
        expect.objectContaining({ kind: 'pointsGivenToFund', body: expect.stringContaining('2 分') }),
      ]),
    );
    expect(await told(ling)).toMatchObject([{ kind: 'pointsReceived', body: '陈*明 送了您 4 分，已经入账。' }]);
  });

  it('let nobody read through the numbers: twenty looks in an hour, sixty in a day', async () => {
    const [mei, ling] = [await someoneWith(district, 9), await aVolunteer(district)];
    const number = await numberOf(ling);
    const look = async () => (await mei.caller.get(`/points-gifts/receiver?number=${number}`)).status;
    const before = district.clock.now;
    district.clock.now = '2026-11-25T01:00:00.000Z';
    await mei.caller.signIn(mei.mobile, district.sent);
    for (const hour of [1, 2, 3]) {
      district.clock.now = `2026-11-25T0${hour}:00:00.000Z`;
      for (let looks = 1; looks <= 20; looks += 1) expect(await look()).toBe(200);
      expect(await look()).toBe(429);
      expect((await mei.caller.post('/points-gifts', { number, points: 1 })).body.code).toBe('giving.tooManyLooks');
    }
    district.clock.now = '2026-11-25T04:00:00.000Z';
    expect(await look()).toBe(429);
    district.clock.now = '2026-11-26T01:00:00.000Z';
    expect(await look()).toBe(200);
    district.clock.now = before;
  });

  it('reach the record that stayed when the number is of one that was merged into it', async () => {
    const [goes, stays, mei] = [
      await someoneWith(district, 2),
      await someoneWith(district, 3),
      await someoneWith(district, 9),
    ];
    const number = await numberOf(goes);
    await aMerge(district, { goes, stays });
    await district.settle();
    expect(await mei.caller.post('/points-gifts', { number, points: 4 })).toMatchObject({ status: 201 });
    expect([await balanceOf(mei), await balanceOf(stays), await balanceOf(goes)]).toEqual([5, 9, 0]);
  });
});

describe('points given to the fund of the community', () => {
  it('lie there, count for the day, and never are more than there are', async () => {
    const mei = await someoneWith(district, 90);
    const before = await fundHas();
    expect(await mei.caller.post('/points-gifts/fund', { points: 80 })).toMatchObject({
      ...{ status: 201, body: { balance: 10 } },
    });
    expect(await fundHas()).toBe(before + 80);
    expect((await mei.caller.post('/points-gifts/fund', { points: 11 })).body.code).toBe('giving.tooFewPoints');
    const { items } = (await mei.caller.get('/points/entries')).body;
    expect(items[0]).toMatchObject({ points: -80, because: { kind: 'giftToFund', about: home.community } });
    expect((await mei.caller.get('/points-gifts/today')).body.leftToday).toBe(10);
  });

  it('may go to the fund of another community, as long as there is one', async () => {
    const mei = await someoneWith(district, 30);
    const give = (community: string) => mei.caller.post('/points-gifts/fund', { points: 10, community });
    expect(await give(elsewhere.community)).toMatchObject({ status: 201, body: { balance: 20 } });
    const there = await district.person({ role: 'coordinator', scope: elsewhere.community });
    const { body } = await there.get(`/points-funds?community=${elsewhere.community}`);
    expect(body).toMatchObject({ balance: 10, items: [{ points: 10, kind: 'given' }] });
    expect((await give('440103/009/009')).body.code).toBe('place.unknown');
    expect((await give(elsewhere.street)).status).toBe(400);
  });

  it('are seen there by its coordinator, newest first, with what is over the cap, and name nobody', async () => {
    const coordinator = await district.person({ role: 'coordinator', scope: home.community });
    district.later(minute);
    const mei = await someoneWith(district, 1507);
    district.later(minute);
    await mei.caller.post('/points-gifts/fund', { points: 3 });
    const { body } = await coordinator.get(`/points-funds?community=${home.community}&limit=2`);
    expect(body).toMatchObject({ balance: await fundHas() });
    expect(body.items).toEqual([
      { at: district.clock.now, points: 3, kind: 'given' },
      { at: expect.any(String), points: 7, kind: 'overCap' },
    ]);
    const more = await coordinator.get(`/points-funds?community=${home.community}&cursor=${body.cursor}`);
    expect(more.status).toBe(200);
  });
});
