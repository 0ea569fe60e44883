import { randomInt } from 'node:crypto';

/**
 * A volunteer number, `LW` and eight digits, drawn at random: nobody can count volunteers by it or guess a neighbour's,
 * and no counter stands in the way of two people who register at once. The item `NUMBER#…` keeps it unique; a number
 * that is taken is drawn again.
 */
export function drawVolunteerNumber(): string {
  return `LW${String(randomInt(100_000_000)).padStart(8, '0')}`;
}

/**
 * The number of the n-th person of a list that is loaded without conditions: different for different n below 100
 * million.
 */
export function volunteerNumberOf(serial: number): string {
  // 61803399 shares no factor with 10^8, so that the steps visit every number once.
  return `LW${String(Number((BigInt(serial) * 61_803_399n + 20_261_124n) % 100_000_000n)).padStart(8, '0')}`;
}
