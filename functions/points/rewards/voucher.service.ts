import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { rewardAccount, transit, volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import type { OwnVoucher } from '@kaifong/shared/points/rewards/reward-schema.ts';
import type { Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PointsDeps } from '../deps.ts';
import { absorbedBy, alsoMoved, holderOf } from '../holder.ts';
import { movedAccount, movement } from '../movement.ts';
import { newestOf } from '../newest-of.ts';
import { PostingItem, VolunteerAccount } from '../points.table.ts';
import { shardOf } from '../shards.ts';
import { DueVoucher, RewardItem, TakenItem, VoucherItem } from './rewards.table.ts';
import { openCode } from './voucher-code.ts';

/** The most vouchers that lapse in one tick; what is left is due at the next. */
const mostPerTick = 50;

/** Vouchers to those who hold them, until they are picked up, or lapse and give the points back. */
export function voucherService({ table, sealer }: PointsDeps) {
  async function withCode(voucher: VoucherItem, now: Instant): Promise<OwnVoucher> {
    if (voucher.state !== 'ready') return voucher;
    // Between its last moment and the tick that gives the points back it is over already.
    return voucher.lapsesAt <= now
      ? { ...voucher, state: 'lapsed' }
      : { ...voucher, code: await openCode(sealer, voucher) };
  }

  /**
   * Ends a voucher without a pick-up: her points, the stock and her share of it are as they were before. The cap does not bind, since
   * these points were hers already.
   */
  async function lapse({ volunteerId, id }: Pick<VoucherItem, 'volunteerId' | 'id'>, now: Instant): Promise<void> {
    await untilSettled(async () => {
      const [voucher, own] = await table.getPair(
        [VoucherItem, { volunteerId, id }],
        [VolunteerAccount, { volunteerId }],
      );
      if (voucher?.state !== 'ready' || voucher.lapsesAt > now) return true;
      const { account, merges } = await holderOf(table, volunteerId, own);
      if (!account) throw new Error(`${volunteerId} has a voucher and no account`);
      const { cost, rewardId, title } = voucher;
      const spent = rewardAccount(shardOf(volunteerId));
      const reference = `redemption/${id}/lapsed`;
      // Through transit, since after a merge the account may be of another shard than the one that paid.
      const out = [
        { account: spent, amount: -cost },
        { account: transit, amount: cost },
      ];
      // They are not used any more, so that they keep their age; what would have expired meanwhile begins anew.
      const used = -Math.min(cost, account.used);
      const move = { points: cost, used, against: transit, reference: `${reference}/in`, at: now };
      const { committed } = await transact(table.client, {
        voucher: table.put(VoucherItem, { ...voucher, state: 'lapsed', endedAt: now }, { is: { state: 'ready' } }),
        ...movement(table, account, { ...move, kind: 'refund', about: title }),
        spent: movedAccount(table, spent, -cost),
        out: table.put(PostingItem, { reference, at: now, legs: out }, { absent: true }),
        reward: table.adjust(RewardItem, { id: rewardId }, { add: { left: 1 } }, { present: true }),
        taken: table.adjust(TakenItem, { rewardId, volunteerId }, { add: { count: -1 } }, { atLeast: { count: 1 } }),
        ...alsoMoved(table, merges, { points: cost, minutes: 0, carriedMinutes: 0 }),
      });
      return committed || undefined;
    });
  }

  async function listOf(volunteerId: string, now: Instant, page: PageQuery): Promise<Page<OwnVoucher>> {
    const range = { beginsWith: 'VOUCHER#' };
    const partition = `ACCOUNT#${volunteerAccount(volunteerId)}`;
    const found = await table.query(VoucherItem, partition, { range, ...page, newestFirst: true });
    return { ...found, items: await Promise.all(found.items.map((voucher) => withCode(voucher, now))) };
  }

  return {
    /**
     * A volunteer's own vouchers and those of records that went into hers, newest first, with the codes of those that can be picked up.
     *
     * @throws AppError platform.cursorInvalid
     */
    async listOwn({ actor, now }: Request, page: PageQuery): Promise<Page<OwnVoucher>> {
      const { volunteerId } = actor;
      const all = [volunteerId, ...(await absorbedBy(table, volunteerId))];
      const found = await newestOf(table, { type: VoucherItem, id: 'voucher', prefix: 'VOUCHER' }, all, page);
      return { ...found, items: await Promise.all(found.items.map((voucher) => withCode(voucher, now))) };
    },

    /** The vouchers of one record, for whoever may know already. */
    listOf,

    /**
     * Ends the vouchers whose time is over. It may run twice, or twice at once.
     *
     * @throws AggregateError when some failed, after all were tried
     */
    async lapseDue(now: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: mostPerTick };
      const { items } = await table.query(DueVoucher, 'VOUCHERS', due);
      const failures: unknown[] = [];
      for (const voucher of items) await lapse(voucher, now).catch((error) => void failures.push(error));
      if (failures.length > 0) throw new AggregateError(failures, 'some vouchers did not lapse');
    },
  };
}
