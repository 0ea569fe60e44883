import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Instant } from '../../kernel/time.ts';
import { Fix } from '../fix.ts';
import { attendanceSettings } from '../settings.ts';
import { Passing } from './way-point.ts';

/** Who goes: people who are at the shift now. How many may go is for the rule to say, in words. */
export const NewPatrol = z.object({
  people: z
    .array(Id('volunteer'))
    .min(1)
    .max(20)
    .transform((ids) => [...new Set(ids)]),
});
export type NewPatrol = z.infer<typeof NewPatrol>;

/** Fixes that a phone kept, by its clock; `sentAt` is what that clock says now, so that one that is off does no harm. */
export const PatrolFixes = z.object({
  sentAt: Instant,
  fixes: z
    .array(z.object({ at: Instant, fix: Fix }))
    .min(1)
    .max(attendanceSettings.patrol.mostFixesAtOnce),
});
export type PatrolFixes = z.infer<typeof PatrolFixes>;

export const patrolStates = ['running', 'ended'] as const;

/** A patrol: who goes, how long and how far, and whether it counts; `verdict` is as if it ended now while it goes on. */
export const Patrol = z.object({
  patrolId: Id('patrol'),
  shiftId: Id('shift'),
  state: z.enum(patrolStates),
  people: z.array(z.object({ volunteerId: Id('volunteer'), name: z.string() })),
  startedAt: Instant,
  /** When it ended, or when it will end by itself. */
  endsAt: Instant,
  minutes: z.int(),
  metres: z.int(),
  vague: z.int(),
  jumps: z.int(),
  lastAt: Instant.optional(),
  verdict: z.enum(['counted', 'tooShort', 'tooLittleGround']),
  /** The way-points that it passed, in the order in which that came in. */
  passed: z.array(Passing),
  /** Whether the asker began it: her phone tells the way. */
  isMine: z.boolean(),
});
export type Patrol = z.infer<typeof Patrol>;

export const Patrols = z.object({ items: z.array(Patrol) });
export const PatrolParams = z.object({ shiftId: Id('shift'), patrolId: Id('patrol') });

/** Where a patrol was, to about a hundred metres; kept for 90 days. */
export const TrackPoint = z.object({ at: Instant, longitude: z.number(), latitude: z.number() });
export type TrackPoint = z.infer<typeof TrackPoint>;

/** A patrol as one who went along takes it with her: without the others, with the coarse way as long as that is kept. */
export const OwnPatrol = Patrol.omit({ people: true, isMine: true }).extend({
  way: z.array(TrackPoint),
});
export type OwnPatrol = z.infer<typeof OwnPatrol>;
