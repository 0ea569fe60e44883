import type { Suiting } from '@kaifong/shared/scheduling/suitable/suiting.ts';
import { m } from '#paraglide/messages.js';

/** How a shift suits the person, in a few words each: the time that she has not got, then what speaks for it. */
export function suitingWords(suiting: Suiting | undefined): string[] {
  if (!suiting) return [];
  const { isOwnTeam, near, metres, isFreeThen, asksForHerSkill, isWished } = suiting;
  return [
    isFreeThen === false && m.volunteer_suitsNotTime(),
    isOwnTeam && m.volunteer_suitsTeam(),
    isFreeThen && m.volunteer_suitsTime(),
    asksForHerSkill && m.volunteer_suitsSkill(),
    isWished && m.volunteer_suitsWish(),
    near === 'community' && !(metres !== undefined && metres < 500) && m.volunteer_suitsCommunity(),
    metres !== undefined && wayInWords(metres),
  ].filter((words) => words !== false && words !== undefined);
}

/** Both ends are known to a few hundred metres at best. */
function wayInWords(metres: number): string {
  return metres < 500
    ? m.volunteer_suitsNear()
    : m.volunteer_suitsWay({ km: (Math.round(metres / 500) / 2).toString() });
}
