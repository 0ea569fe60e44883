import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { isWithin, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { rewardErrors } from '@kaifong/shared/points/errors.ts';
import type { ManagedReward, NewReward, Reward, RewardChange } from '@kaifong/shared/points/rewards/reward-schema.ts';
import { isInShop } from '@kaifong/shared/points/rewards/rewards.ts';
import type { Actor } from '../../platform/actor.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { PointsDeps } from '../deps.ts';
import { RewardItem } from './rewards.table.ts';
import { shopKeyOf } from './shop-key.ts';

/** What can be had for points. */
export function catalogueService({ table, sealer, identity }: PointsDeps) {
  const page = (query: PageQuery) =>
    table.query(RewardItem, 'REWARDS', { range: { beginsWith: 'REWARD#' }, ...query, newestFirst: true });

  async function mustManage(actor: Actor, id: string): Promise<RewardItem> {
    const reward = await table.get(RewardItem, { id });
    if (!reward) throw new AppError(platformErrors.notFound);
    actor.mustReach('reward.manage', { scope: reward.place });
    return reward;
  }

  return {
    /** What is in the shop today or comes later, newest first. A page may hold fewer than asked, since what is over lies between. */
    async list({ now }: Request, query: PageQuery): Promise<Page<Reward>> {
      const found = await page(query);
      return { ...found, items: found.items.filter((reward) => isInShop(reward, now)) };
    },

    /** All rewards of a place and below it, those that are over too; a page may hold fewer than asked. @throws AppError platform.notAllowed */
    async listManaged(
      { actor }: Request,
      { place, ...query }: PageQuery & { place: Scope },
    ): Promise<Page<ManagedReward>> {
      actor.mustReach('reward.manage', { scope: place });
      const found = await page(query);
      const own = found.items.filter((reward) => isWithin(reward.place, place));
      const items = own.map(async (reward) => ({ ...reward, shopKey: await shopKeyOf(sealer, reward.id) }));
      return { ...found, items: await Promise.all(items) };
    },

    /** Offers a reward. @throws AppError platform.notAllowed */
    async add(command: Command, { stock, ...offer }: NewReward): Promise<{ id: string }> {
      command.actor.mustReach('reward.manage', { scope: offer.place });
      const id = newId('reward', Date.parse(command.now));
      const writes = {
        reward: table.put(RewardItem, { ...offer, id, state: 'offered', stock, left: stock }, { absent: true }),
        audit: identity.audit.line(command, 'reward.offered', `${id} ${offer.place}`),
      };
      mustCommit(await commit(command, table, writes, { answer: { id } }), {});
      return { id };
    },

    /**
     * Adds to the stock and moves the last day or the place where it is picked up, of the vouchers to come.
     *
     * @throws AppError platform.notFound, platform.notAllowed, reward.notOffered, reward.endsBeforeItStarts
     */
    async change(command: Command, id: string, { more, pickUpAt, endsOn }: RewardChange) {
      const { place, startsOn, state } = await mustManage(command.actor, id);
      if (endsOn < startsOn) throw new AppError(rewardErrors.endsBeforeItStarts, { day: startsOn });
      const answer = { id, state };
      const writes = {
        reward: table.adjust(
          RewardItem,
          { id },
          { add: { stock: more, left: more }, set: { pickUpAt, endsOn } },
          { is: { state: 'offered' } },
        ),
        audit: identity.audit.line(command, 'reward.changed', `${id} ${place}`),
      };
      mustCommit(await commit(command, table, writes, { answer }), {
        reward: () => new AppError(rewardErrors.notOffered),
      });
      return answer;
    },

    /** Takes a reward out of the shop; vouchers that were given stay good. @throws AppError platform.notFound, platform.notAllowed */
    async close(command: Command, id: string): Promise<Pick<Reward, 'id' | 'state'>> {
      const { place } = await mustManage(command.actor, id);
      const answer = { id, state: 'closed' as const };
      const writes = {
        reward: table.adjust(RewardItem, { id }, { set: { state: 'closed' } }, { present: true }),
        audit: identity.audit.line(command, 'reward.closed', `${id} ${place}`),
      };
      mustCommit(await commit(command, table, writes, { answer }), {});
      return answer;
    },
  };
}
