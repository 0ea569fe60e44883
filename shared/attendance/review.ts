import * as z from 'zod';
import { day as dayLength, hour, Instant } from '../kernel/time.ts';
import { attendanceSettings } from './settings.ts';

/**
 * Why a coming or going by a code that was real does not count by itself:
 * `clockDisagrees`: the code was on the screen, but at another time than the phone says; `tooLong`: it came in after so many hours that
 * nobody remembers; `confirmedMeanwhile`: the attendance is closed; `farAway`: the phone knew that it was elsewhere;
 * `checkInInReview`: it ends a stay whose beginning is in review; `phoneOnly`: no code proves when it was, only the phone says so;
 * `notSigned`: a phone of hers would have signed what it kept, and this is not signed by one.
 */
export const ReviewReason = z.enum([
  'clockDisagrees',
  'tooLong',
  'confirmedMeanwhile',
  'farAway',
  'checkInInReview',
  'phoneOnly',
  'notSigned',
]);
export type ReviewReason = z.infer<typeof ReviewReason>;

/** A coming or going that waits for the leader to look at, with its facts, or that was looked at. */
export const ReviewEntry = z.object({
  /** Of one code seen once: `in-59473920`. */
  entryId: z.string().regex(/^(in|out)-\d{1,12}$/),
  what: z.enum(['in', 'out']),
  /** When the code was on the screen, which no phone decides; the time that counts if the leader says so. */
  at: Instant,
  /** By the phone's clock. */
  tappedAt: Instant,
  receivedAt: Instant,
  reasons: z.array(ReviewReason).min(1),
  /** How far from the place of the shift the phone was, where that is a reason. */
  metresAway: z.int().optional(),
  /** It came by where the phone was, without a code. */
  way: z.literal('geofence').optional(),
  state: z.enum(['open', 'counted', 'dismissed']),
  decidedAt: Instant.optional(),
  decidedBy: z.string().optional(),
});
export type ReviewEntry = z.infer<typeof ReviewEntry>;

/** A code that was seen: the step of time when it was on the screen, and the time that it counts at. */
export type Sighting = Readonly<{
  step: number;
  at: Instant;
  /** `now`: it is on the screen; `then`: it was, when the phone says it was seen; `otherTime`: it was, but not then. */
  kind: 'now' | 'then' | 'otherTime';
}>;

/** Whether a tap was some time ago, or lies ahead, by the phone's clock: then it may have waited for a network. */
export function isLate(tappedAt: Instant, now: Instant): boolean {
  return Math.abs(Date.parse(now) - Date.parse(tappedAt)) > attendanceSettings.late.afterSeconds * 1000;
}

/** Whether it was so long ago that no phone keeps it any more: then it is for a back-entry. */
export function isKeptTooLong(at: Instant, now: Instant): boolean {
  return Date.parse(now) - Date.parse(at) > attendanceSettings.late.takenForDays * dayLength;
}

/** What keeps a coming or going from counting by itself; nothing when all agrees. */
export function reviewReasons(facts: {
  sighting: Sighting;
  now: Instant;
  isConfirmed: boolean;
  isFar: boolean;
  isCheckInInReview: boolean;
  isPhoneOnly?: boolean;
  isUnproven?: boolean;
}): ReviewReason[] {
  const { sighting, now } = facts;
  const age = Date.parse(now) - Date.parse(sighting.at);
  const reasons: [ReviewReason, boolean][] = [
    ['clockDisagrees', sighting.kind === 'otherTime'],
    ['tooLong', age > attendanceSettings.late.countsForHours * hour],
    ['confirmedMeanwhile', facts.isConfirmed],
    ['farAway', facts.isFar],
    ['checkInInReview', facts.isCheckInInReview],
    ['phoneOnly', facts.isPhoneOnly === true],
    ['notSigned', facts.isUnproven === true],
  ];
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
}
