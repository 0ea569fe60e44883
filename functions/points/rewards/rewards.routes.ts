import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { rewardErrors } from '@kaifong/shared/points/errors.ts';
import {
  ManagedReward,
  NewReward,
  OwnVoucher,
  PickedUp,
  PickUp,
  PlaceQuery,
  Redeemed,
  Reward,
  RewardAdded,
  RewardChange,
  RewardParams,
  RewardState,
  ShopParams,
  ShopReward,
} from '@kaifong/shared/points/rewards/reward-schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Points } from '../index.ts';

const { notOffered, notBegun, over, soldOut, tooEarly, tooFewPoints, limitReached } = rewardErrors;
const { unknownCode, pickedUpAlready, lapsed, ownVoucher, endsBeforeItStarts } = rewardErrors;

/** Thanks for points: what there is, redeeming it, and picking it up. */
export function rewardRoutes({ catalogue, redemptions, vouchers, pickUps }: Points) {
  return new Hono<ApiEnv>()
    .get(
      '/rewards',
      query(
        {
          id: 'listRewards',
          summary: 'What can be had for points today or later, newest first, and how many are left',
          permission: 'reward.browse',
          query: PageQuery,
          answer: [200, Page(Reward)],
        },
        (request, { query }) => catalogue.list(request, query),
      ),
    )
    .get(
      '/rewards/managed',
      query(
        {
          id: 'listManagedRewards',
          summary:
            'All rewards of a place and below it, those that are over too, with the stock and the key for the shop',
          permission: 'reward.manage',
          query: PageQuery.extend(PlaceQuery.shape),
          answer: [200, Page(ManagedReward)],
        },
        (request, { query }) => catalogue.listManaged(request, query),
      ),
    )
    .post(
      '/rewards',
      command(
        {
          id: 'addReward',
          summary: 'Offer a reward at a place',
          permission: 'reward.manage',
          body: NewReward,
          answer: [201, RewardAdded],
        },
        (request, { body }) => catalogue.add(request, body),
      ),
    )
    .post(
      '/rewards/:rewardId/change',
      command(
        {
          id: 'changeReward',
          summary: 'Add to the stock of a reward, and move its last day or where it is picked up',
          permission: 'reward.manage',
          params: RewardParams,
          body: RewardChange,
          answer: [200, RewardState],
          errors: [notOffered, endsBeforeItStarts],
        },
        (request, { params, body }) => catalogue.change(request, params.rewardId, body),
      ),
    )
    .post(
      '/rewards/:rewardId/closing',
      command(
        {
          id: 'closeReward',
          summary: 'Stop offering a reward; vouchers that were given stay good',
          permission: 'reward.manage',
          params: RewardParams,
          answer: [200, RewardState],
        },
        (request, { params }) => catalogue.close(request, params.rewardId),
      ),
    )
    .post(
      '/rewards/:rewardId/redemptions',
      command(
        {
          id: 'redeemReward',
          summary: 'Redeem points for a reward; a voucher with a code is what one gets',
          permission: 'reward.redeem',
          params: RewardParams,
          answer: [201, Redeemed],
          errors: [notOffered, notBegun, over, soldOut, tooEarly, tooFewPoints, limitReached],
        },
        (request, { params }) => redemptions.redeem(request, params.rewardId),
      ),
    )
    .get(
      '/vouchers',
      query(
        {
          id: 'listOwnVouchers',
          summary: 'The own vouchers, newest first, with the codes of those that can be picked up',
          permission: 'reward.redeem',
          query: PageQuery,
          answer: [200, Page(OwnVoucher)],
        },
        (request, { query }) => vouchers.listOwn(request, query),
      ),
    )
    .post(
      '/vouchers/pick-ups',
      command(
        {
          id: 'handOutReward',
          summary: 'Hand out the reward that a voucher’s code stands for, once',
          permission: 'reward.manage',
          body: PickUp,
          answer: [200, PickedUp],
          errors: [unknownCode, pickedUpAlready, lapsed, ownVoucher],
        },
        (request, { body }) => pickUps.handOut(request, body.code),
      ),
    )
    .get(
      '/reward-shops/:shopKey',
      query(
        {
          id: 'readShopReward',
          summary: 'What a shop hands out, by the link that a coordinator gave it',
          permission: 'reward.handOutAtShop',
          params: ShopParams,
          answer: [200, ShopReward],
        },
        (_request, { params }) => pickUps.ofShop(params.shopKey),
      ),
    )
    .post(
      '/reward-shops/:shopKey/pick-ups',
      command(
        {
          id: 'handOutAtShop',
          summary: 'Hand out this reward to whoever shows the code of a voucher, once',
          permission: 'reward.handOutAtShop',
          params: ShopParams,
          body: PickUp,
          answer: [200, PickedUp],
          errors: [unknownCode, pickedUpAlready, lapsed, ownVoucher],
        },
        (request, { params, body }) => pickUps.handOutAtShop(request, params.shopKey, body.code),
      ),
    );
}
