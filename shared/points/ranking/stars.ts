import type { StarFigures } from '../district-figures.ts';

/** Hours from which one, two, … five stars are held. */
export function starHours({ one, two, three, four, five }: StarFigures): readonly number[] {
  return [one, two, three, four, five];
}

/** Stars for confirmed minutes, by the hours that are asked for: 0–5. */
export function starOf(minutes: number, hours: readonly number[]): number {
  return hours.filter((needed) => minutes >= needed * 60).length;
}

/** Minutes that are missing for the next star; `undefined` for one who holds them all. */
export function minutesToNextStar(minutes: number, hours: readonly number[]): number | undefined {
  const next = hours[starOf(minutes, hours)];
  return next === undefined ? undefined : next * 60 - minutes;
}
