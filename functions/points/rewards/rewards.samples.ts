import { aNewReward, aReward, aVoucher, someoneWith } from '../../test/a-reward.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

const outsider = (district: TestDistrict) => district.person({ role: 'coordinator', scope: elsewhere.community });
const unknown = '/rewards/rwd_00000000000000000000';
const unknownShop = `/reward-shops/${'0'.repeat(20)}.${'A'.repeat(43)}`;

export const rewardSamples: Samples = {
  listRewards: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/rewards' }),
  listManagedRewards: async (district) => ({
    caller: (await aReward(district)).coordinator,
    outsider: await outsider(district),
    path: `/rewards/managed?place=${home.community}`,
  }),
  addReward: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.community }),
    outsider: await outsider(district),
    path: '/rewards',
    body: aNewReward(),
  }),
  changeReward: async (district) => {
    const { rewardId, coordinator } = await aReward(district);
    return {
      caller: coordinator,
      outsider: await outsider(district),
      path: `/rewards/${rewardId}/change`,
      body: { more: 5, pickUpAt: '沙面社区服务站', endsOn: '2026-12-31' },
      unknownPath: `${unknown}/change`,
    };
  },
  closeReward: async (district) => {
    const { rewardId, coordinator } = await aReward(district);
    return {
      caller: coordinator,
      outsider: await outsider(district),
      path: `/rewards/${rewardId}/closing`,
      unknownPath: `${unknown}/closing`,
    };
  },
  redeemReward: async (district) => {
    const { rewardId } = await aReward(district);
    return {
      caller: (await someoneWith(district, 200)).caller,
      path: `/rewards/${rewardId}/redemptions`,
      unknownPath: `${unknown}/redemptions`,
    };
  },
  listOwnVouchers: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/vouchers' }),
  handOutReward: async (district) => {
    const { coordinator, code } = await aVoucher(district);
    return { caller: coordinator, outsider: await outsider(district), path: '/vouchers/pick-ups', body: { code } };
  },
  readShopReward: async (district) => ({
    caller: district.stranger(),
    path: `/reward-shops/${(await aVoucher(district)).shopKey}`,
    unknownPath: unknownShop,
  }),
  handOutAtShop: async (district) => {
    const { shopKey, code } = await aVoucher(district);
    return {
      caller: district.stranger(),
      path: `/reward-shops/${shopKey}/pick-ups`,
      body: { code },
      unknownPath: `${unknownShop}/pick-ups`,
    };
  },
};
