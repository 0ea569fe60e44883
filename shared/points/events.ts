import * as z from 'zod';
import { eventType } from '../kernel/events.ts';
import { Id } from '../kernel/ids.ts';
import { Day } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';

/** Somebody's points will be gone on that day, if they are not used before. */
export const pointsExpiring = eventType(
  'points.expiring',
  z.object({ volunteerId: Id('volunteer'), points: z.int().min(1), on: Day }),
);

/** A second person approved that points were added to somebody's by hand, or taken when negative. */
export const pointsAdjusted = eventType(
  'points.adjusted',
  z.object({ volunteerId: Id('volunteer'), points: z.int(), balance: z.int().min(0), why: z.string() }),
);

/** Somebody gave points to another volunteer; the names are under their masks. */
export const pointsGiven = eventType(
  'points.given',
  z.object({
    giver: Id('volunteer'),
    receiver: Id('volunteer'),
    points: z.int().min(1),
    giverName: z.string(),
    receiverName: z.string(),
  }),
);

/** Somebody gave points to the fund of a community. */
export const pointsGivenToFund = eventType(
  'points.givenToFund',
  z.object({ giver: Id('volunteer'), points: z.int().min(1), community: Scope }),
);

/** Somebody served for the first time, has served for so many hours, or began so many years ago. */
export const milestoneReached = eventType(
  'points.milestoneReached',
  z.object({ volunteerId: Id('volunteer'), of: z.enum(['first', 'hours', 'years']), count: z.int().min(1) }),
);
