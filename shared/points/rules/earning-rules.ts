import * as z from 'zod';
import { ActivityKind } from '../../scheduling/shifts/activity-kinds.ts';

/** What an hour of service earns, in hundredths of an hour: 120 is an hour and twelve minutes. */
const Weight = z.int().min(0).max(300);
/** What is harder never earns less. */
const Surcharge = z.int().min(100).max(300);

/** How minutes of service become minutes that earn points; 60 of those are a point. */
export const EarningRules = z.object({
  /** By kind of activity; one that is not named weighs 100. */
  kinds: z.partialRecord(ActivityKind, Weight),
  /** Of a service that lies in the night (22:00–06:00) for half of its time or more. */
  night: Surcharge,
  /** On a day that the district called one of bad weather, or of an emergency, at its place. */
  badWeather: Surcharge,
  emergency: Surcharge,
  /** Most minutes that earn points in a day; no limit when left out. */
  dailyMinutes: z.int().min(60).max(1440).optional(),
  /** Whether hours that were entered later, by the back-entry procedure, earn points. */
  backEntered: z.enum(['earn', 'earnNone']),
});
export type EarningRules = z.infer<typeof EarningRules>;

/** What holds where the district has said nothing else: an hour is an hour. */
export const plainRules: EarningRules = { kinds: {}, night: 100, badWeather: 100, emergency: 100, backEntered: 'earn' };

/** What a day can be, beyond what it is for the calendar. */
export const specialDayKinds = ['badWeather', 'emergency'] as const;
export type SpecialDayKind = (typeof specialDayKinds)[number];

/** What is weighed of a service; a correction takes the minutes back, which are then below zero. */
export type WeighedService = Readonly<{
  minutes: number;
  /** Not known of what was recorded before activities were told. */
  kind?: ActivityKind | undefined;
  atNight?: boolean | undefined;
  backEntered?: boolean | undefined;
  /** What the day was at the place that was served at. */
  special?: readonly SpecialDayKind[] | undefined;
}>;

export const weightReasons = ['kind', 'night', ...specialDayKinds, 'backEntered'] as const;

/** Why a service weighs other than its minutes, in hundredths. */
export const AppliedWeight = z.object({ because: z.enum(weightReasons), percent: z.int().min(0) });
export type AppliedWeight = z.infer<typeof AppliedWeight>;

/**
 * The minutes of a service that earn points, rounded down, and what made them differ from those served. The weight of the kind is
 * multiplied by the highest surcharge that applies: surcharges are not added up, so that two reasons never make three hours of one.
 */
export function weigh(rules: EarningRules, service: WeighedService): { minutes: number; weights: AppliedWeight[] } {
  const { minutes, kind, atNight, backEntered, special = [] } = service;
  if (backEntered && rules.backEntered === 'earnNone')
    return { minutes: 0, weights: [{ because: 'backEntered', percent: 0 }] };
  const ofKind = (kind && rules.kinds[kind]) ?? 100;
  const surcharges: AppliedWeight[] = special.map((because) => ({ because, percent: rules[because] }));
  if (atNight) surcharges.push({ because: 'night', percent: rules.night });
  const highest = surcharges.reduce<AppliedWeight | undefined>(
    (best, each) => (each.percent > (best?.percent ?? 100) ? each : best),
    undefined,
  );
  const weights: AppliedWeight[] = [
    ...(ofKind === 100 ? [] : [{ because: 'kind' as const, percent: ofKind }]),
    ...(highest ? [highest] : []),
  ];
  const size = Math.floor((Math.abs(minutes) * ofKind * (highest?.percent ?? 100)) / 10_000);
  return { minutes: minutes < 0 ? 0 - size : size, weights };
}

/**
 * By how much the minutes that earn move, when a day that had `before` weighed minutes gets `added` more, or less when negative. It
 * depends on the sum alone, so that services and corrections of a day come to the same in whatever order they are told.
 */
export function withinDay(rules: Pick<EarningRules, 'dailyMinutes'>, before: number, added: number): number {
  const { dailyMinutes = Number.POSITIVE_INFINITY } = rules;
  return Math.min(dailyMinutes, before + added) - Math.min(dailyMinutes, before);
}
