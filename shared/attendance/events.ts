import * as z from 'zod';
import { eventType } from '../kernel/events.ts';
import { Id } from '../kernel/ids.ts';
import { Day } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';
import { ActivityKind } from '../scheduling/shifts/activity-kinds.ts';

/**
 * Minutes entered a volunteer's chain of service records, or a correction took some back (then `minutes` are negative
 * and `reverses` says whose). `volunteerId` and `seq` together name the record for good.
 */
export const serviceRecorded = eventType(
  'attendance.serviceRecorded',
  z.object({
    volunteerId: Id('volunteer'),
    seq: z.int().min(1),
    kind: z.enum(['service', 'reversal']),
    minutes: z.int(),
    day: Day,
    /** The shift that was served at, and its team; neither of a day of a counsellor, of which nobody learns more than its minutes. */
    shiftId: Id('shift').optional(),
    teamScope: Scope.optional(),
    /** The community of the volunteer, whose fund takes what her points account cannot hold. */
    community: Scope,
    reverses: z.int().min(1).optional(),
    /** What was served at. Not there in what was told before rules of points asked for it. */
    activity: z.object({ kind: ActivityKind, atNight: z.boolean() }).optional(),
    /** It was entered later, by the back-entry procedure. */
    backEntered: z.literal(true).optional(),
  }),
);
export type ServiceRecorded = ReturnType<typeof serviceRecorded.read>;
