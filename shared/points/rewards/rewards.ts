import { type Day, dayOf, type Instant } from '../../kernel/time.ts';
import { pointsSettings } from '../rules/rules.ts';

/** Why a reward is not redeemed, or that it is. */
export type RedemptionVerdict =
  | 'granted'
  | 'notOffered'
  | 'notBegun'
  | 'over'
  | 'soldOut'
  | 'tooEarly'
  | 'tooFewPoints';

/**
 * Whether somebody with this balance may redeem a reward now. Redeeming begins at a balance of 100 points, whatever the reward costs.
 * How often she did before is counted where it is written.
 */
export function redemptionVerdict({
  reward,
  balance,
  now,
}: Readonly<{
  reward: Readonly<{ state: 'offered' | 'closed'; startsOn: Day; endsOn: Day; left: number; cost: number }>;
  balance: number;
  now: Instant;
}>): RedemptionVerdict {
  const today = dayOf(now);
  if (reward.state === 'closed') return 'notOffered';
  if (today < reward.startsOn) return 'notBegun';
  if (today > reward.endsOn) return 'over';
  if (reward.left < 1) return 'soldOut';
  if (balance < pointsSettings.redeemFrom) return 'tooEarly';
  if (balance < reward.cost) return 'tooFewPoints';
  return 'granted';
}

/** Whether a reward is shown in the shop: offered, and not over. */
export function isInShop(reward: Readonly<{ state: 'offered' | 'closed'; endsOn: Day }>, now: Instant): boolean {
  return reward.state === 'offered' && dayOf(now) <= reward.endsOn;
}
