/** Hours from which one, two, … five stars are held (the national star grades), a setting. */
export const starHours = [100, 300, 600, 1000, 1500] as const;

/** Stars for confirmed minutes: 0–5. */
export function starOf(minutes: number, hours: readonly number[] = starHours): number {
  return hours.filter((needed) => minutes >= needed * 60).length;
}

/** Minutes that are missing for the next star; `undefined` for one who holds them all. */
export function minutesToNextStar(minutes: number, hours: readonly number[] = starHours): number | undefined {
  const next = hours[starOf(minutes, hours)];
  return next === undefined ? undefined : next * 60 - minutes;
}
