import { type EarningRules, specialDayKinds } from '@kaifong/shared/points/rules/earning-rules.ts';
import { activityKindCodes, activityKinds } from '@kaifong/shared/scheduling/shifts/activity-kinds.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import { m } from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';

/** How hours become points, a sentence for each rule. */
export function rulesInWords(rules: EarningRules): string[] {
  const { night, badWeather, emergency, dailyMinutes, backEntered } = rules;
  const surcharges = [night, ...specialDayKinds.map((kind) => rules[kind])].filter((percent) => percent > 100);
  return [
    m.pointsRules_perHour(),
    ...activityKindCodes.flatMap((code) => {
      const percent = rules.kinds[code] ?? 100;
      const kind = activityKinds[code][getLocale()];
      if (percent === 100) return [];
      return [
        percent === 0 ? m.pointsRules_ofKindNone({ kind }) : m.pointsRules_ofKind({ kind, factor: factor(percent) }),
      ];
    }),
    ...(night > 100 ? [m.pointsRules_atNight({ factor: factor(night) })] : []),
    ...(badWeather > 100 ? [m.pointsRules_inBadWeather({ factor: factor(badWeather) })] : []),
    ...(emergency > 100 ? [m.pointsRules_inEmergency({ factor: factor(emergency) })] : []),
    ...(surcharges.length > 1 ? [m.pointsRules_highest()] : []),
    ...(dailyMinutes === undefined ? [] : [m.pointsRules_daily({ time: spokenMinutes(dailyMinutes) })]),
    backEntered === 'earn' ? m.pointsRules_backEarns() : m.pointsRules_backNone(),
    m.pointsRules_ofThatDay(),
  ];
}

/** Hundredths as people write a factor: 120 is 1.2. */
export function factor(percent: number): string {
  return String(percent / 100);
}
