import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import { volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { Reward, Voucher } from '@kaifong/shared/points/rewards/reward-schema.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of rewards, in the points table
 *
 *   the catalogue, newest first, and a reward     REWARDS               REWARD#<id>
 *   how many of a reward somebody had             REWARD#<id>           TAKEN#<volunteer>
 *   a volunteer's vouchers, newest first          ACCOUNT#<account>     VOUCHER#<id>
 *   the voucher of a code                         CODE#<blind index>    CODE
 *   vouchers that lapse                           byDue: VOUCHERS       <lapses at>#<id>
 */

export const RewardItem = itemType({
  entity: 'reward',
  schema: Reward.extend({ stock: z.int() }),
  key: ({ id }: { id: string }) => ({ pk: 'REWARDS', sk: `REWARD#${id}` }),
});
export type RewardItem = z.output<typeof RewardItem.schema>;

export const TakenItem = itemType({
  entity: 'rewardTaken',
  schema: z.object({ rewardId: Id('reward'), volunteerId: Id('volunteer'), count: z.int() }),
  key: ({ rewardId, volunteerId }: { rewardId: string; volunteerId: string }) => ({
    pk: `REWARD#${rewardId}`,
    sk: `TAKEN#${volunteerId}`,
  }),
});

/** A voucher. Its code is sealed, and found by a blind index. */
export const VoucherItem = itemType({
  entity: 'voucher',
  schema: Voucher.extend({
    volunteerId: Id('volunteer'),
    place: Scope,
    codeSealed: z.string(),
    /** A coordinator's account, or the shop. */
    handedOutBy: z.union([Id('account'), z.literal('shop')]).optional(),
  }),
  key: ({ volunteerId, id }: { volunteerId: string; id: string }) => ({
    pk: `ACCOUNT#${volunteerAccount(volunteerId)}`,
    sk: `VOUCHER#${id}`,
  }),
  indexes: {
    byDue: ({ state, lapsesAt, id }) => (state === 'ready' ? { pk: 'VOUCHERS', sk: `${lapsesAt}#${id}` } : undefined),
  },
});
export type VoucherItem = z.output<typeof VoucherItem.schema>;

/** What the index of what is due carries of a voucher. */
export const DueVoucher = itemType({
  entity: VoucherItem.entity,
  schema: VoucherItem.schema.pick({ volunteerId: true, id: true }),
  key: VoucherItem.key,
});

export const CodeItem = itemType({
  entity: 'voucherCode',
  schema: z.object({ codeIndex: z.string(), volunteerId: Id('volunteer'), voucherId: Id('voucher') }),
  key: ({ codeIndex }: { codeIndex: string }) => ({ pk: `CODE#${codeIndex}`, sk: 'CODE' }),
});
