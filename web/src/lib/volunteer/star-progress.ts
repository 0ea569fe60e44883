import { minutesToNextStar, starOf } from '@kaifong/shared/points/ranking/stars.ts';

/** How far somebody is from one star to the next, in minutes; full once all are held. */
export type StarProgress = Readonly<{ stars: number; done: number; needed: number; missing?: number }>;

/** @param hours from which one, two, … stars are held */
export function starProgress(minutes: number, hours: readonly number[]): StarProgress {
  const stars = starOf(minutes, hours);
  const missing = minutesToNextStar(minutes, hours);
  const begins = (hours[stars - 1] ?? 0) * 60;
  if (missing === undefined) return { stars, done: 1, needed: 1 };
  return { stars, done: minutes - begins, needed: minutes + missing - begins, missing };
}
