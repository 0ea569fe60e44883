import { capAward, pointsFor, pointsSettings } from '../rules/rules.ts';

/** What a service, or a correction of one, does to a volunteer's points. */
export type Booking = Readonly<{
  /** Points that enter her account; negative when a correction takes them back. */
  change: number;
  /** Points above the cap, which enter the fund of her community; negative when a correction takes them back. */
  toFund: number;
  /** Minutes that are carried on. Below zero she owes minutes, because points to be taken back were already spent. */
  carriedMinutes: number;
}>;

/**
 * Books minutes. A correction first takes back what its service had sent to the fund (`reclaimable`, as far as the fund still
 * has it), then from her account, which it never drives below zero: the rest she makes up with her next minutes.
 */
export function bookMinutes(service: {
  minutes: number;
  balance: number;
  carriedMinutes: number;
  reclaimable?: number;
}): Booking {
  const { balance, reclaimable = 0 } = service;
  const { points, carriedMinutes } = pointsFor(service);
  if (points >= 0) {
    const { credited, overflow } = capAward({ balance, points });
    return { change: credited, toFund: overflow, carriedMinutes };
  }
  const fromFund = Math.min(reclaimable, -points);
  const fromHer = Math.min(balance, -points - fromFund);
  const stillOwed = -points - fromFund - fromHer;
  return {
    change: 0 - fromHer,
    toFund: 0 - fromFund,
    carriedMinutes: carriedMinutes - stillOwed * pointsSettings.minutesPerPoint,
  };
}
