import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day } from '@kaifong/shared/kernel/time.ts';
import { issueAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { installedFont } from '../../platform/installed-font.ts';
import type { Command } from '../../platform/request.ts';
import { Table } from '../../platform/table.ts';
import { transact } from '../../platform/transact.ts';
import { aCommand, receiptKey } from '../../test/a-command.ts';
import { aMerge } from '../../test/a-merge.ts';
import { aNewReward, aReward, aVoucher, someoneWith } from '../../test/a-reward.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { unruly } from '../../test/unruly-client.ts';
import { createPoints } from '../index.ts';
import { emptyAccount, movedAccount, movementInto } from '../movement.ts';
import { VolunteerAccount } from '../points.table.ts';
import { shardOf } from '../shards.ts';
import { RewardItem } from './rewards.table.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());
/** After whatever was done, every account is what was posted. */
afterEach(async () => {
  expect((await district.contexts.points.reconciliation.all()).found).toEqual([]);
});

type Someone = Awaited<ReturnType<typeof someoneWith>>;
const balanceOf = async ({ caller }: Pick<Someone, 'caller'>) => (await caller.get('/points')).body.balance;
const redeem = ({ caller }: Pick<Someone, 'caller'>, rewardId: string) =>
  caller.post(`/rewards/${rewardId}/redemptions`);
const vouchersOf = async ({ caller }: Pick<Someone, 'caller'>) => (await caller.get('/vouchers')).body.items;
const leftOf = async (id: string) => (await district.table('points').get(RewardItem, { id }))?.left;

describe('redeeming', () => {
  it('takes the points and one of the stock, and gives a voucher with a code that only its holder sees', async () => {
    const { rewardId, coordinator } = await aReward(district);
    const mei = await someoneWith(district, 200);
    const redeemed = await redeem(mei, rewardId);
    expect(redeemed).toMatchObject({ status: 201, body: { balance: 80 } });
    expect(await balanceOf(mei)).toBe(80);
    expect(await leftOf(rewardId)).toBe(4);
    const [voucher] = await vouchersOf(mei);
    expect(voucher).toMatchObject({ id: redeemed.body.id, state: 'ready', title: '陶陶居早茶券', cost: 120 });
    expect(voucher.code).toMatch(/^[0-9A-Z]{10}$/);
    expect(JSON.stringify(redeemed.body)).not.toContain(voucher.code);
    expect((await mei.caller.get('/points/entries?limit=1')).body.items).toMatchObject([
      { points: -120, balance: 80, because: { kind: 'redemption' } },
    ]);
    expect(JSON.stringify((await coordinator.get('/rewards')).body)).not.toContain(voucher.code);
  });

  it('is refused with its reason, and then nothing moves', async () => {
    const cheap = await aReward(district, { cost: 30 });
    const dear = await aReward(district, { cost: 300 });
    const later = await aReward(district, { startsOn: '2026-12-01' });
    const past = await aReward(district, { endsOn: '2026-11-23' });
    const closed = await aReward(district);
    expect((await closed.coordinator.post(`/rewards/${closed.rewardId}/closing`)).status).toBe(200);
    const [poor, mei] = [await someoneWith(district, 99), await someoneWith(district, 200)];
    const codes = [];
    codes.push((await redeem(poor, cheap.rewardId)).body.code);
    for (const { rewardId } of [dear, later, past, closed]) codes.push((await redeem(mei, rewardId)).body.code);
    expect(codes).toEqual(
      ['tooEarly', 'tooFewPoints', 'notBegun', 'over', 'notOffered'].map((code) => `reward.${code}`),
    );
    expect([await balanceOf(poor), await balanceOf(mei)]).toEqual([99, 200]);
  });

  it('stops at the limit per person, also for one who asks many times at once', async () => {
    const { rewardId } = await aReward(district, { limitPerPerson: 2, cost: 10 });
    const mei = await someoneWith(district, 500);
    const answers = await Promise.all(Array.from({ length: 6 }, () => redeem(mei, rewardId)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect((await redeem(mei, rewardId)).body.code).toBe('reward.limitReached');
    expect([await balanceOf(mei), await leftOf(rewardId)]).toEqual([480, 3]);
  });

  it('goes on when stock is added and the last day moved, and ends when the reward is closed', async () => {
    const { rewardId, coordinator } = await aReward(district, { stock: 1, endsOn: '2026-11-24', cost: 20 });
    const [mei, ling] = [await someoneWith(district, 200), await someoneWith(district, 200)];
    expect((await redeem(mei, rewardId)).status).toBe(201);
    expect((await redeem(ling, rewardId)).body.code).toBe('reward.soldOut');
    const change = { more: 4, pickUpAt: '沙面社区服务站二楼', endsOn: '2026-12-24' };
    expect((await coordinator.post(`/rewards/${rewardId}/change`, change)).status).toBe(200);
    expect((await redeem(ling, rewardId)).status).toBe(201);
    expect((await vouchersOf(ling))[0]).toMatchObject({ pickUpAt: '沙面社区服务站二楼' });
    const managed = await coordinator.get(`/rewards/managed?place=${home.community}&limit=100`);
    expect(managed.body.items.find(({ id }: { id: string }) => id === rewardId)).toMatchObject({
      ...{ stock: 5, left: 3, endsOn: '2026-12-24' },
    });
    const backwards = await coordinator.post(`/rewards/${rewardId}/change`, { ...change, endsOn: '2026-10-01' });
    expect(backwards.body.code).toBe('reward.endsBeforeItStarts');
    await coordinator.post(`/rewards/${rewardId}/closing`);
    expect((await coordinator.post(`/rewards/${rewardId}/change`, change)).body.code).toBe('reward.notOffered');
    const shown = (await mei.caller.get('/rewards?limit=100')).body.items.map(({ id }: { id: string }) => id);
    expect(shown).not.toContain(rewardId);
  });

  it('needs an offer that makes sense', async () => {
    const { coordinator } = await aReward(district);
    for (const fault of [{ endsOn: '2026-10-01' }, { cost: 0 }, { stock: 0 }, { cost: 1501 }, { title: ' ' }]) {
      expect((await coordinator.post('/rewards', aNewReward(fault))).status).toBe(400);
    }
  });
});

describe('a voucher', () => {
  it('is picked up once, by its code however it is typed, and not by its holder herself', async () => {
    const { rewardId, coordinator } = await aReward(district);
    const mei = await someoneWith(district, 200);
    await redeem(mei, rewardId);
    const { code, id } = (await vouchersOf(mei))[0];
    const typed = ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `;
    const handedOut = await coordinator.post('/vouchers/pick-ups', { code: typed });
    expect(handedOut).toMatchObject({ status: 200, body: { id, title: '陶陶居早茶券' } });
    expect((await coordinator.post('/vouchers/pick-ups', { code })).body.code).toBe('reward.pickedUpAlready');
    expect((await coordinator.post('/vouchers/pick-ups', { code: '0000000000' })).body.code).toBe('reward.unknownCode');
    expect(await vouchersOf(mei)).toEqual([expect.objectContaining({ state: 'pickedUp' })]);
    expect((await vouchersOf(mei))[0].code).toBeUndefined();
  });

  it('is handed out by the shop with its link, which finds no voucher of another reward', async () => {
    const { shopKey, code, rewardId } = await aVoucher(district);
    const other = await aVoucher(district);
    const shop = district.stranger();
    expect((await shop.get(`/reward-shops/${shopKey}`)).body).toMatchObject({
      title: '陶陶居早茶券',
      state: 'offered',
    });
    const ask = (scanned: string) => shop.post(`/reward-shops/${shopKey}/pick-ups`, { code: scanned });
    expect((await ask(other.code)).body.code).toBe('reward.unknownCode');
    expect((await ask('陶陶居')).body.fields).toMatchObject([{ path: 'code' }]);
    expect((await ask(`https://kaifong.example/coordinator/rewards/pick-up#${code}`)).status).toBe(200);
    expect((await ask(code)).body.code).toBe('reward.pickedUpAlready');
    const forged = `${rewardId.slice(-20)}.${'A'.repeat(43)}`;
    expect((await shop.get(`/reward-shops/${forged}`)).status).toBe(404);
  });

  it('is handed out once, however many ask at once', async () => {
    const { shopKey, code, coordinator } = await aVoucher(district);
    const answers = await Promise.all([
      ...[1, 2, 3].map(() => coordinator.post('/vouchers/pick-ups', { code })),
      ...[1, 2, 3].map(() => district.stranger().post(`/reward-shops/${shopKey}/pick-ups`, { code })),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('lapses once after its days and gives back points, stock and the share, and cannot be picked up from then on', async () => {
    const { rewardId, coordinator } = await aReward(district);
    const mei = await someoneWith(district, 200);
    await redeem(mei, rewardId);
    const { code } = (await vouchersOf(mei))[0];
    district.later(14 * day);
    expect((await coordinator.post('/vouchers/pick-ups', { code })).body.code).toBe('reward.lapsed');
    await Promise.all([district.tick(), district.tick()]);
    expect([await balanceOf(mei), await leftOf(rewardId)]).toEqual([200, 5]);
    expect(await vouchersOf(mei)).toMatchObject([{ state: 'lapsed' }]);
    expect((await redeem(mei, rewardId)).status).toBe(201);
  });

  it('of a record that went into another one is listed there, and counts for the limit there, until the merge is undone', async () => {
    const { rewardId } = await aReward(district, { limitPerPerson: 2, cost: 10 });
    const [goes, stays] = [await someoneWith(district, 200), await someoneWith(district, 200)];
    expect((await redeem(goes, rewardId)).status).toBe(201);
    const [voucher] = await vouchersOf(goes);
    const { mergeId, coordinator } = await aMerge(district, { goes, stays });
    await district.settle();
    expect(await vouchersOf(stays)).toEqual([voucher]);
    expect((await redeem(stays, rewardId)).status).toBe(201);
    expect(await vouchersOf(stays)).toHaveLength(2);
    const pages = [];
    for (let cursor = ''; cursor !== undefined; ) {
      const page = await stays.caller.get(`/vouchers?limit=1${cursor && `&cursor=${cursor}`}`);
      pages.push(page.body.items.map(({ id }: { id: string }) => id));
      cursor = page.body.cursor;
    }
    expect(pages).toEqual((await vouchersOf(stays)).map(({ id }: { id: string }) => [id]));
    expect((await stays.caller.get('/vouchers?cursor=vch_1')).status).toBe(400);
    expect((await redeem(stays, rewardId)).body.code).toBe('reward.limitReached');
    expect((await coordinator.post(`/merges/${mergeId}/undoing`, { reason: '核对后发现是两个人' })).status).toBe(202);
    await district.settle();
    expect(await vouchersOf(stays)).toHaveLength(1);
    expect((await redeem(stays, rewardId)).status).toBe(201);
  });

  it('that lapses after a merge gives its points to the record that stayed', async () => {
    const { rewardId } = await aReward(district);
    const [goes, stays] = [await someoneWith(district, 200), await someoneWith(district, 100)];
    expect((await redeem(goes, rewardId)).status).toBe(201);
    await aMerge(district, { goes, stays });
    await district.settle();
    const left = await stays.caller.get(`/points-copy/${goes.volunteerId}/vouchers`);
    expect(left.body.items).toMatchObject([{ state: 'ready', code: expect.any(String) }]);
    district.later(14 * day);
    await district.tick();
    const { volunteerId } = stays;
    expect((await district.table('points').get(VolunteerAccount, { volunteerId }))?.balance).toBe(300);
  });
});

/** Points over an engine where calls conflict, are throttled or lose their answer. */
function unrulyPoints(seed: number, throttled = 0.02) {
  const { client, name } = district.table('points');
  const wrapped = unruly({ seed, throttled, lost: 0.02, delayed: 0.3 })(client);
  return createPoints({
    ...district.contexts,
    sealer: district.sealer,
    readFont: installedFont,
    table: new Table(wrapped, name),
  });
}

/** What the API answers: a command that finds its own work in the way is told what it did. */
async function answerTo(command: Command, run: Promise<unknown>): Promise<string> {
  try {
    await run;
    return 'redeemed';
  } catch (error) {
    if (await district.kit.receipts.find(receiptKey(command))) return 'redeemed';
    return error instanceof AppError ? error.definition.code : 'fault';
  }
}

/** People with so many points each, twenty of them in a transaction. */
async function crowdWith(points: number, size: number): Promise<string[]> {
  const ids = Array.from({ length: size }, () => newId('volunteer', Date.now()));
  const table = district.table('points');
  const at = district.clock.now;
  for (let from = 0; from < size; from += 20) {
    const issued = new Map<string, number>();
    const writes = ids.slice(from, from + 20).flatMap((volunteerId) => {
      const against = issueAccount(shardOf(volunteerId));
      issued.set(against, (issued.get(against) ?? 0) + points);
      const move = { points, against, reference: `opening/${volunteerId}`, at, kind: 'opening' as const };
      return Object.values(movementInto(table, emptyAccount(volunteerId), move));
    });
    const issues = [...issued].map(([account, amount]) => movedAccount(table, account, -amount));
    const { committed } = await transact(table.client, Object.fromEntries([...writes, ...issues].entries()));
    expect(committed).toBe(true);
  }
  return ids;
}

/** 500 people on a machine that is busy with other things take their time; what is asked is who got one, not how soon. */
const patience = 300_000;

const pointsOf = async (volunteerId: string) =>
  (await district.table('points').get(VolunteerAccount, { volunteerId }))?.balance;

describe('a rush', () => {
  it('of 500 people for the last 20 leaves exactly 20 with one, and nobody loses a point', {
    timeout: patience,
  }, async () => {
    const { rewardId } = await aReward(district, { stock: 20 });
    const crowd = await crowdWith(150, 500);
    // Conflicts and lost answers, but no throttled reads: those answer that one should try again, whatever is left.
    const { redemptions } = unrulyPoints(7, 0);
    const answers = await Promise.all(
      crowd.map((volunteerId) => {
        const command = aCommand(district, volunteerId, 'redeemReward');
        return answerTo(command, redemptions.redeem(command, rewardId));
      }),
    );
    expect(await leftOf(rewardId)).toBe(0);
    expect(answers.filter((answer) => answer === 'redeemed')).toHaveLength(20);
    expect(new Set(answers)).toEqual(new Set(['redeemed', 'reward.soldOut']));
    const balances = await Promise.all(crowd.map(pointsOf));
    expect(balances.filter((balance) => balance === 30)).toHaveLength(20);
    expect(balances.filter((balance) => balance === 150)).toHaveLength(480);
  });
});
