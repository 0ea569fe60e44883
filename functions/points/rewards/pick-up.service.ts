import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { rewardErrors } from '@kaifong/shared/points/errors.ts';
import type { PickedUp, ShopReward } from '@kaifong/shared/points/rewards/reward-schema.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import type { Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PointsDeps } from '../deps.ts';
import { CodeItem, RewardItem, VoucherItem } from './rewards.table.ts';
import { rewardOfShop } from './shop-key.ts';
import { codeIndexOf } from './voucher-code.ts';

/** Handing out what a voucher's code stands for, once: by a coordinator, or by the shop with the link that a coordinator gave it. */
export function pickUpService({ table, sealer, identity }: PointsDeps) {
  async function findByCode(code: string): Promise<VoucherItem | undefined> {
    const pointer = await table.get(CodeItem, { codeIndex: await codeIndexOf(sealer, code) });
    return pointer && table.get(VoucherItem, { ...pointer, id: pointer.voucherId });
  }

  /** @throws AppError reward.pickedUpAlready, .lapsed, .ownVoucher */
  function mustBeReady({ state, lapsesAt, volunteerId }: VoucherItem, { actor, now }: Command): void {
    if (actor.isVolunteer(volunteerId)) throw new AppError(rewardErrors.ownVoucher);
    if (state === 'pickedUp') throw new AppError(rewardErrors.pickedUpAlready);
    if (state === 'lapsed' || lapsesAt <= now) throw new AppError(rewardErrors.lapsed);
  }

  const pickedUp = (voucher: VoucherItem, endedAt: Instant, handedOutBy: string): Write =>
    table.put(VoucherItem, { ...voucher, state: 'pickedUp', endedAt, handedOutBy }, { is: { state: 'ready' } });

  return {
    /** By a coordinator. @throws AppError reward.unknownCode, .pickedUpAlready, .lapsed, .ownVoucher, platform.notAllowed */
    handOut(command: Command, code: string): Promise<PickedUp> {
      const { actor, now } = command;
      return untilSettled(async () => {
        const voucher = await findByCode(code);
        if (!voucher) throw new AppError(rewardErrors.unknownCode);
        actor.mustReach('reward.manage', { scope: voucher.place });
        mustBeReady(voucher, command);
        const { id, title, cost, madeAt, place, volunteerId } = voucher;
        const answer = { id, title, cost, madeAt };
        const writes = {
          voucher: pickedUp(voucher, now, actor.accountId),
          audit: identity.audit.line(command, 'reward.handedOut', `${volunteerId} ${id} ${place}`),
        };
        return (await commit(command, table, writes, { answer })).committed ? answer : undefined;
      });
    },

    /** What a shop hands out. @throws AppError platform.notFound */
    async ofShop(shopKey: string): Promise<ShopReward> {
      const reward = await table.get(RewardItem, { id: await rewardOfShop(sealer, shopKey) });
      if (!reward) throw new AppError(platformErrors.notFound);
      return reward;
    },

    /** By a shop, which finds vouchers of its own reward alone. @throws AppError platform.notFound, reward.unknownCode, .pickedUpAlready, .lapsed, .ownVoucher */
    async handOutAtShop(command: Command, shopKey: string, code: string): Promise<PickedUp> {
      const rewardId = await rewardOfShop(sealer, shopKey);
      return untilSettled(async () => {
        const voucher = await findByCode(code);
        if (voucher?.rewardId !== rewardId) throw new AppError(rewardErrors.unknownCode);
        mustBeReady(voucher, command);
        const { id, title, cost, madeAt } = voucher;
        const answer = { id, title, cost, madeAt };
        const writes = { voucher: pickedUp(voucher, command.now, 'shop') };
        return (await commit(command, table, writes, { answer })).committed ? answer : undefined;
      });
    },
  };
}
