import type { AppliedWeight } from '@kaifong/shared/points/earning-rules.ts';
import type { EntryReason } from '@kaifong/shared/points/schema.ts';
import { activityKinds } from '@kaifong/shared/scheduling/activity-kinds.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import { m } from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';
import { factor } from './rules-in-words.server.ts';

const words: Readonly<Record<AppliedWeight['because'], (facts: { time: string; factor: string }) => string>> = {
  kind: m.pointsRules_withWeight,
  night: m.pointsRules_withNight,
  badWeather: m.pointsRules_withBadWeather,
  emergency: m.pointsRules_withEmergency,
  backEntered: m.pointsRules_withBackEntry,
};

/** What was served, and all that made it count otherwise: 2 小时 10 分钟（巡逻） × 1.2（夜间）. */
export function weighedTime({ minutes, earned }: Pick<EntryReason, 'minutes' | 'earned'>): string {
  let time = spokenMinutes(minutes);
  if (!earned) return time;
  if (earned.kind) time = m.pointsRules_withKind({ time, kind: activityKinds[earned.kind][getLocale()] });
  for (const { because, percent } of earned.weights) time = words[because]({ time, factor: factor(percent) });
  const { overDay = 0 } = earned;
  return overDay > 0 ? m.pointsRules_withoutOver({ time, over: spokenMinutes(overDay) }) : time;
}
