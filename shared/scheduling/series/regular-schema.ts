import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Day, Instant } from '../../kernel/time.ts';
import { SeriesRule } from './series-rule.ts';

/**
 * How a person stands with a series: she `asked`, or is `invited`, and the other side has not answered; a `regular` is signed up for each
 * new shift; one who is `paused` is not, for a time.
 */
export const regularStates = ['asked', 'invited', 'regular', 'paused'] as const;
export type RegularState = (typeof regularStates)[number];

/** Days on which she does not serve, both included. */
export const Leave = z.object({ from: Day, to: Day });
export type Leave = z.infer<typeof Leave>;

/** She did not come too often; or she is suspended. */
export const pauseReasons = ['noShows', 'suspended'] as const;
export type PauseReason = (typeof pauseReasons)[number];

export const Regular = z.object({
  seriesId: Id('series'),
  volunteerId: Id('volunteer'),
  state: z.enum(regularStates),
  since: Instant,
  leave: z.array(Leave),
  pauseReason: z.enum(pauseReasons).optional(),
});
export type Regular = z.infer<typeof Regular>;

export const RegularWithName = Regular.extend({ name: z.string() });

/** A series as the volunteer sees it. `mine` is absent for one who has nothing to do with it. */
export const SeriesForVolunteer = z.object({
  seriesId: Id('series'),
  title: z.string(),
  placeName: z.string(),
  rule: SeriesRule,
  mine: Regular.optional(),
  /** The next shifts of it, and whether she has a place. */
  dates: z.array(
    z.object({
      day: Day,
      shiftId: Id('shift'),
      startsAt: Instant,
      endsAt: Instant,
      mine: z.enum(['signedUp', 'refused', 'none']),
      refusal: z.string().optional(),
    }),
  ),
});
export type SeriesForVolunteer = z.infer<typeof SeriesForVolunteer>;

export const SeriesOfShift = z.object({ seriesId: Id('series').optional() });
export const RegularParams = z.object({ seriesId: Id('series'), volunteerId: Id('volunteer') });
export const RegularDecision = z.object({ decision: z.enum(['accept', 'decline']) });
export const Invitation = z.object({ volunteerId: Id('volunteer') });
/** What becomes of the places that she has already when she stops. */
export const Stopping = z.object({ places: z.enum(['keep', 'giveBack']) });
export const LeaveChange = z.object({ leave: Leave, take: z.enum(['add', 'remove']) });

export const regularLimits = {
  /** The most regulars, and people who ask, of one series. */
  most: 100,
  /** The most leaves that one regular has noted down. */
  mostLeaves: 20,
  /** A leave lasts so many days at most. */
  longestLeave: 366,
} as const;

/** What is wrong with a leave, at the field that must change. */
export function leaveFaults({ from, to }: Leave, today: Day): { path: string; code: string }[] {
  if (from < today) return [{ path: 'leave.from', code: 'leave.past' }];
  return to < from ? [{ path: 'leave.to', code: 'leave.endsBeforeBegin' }] : [];
}

/** Whether a day lies in a leave. */
export function isOnLeave(leaves: readonly Leave[], day: Day): boolean {
  return leaves.some(({ from, to }) => from <= day && day <= to);
}
