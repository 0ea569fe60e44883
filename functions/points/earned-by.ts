import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import {
  type EarningRules,
  plainRules,
  type SpecialDayKind,
  weigh,
  withinDay,
} from '@kaifong/shared/points/rules/earning-rules.ts';
import type { EarnedBy } from '@kaifong/shared/points/schema.ts';

/** What a service record weighs, and how many of these minutes earn, with all that it takes to explain it. */
export type Earned = Readonly<{ weighed?: number; by: EarnedBy }>;

/** Rules and the day from which they hold; none of those that have held since the beginning. */
export type RulesOfDay = Readonly<{ from?: string | undefined; rules: EarningRules }>;

export const plain: RulesOfDay = { rules: plainRules };

type Circumstances = Readonly<{
  special?: readonly SpecialDayKind[];
  /** Minutes that weighed on this day before. */
  before?: number;
  /** What the service weighed that this record takes back, where it was booked. */
  reversed?: number | undefined;
}>;

/** Weighs a service record by the rules of its day. */
export function earnedBy(
  { minutes, activity, backEntered }: Pick<ServiceRecorded, 'minutes' | 'activity' | 'backEntered'>,
  { from, rules }: RulesOfDay,
  { special = [], before = 0, reversed }: Circumstances = {},
): Earned {
  const found = weigh(rules, { minutes, ...activity, backEntered, special });
  const weighed = reversed === undefined ? found.minutes : 0 - reversed;
  const counted = withinDay(rules, before, weighed);
  return {
    weighed,
    by: {
      ...(from && { rulesFrom: from }),
      ...(activity && { kind: activity.kind, atNight: activity.atNight }),
      ...(backEntered && { backEntered }),
      ...(special.length > 0 && { special: [...special] }),
      weights: found.weights,
      minutes: counted,
      ...(counted !== weighed && { overDay: weighed - counted }),
    },
  };
}
