import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { day, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { rewardErrors } from '@kaifong/shared/points/errors.ts';
import { rewardAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { redemptionVerdict } from '@kaifong/shared/points/rewards/rewards.ts';
import { pointsSettings } from '@kaifong/shared/points/rules/rules.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PointsDeps } from '../deps.ts';
import { absorbedBy } from '../holder.ts';
import { movedAccount, movement } from '../movement.ts';
import { VolunteerAccount } from '../points.table.ts';
import { shardOf } from '../shards.ts';
import { CodeItem, RewardItem, TakenItem, VoucherItem } from './rewards.table.ts';
import { newVoucherCode, sealedCode } from './voucher-code.ts';

/**
 * One counter holds the stock, so in a rush all but one of those who come at the same moment try again. Enough tries, a tenth of a second
 * apart, that nobody is sent away while any is left.
 */
const triesInARush = 60;

/** Points for things: one transaction over balance, stock and what the person had before. */
export function redemptionService({ table, sealer }: PointsDeps) {
  /** How many of a reward the records had that went into hers: they are hers, and none of them has more any more. */
  async function takenByAbsorbed(rewardId: string, volunteerId: string): Promise<number> {
    const gone = await absorbedBy(table, volunteerId);
    const taken = await table.getAll(
      TakenItem,
      gone.map((each) => ({ rewardId, volunteerId: each })),
    );
    return taken.reduce((sum, item) => sum + (item?.count ?? 0), 0);
  }

  /** `undefined` when somebody else came first and all is to be looked at again. */
  async function redeemOnce(command: Command, rewardId: string) {
    const { now, actor } = command;
    const { volunteerId } = actor;
    const [reward, account] = await table.getPair([RewardItem, { id: rewardId }], [VolunteerAccount, { volunteerId }]);
    if (!reward) throw new AppError(platformErrors.notFound);
    const balance = account?.balance ?? 0;
    const verdict = redemptionVerdict({ reward, balance, now });
    const { cost, title, pickUpAt, place, limitPerPerson, startsOn } = reward;
    if (verdict !== 'granted' || !account) {
      const facts = { day: startsOn, from: pointsSettings.redeemFrom, balance, cost };
      throw new AppError(rewardErrors[verdict === 'granted' ? 'tooEarly' : verdict], facts);
    }
    const before = account.absorbs ? await takenByAbsorbed(rewardId, volunteerId) : 0;
    if (before >= limitPerPerson) throw new AppError(rewardErrors.limitReached, { limit: limitPerPerson });
    const id = newId('voucher', Date.parse(now));
    const { codeIndex, codeSealed } = await sealedCode(sealer, newVoucherCode(), id);
    const spent = rewardAccount(shardOf(volunteerId));
    const move = { points: -cost, against: spent, reference: `redemption/${id}`, at: now };
    const kept = { lapsesAt: shiftBy(now, reward.keptDays * day), madeAt: now, state: 'ready' as const };
    const answer = { id, balance: balance - cost };
    const writes = {
      taken: table.adjust(
        TakenItem,
        { rewardId, volunteerId },
        { add: { count: 1 }, set: { rewardId, volunteerId } },
        { below: { count: limitPerPerson - before } },
      ),
      ...movement(table, account, { ...move, kind: 'redemption', about: title }),
      // Who meets another at one of these two looks first whether any is left, before trying again.
      reward: {
        ...table.adjust(
          RewardItem,
          { id: rewardId },
          { add: { left: -1 } },
          { is: { state: 'offered' }, atLeast: { left: 1 } },
        ),
        yields: true,
      },
      spent: { ...movedAccount(table, spent, cost), yields: true },
      voucher: table.put(
        VoucherItem,
        { id, volunteerId, rewardId, title, pickUpAt, place, cost, codeSealed, ...kept },
        { absent: true },
      ),
      code: table.put(CodeItem, { codeIndex, volunteerId, voucherId: id }, { absent: true }),
    };
    const outcome = await commit(command, table, writes, { answer });
    if (outcome.committed) return answer;
    if (outcome.refused.has('taken')) throw new AppError(rewardErrors.limitReached, { limit: limitPerPerson });
    return undefined;
  }

  return {
    /**
     * Takes the points and gives a voucher. Nothing moves unless all of it does.
     *
     * @throws AppError platform.notFound, reward.notOffered, .notBegun, .over, .soldOut, .tooEarly, .tooFewPoints, .limitReached
     */
    redeem: (command: Command, rewardId: string) => untilSettled(() => redeemOnce(command, rewardId), triesInARush),
  };
}
