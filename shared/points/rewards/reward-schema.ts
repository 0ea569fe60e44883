import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Day, Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { pointsSettings } from '../rules/rules.ts';

const line = (most: number) => z.string().trim().min(2).max(most);

const mostStock = 10_000;

/** What a coordinator says of a reward. */
const Offer = z.object({
  title: line(60),
  /** Who gives it: a shop, a community. */
  givenBy: line(60),
  /** Whose coordinators look after it. */
  place: Scope,
  pickUpAt: line(120),
  /** Points. */
  cost: z.int().min(1).max(pointsSettings.balanceCap),
  limitPerPerson: z.int().min(1).max(100),
  startsOn: Day,
  endsOn: Day,
  /** Days that a voucher is kept for its holder; after that the points come back. */
  keptDays: z.int().min(1).max(90),
});

/** A reward as a coordinator offers it. */
export const NewReward = Offer.extend({ stock: z.int().min(1).max(mostStock) }).refine(
  ({ startsOn, endsOn }) => startsOn <= endsOn,
  { path: ['endsOn'], error: 'reward.endsBeforeItStarts' },
);
export type NewReward = z.output<typeof NewReward>;

/** What may change of a reward that people have redeemed already; `more` is added to the stock. */
export const RewardChange = Offer.pick({ pickUpAt: true, endsOn: true }).extend({
  more: z.int().min(0).max(mostStock),
});
export type RewardChange = z.output<typeof RewardChange>;

export const Reward = Offer.extend({
  id: Id('reward'),
  state: z.enum(['offered', 'closed']),
  /** How many are left. */
  left: z.int().min(0),
});
export type Reward = z.output<typeof Reward>;

/** A reward to its coordinators. */
export const ManagedReward = Reward.extend({
  /** How many there were, with what was added. */
  stock: z.int(),
  /** What the address for the shop ends with, by which it hands the reward out. */
  shopKey: z.string(),
});
export type ManagedReward = z.output<typeof ManagedReward>;

export const PlaceQuery = z.object({ place: Scope });
export const RewardParams = z.object({ rewardId: Id('reward') });
export const RewardAdded = z.object({ id: Id('reward') });
export const RewardState = Reward.pick({ id: true, state: true });
export const Redeemed = z.object({ id: Id('voucher'), balance: z.int().min(0) });

/** What a volunteer holds for a reward until she picks it up. */
export const Voucher = z.object({
  id: Id('voucher'),
  rewardId: Id('reward'),
  title: z.string(),
  pickUpAt: z.string(),
  cost: z.int(),
  state: z.enum(['ready', 'pickedUp', 'lapsed']),
  madeAt: Instant,
  lapsesAt: Instant,
  endedAt: Instant.optional(),
});
export type Voucher = z.output<typeof Voucher>;

/** With the code that is shown where it is picked up; there while it can be. */
export const OwnVoucher = Voucher.extend({ code: z.string().optional() });
export type OwnVoucher = z.output<typeof OwnVoucher>;

/** The code as it was scanned or typed: spaces, small letters and an address around it are nobody's fault. */
export const PickUp = z.object({
  code: z
    .string()
    .max(300)
    .transform((text) =>
      text
        .slice(text.lastIndexOf('#') + 1)
        .replaceAll(/[\s-]/g, '')
        .toUpperCase(),
    )
    .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/, { error: 'reward.code' })),
});
export const PickedUp = Voucher.pick({ id: true, title: true, cost: true, madeAt: true });
export type PickedUp = z.output<typeof PickedUp>;

/** The key of a shop's address: the reward, and what proves that a coordinator gave it. */
export const ShopParams = z.object({ shopKey: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{20}\.[\w-]{43}$/) });

/** What a shop sees of the reward that it hands out. */
export const ShopReward = Reward.pick({ title: true, givenBy: true, state: true, endsOn: true });
export type ShopReward = z.output<typeof ShopReward>;
