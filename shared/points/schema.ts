import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { Day, Instant } from '../kernel/time.ts';
import { ActivityKind } from '../scheduling/shifts/activity-kinds.ts';
import { AppliedWeight, specialDayKinds } from './rules/earning-rules.ts';

/** A volunteer's points, and how far the next point and the next star are. */
export const PointsSummary = z.object({
  balance: z.int().min(0),
  /** Most points that the account holds; what comes above it goes to the fund of her community. */
  cap: z.int(),
  /** Minutes that are not a whole hour yet; below zero after a correction of points that were already spent. */
  carriedMinutes: z.int().max(59),
  minutesToNextPoint: z.int().min(1),
  star: z.object({
    stars: z.int().min(0).max(5),
    /** Minutes of service that the ledger has booked. */
    minutes: z.int(),
    /** Not there for one who holds all five. */
    minutesToNextStar: z.int().min(1).optional(),
  }),
});
export type PointsSummary = z.infer<typeof PointsSummary>;

/** How minutes of service became minutes that earn. */
export const EarnedBy = z.object({
  /** The first day of the rules that held; not there for those that have held since the beginning. */
  rulesFrom: Day.optional(),
  kind: ActivityKind.optional(),
  atNight: z.boolean().optional(),
  backEntered: z.boolean().optional(),
  special: z.array(z.enum(specialDayKinds)).optional(),
  weights: z.array(AppliedWeight),
  /** Minutes that earn, below zero when a correction takes them back. */
  minutes: z.int(),
  /** Minutes above the most that a day earns. */
  overDay: z.int().optional(),
  /** It was help that somebody asked for: `minutes` are whole hours, which her points pay and no rule weighs. */
  asHelp: z.literal(true).optional(),
});
export type EarnedBy = z.infer<typeof EarnedBy>;

/** Why points moved, with all it takes to reckon it again: `minutes` and those carried from before make points and those carried on. */
export const EntryReason = z.object({
  /**
   * `transfer`: two records were found to be one person's, or not to be; then all of `minutes` and of what was carried moves.
   * `redemption`, `refund`: a voucher took points, or lapsed and gave them back; `gift`, `giftToFund`: points that
   * she gave to somebody, or got, or gave to a fund; `expiry`: points of 24 months ago are gone; `opening`: she had them in books that were kept elsewhere
   * before; `helpHeld`, `helpBack`: points that are held for whoever helps her, and those that came back unused; `adjustment`: two coordinators added or took them by hand. No minutes move then.
   */
  kind: z.enum([
    'service',
    'correction',
    'transfer',
    'redemption',
    'refund',
    'gift',
    'giftToFund',
    'expiry',
    'opening',
    'adjustment',
    'helpHeld',
    'helpBack',
  ]),
  minutes: z.int(),
  day: Day,
  carriedBefore: z.int(),
  carriedAfter: z.int(),
  /** Points above the cap, which went to the community fund. */
  toFund: z.int(),
  /** What it was for, in the words of whoever named it: the title of a reward; of help its kind; why points were adjusted; of points that expired their month, `2026-11`; of a gift the
   * masked name of who is at its other end, or the community of the fund. */
  about: z.string().optional(),
  /** How a service was weighed, or a correction that took one back. Not there in what was booked before there were rules. */
  earned: EarnedBy.optional(),
});
export type EntryReason = z.infer<typeof EntryReason>;

/** A line of a volunteer's account. */
export const PointsEntry = z.object({
  seq: z.int().min(1),
  at: Instant,
  points: z.int(),
  balance: z.int().min(0),
  because: EntryReason,
});
export type PointsEntry = z.infer<typeof PointsEntry>;

/** Points that will be gone on a day, if they are not used before. */
export const Expiring = z.object({ on: Day, points: z.int().min(1) });
export type Expiring = z.infer<typeof Expiring>;
export const ExpiringList = z.object({ items: z.array(Expiring) });

export const ShiftParams = z.object({ shiftId: Id('shift') });

/** What a shift brought one volunteer, corrections taken off: the minutes that were booked, and the points that came of them. */
export const ShiftPoints = z.object({
  volunteerId: Id('volunteer'),
  minutes: z.int(),
  points: z.int(),
  /** Points above her cap, which went to the fund of her community. */
  toFund: z.int(),
});
export type ShiftPoints = z.infer<typeof ShiftPoints>;
