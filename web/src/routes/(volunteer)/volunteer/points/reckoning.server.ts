import type { PointsEntry } from '@kaifong/shared/points/schema.ts';
import { weighedTime } from '#lib/points/weighed-time.server.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import { m } from '#paraglide/messages.js';

/** How the points of an entry were reckoned, as a sentence: 服务 2 小时 → 2 分，余 10 分钟. */
export function reckoning({ points, because }: Pick<PointsEntry, 'points' | 'because'>): string {
  const { kind, carriedBefore, carriedAfter, toFund, about = '' } = because;
  const time = weighedTime(because);
  if (kind === 'transfer') return points < 0 ? m.volunteer_pointsMovedAway() : m.volunteer_pointsMovedHere();
  if (kind === 'gift') return points < 0 ? m.giving_gaveTo({ name: about }) : m.giving_gotFrom({ name: about });
  if (kind === 'giftToFund') return m.giving_gaveToFund();
  if (kind === 'expiry') return m.rewards_expired();
  if (kind === 'opening') return m.rewards_fromBefore();
  if (kind === 'redemption') return m.rewards_spent({ about });
  if (kind === 'refund') return m.rewards_cameBack({ about });
  if (kind === 'correction') return m.volunteer_correction({ time, points: Math.abs(points) });
  if (carriedBefore < 0) {
    return m.volunteer_earnedAfterDebt({ time, owed: spokenMinutes(carriedBefore), points: points + toFund });
  }
  const facts = { time, points: points + toFund, rest: spokenMinutes(carriedAfter) };
  return carriedBefore > 0
    ? m.volunteer_earnedWithRest({ ...facts, before: spokenMinutes(carriedBefore) })
    : m.volunteer_earned(facts);
}
