/** Settings of the house, after 公益时间银行 of Guangzhou: whoever changes one changes it here, and it holds with the next release. */
export const pointsSettings = {
  minutesPerPoint: 60,
  /** Most points that a volunteer's account holds. */
  balanceCap: 1500,
  /** Redeeming begins at this balance. */
  redeemFrom: 100,
  expireAfterMonths: 24,
} as const;

/**
 * Points for newly confirmed minutes: one for each whole hour. What is left over, 0–59 minutes, is carried to the next
 * time, so that three services of 20 minutes are worth as much as one of an hour. Negative minutes, from a correction,
 * take points back.
 */
export function pointsFor(award: { minutes: number; carriedMinutes: number }): {
  points: number;
  carriedMinutes: number;
} {
  const total = award.minutes + award.carriedMinutes;
  const points = Math.floor(total / pointsSettings.minutesPerPoint);
  return { points, carriedMinutes: total - points * pointsSettings.minutesPerPoint };
}

/** How much of an award fits under the cap. The overflow is for the fund of her community; the hours stay what they are. */
export function capAward(award: { balance: number; points: number; cap?: number }): {
  credited: number;
  overflow: number;
} {
  const { balance, points, cap = pointsSettings.balanceCap } = award;
  const credited = Math.min(points, Math.max(0, cap - balance));
  return { credited, overflow: points - credited };
}
