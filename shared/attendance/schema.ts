import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { PageQuery } from '../kernel/paging.ts';
import { Instant } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';
import { ServiceRecord } from './chain.ts';
import { Fix } from './fix.ts';
import { PatrolFinding } from './patrol/finding.ts';
import { Mark, Way } from './presence.ts';
import { ReviewEntry } from './review.ts';

/** The code on the leader's screen. `path` is what the QR code opens on this site; `code` is for reading aloud. */
export const CheckInCode = z.object({
  code: z.string(),
  path: z.string(),
  /** When the screen shows the next code; this one is taken for 30 seconds more. */
  validUntil: Instant,
  secondsLeft: z.int(),
});
export type CheckInCode = z.infer<typeof CheckInCode>;

/** What was scanned or typed, when by the phone's clock, and where the phone says it was. */
export const CodeEntry = z.object({
  code: z.string().trim().min(1).max(300),
  /** Needed for what waited for a network: the code then has to be one of that time. */
  tappedAt: Instant.optional(),
  fix: Fix.optional(),
  /** By the key that lives in the phone, over what waited: `signatureForm`. One of another form proves nothing and refuses nothing. */
  signature: z.string().max(500).optional(),
});
export type CodeEntry = z.infer<typeof CodeEntry>;

/** What a leader decides of an entry in review: it counts at the time of its code, or it does not. */
export const ReviewDecision = z.object({ verdict: z.enum(['count', 'dismiss']) });
export type ReviewDecision = z.infer<typeof ReviewDecision>;

/** What a leader enters for a volunteer whose phone failed. `at` is now when left out. */
export const LeaderEntry = z.object({
  volunteerId: Id('volunteer'),
  what: z.enum(['in', 'out']),
  at: Instant.optional(),
});
export type LeaderEntry = z.infer<typeof LeaderEntry>;

/** `expected`: she has a place and has not come; `here`; `left`; `confirmed`: her minutes are in her service records. */
export const attendanceStates = ['expected', 'here', 'left', 'confirmed'] as const;
export const AttendanceState = z.enum(attendanceStates);
export type AttendanceState = z.infer<typeof AttendanceState>;

const Seen = z.object({ at: Instant, way: Way });

/** One stay. */
export const Stay = z.object({ in: Seen, out: Seen.optional() });

/** A volunteer's own attendance at a shift, and until when she can check in and out by herself. */
export const MyAttendance = z.object({
  shiftId: Id('shift'),
  state: AttendanceState,
  stays: z.array(Stay),
  /** Confirmed minutes. */
  minutes: z.int().optional(),
  checkInOpensAt: Instant,
  checkInClosesAt: Instant,
  checkOutClosesAt: Instant,
  /** What the leader was asked about, oldest first; not there when nothing was. */
  reviews: z.array(ReviewEntry).optional(),
});
export type MyAttendance = z.infer<typeof MyAttendance>;

/** One line of the leader's list. */
export const AttendanceLine = z.object({
  volunteerId: Id('volunteer'),
  name: z.string(),
  state: AttendanceState,
  stays: z.array(Stay),
  /** Minutes that confirming would count now, or that were confirmed; other services of the day may lessen the first. */
  minutes: z.int(),
  /** What the leader is asked about, oldest first; not there when nothing is. */
  reviews: z.array(ReviewEntry).optional(),
  /** Whether the asker entered a coming or going by hand, so that somebody else confirms it; not there when not. */
  isEnteredByMe: z.literal(true).optional(),
  /** Whether a coordinator took her minutes back and the asker is none, so that a coordinator confirms them; not there when not. */
  isTakenBack: z.literal(true).optional(),
  /** Why no patrol that she went on at this shift counts; not there when one does, or she went on none. */
  patrol: PatrolFinding.optional(),
});
export type AttendanceLine = z.infer<typeof AttendanceLine>;

/** What waits to be confirmed of one team, or of all teams at a place and below; with `days`, since at least so many. */
export const WaitingQuery = PageQuery.extend({
  place: Scope,
  days: z.coerce.number().int().min(0).max(365).default(0),
});

/** Somebody's attendance at a shift that is over, which nobody has confirmed yet or decided on. */
export const WaitingAttendance = z.object({
  shiftId: Id('shift'),
  title: z.string(),
  teamScope: Scope,
  startsAt: Instant,
  endsAt: Instant,
  volunteerId: Id('volunteer'),
  name: z.string(),
  /** `here`: nobody entered when she left. `asked`: what she sent did not count by itself, and no leader has answered yet. */
  state: z.enum(['here', 'left', 'asked']),
  /** Minutes that confirming would count now; other services of the day may lessen them. */
  minutes: z.int(),
  /** Whether it is the asker's own, or was entered by the asker, so that somebody else has to confirm it. */
  mine: z.boolean(),
  patrol: PatrolFinding.optional(),
});
export type WaitingAttendance = z.infer<typeof WaitingAttendance>;

/** Where a volunteer stands after a leader entered, confirmed or took back. */
export const AttendanceStanding = z.object({
  volunteerId: Id('volunteer'),
  state: AttendanceState,
  stays: z.array(Stay),
  /** The minutes that were confirmed or, below zero, taken back, and the number of the service record that says so. */
  record: z.object({ seq: z.int(), minutes: z.int() }).optional(),
});
export type AttendanceStanding = z.infer<typeof AttendanceStanding>;

/** Why a service record is taken back; the volunteer reads it. */
export const Reversal = z.object({ reason: z.string().trim().min(5).max(200) });

/** A service or a reversal of somebody's, as her coordinators read it. */
export const RecordOfVolunteer = ServiceRecord.omit({ volunteerId: true, previousHash: true, hash: true }).extend({
  /** Whether it is what her attendance at the shift says now, so that it can be taken back. */
  stands: z.boolean(),
});
export type RecordOfVolunteer = z.infer<typeof RecordOfVolunteer>;

export const VolunteerParams = z.object({ volunteerId: Id('volunteer') });

/** Minutes served in all, and the stars they are worth. */
export const ServiceTotal = z.object({
  minutes: z.int(),
  stars: z.int().min(0).max(5),
  /** Not there for one who holds all five. */
  minutesToNextStar: z.int().min(1).optional(),
});
export type ServiceTotal = z.infer<typeof ServiceTotal>;

export const ShiftParams = z.object({ shiftId: Id('shift') });
export type ShiftParams = z.infer<typeof ShiftParams>;
export const AttendanceParams = ShiftParams.extend({ volunteerId: Id('volunteer') });
export const ReviewParams = AttendanceParams.extend({ entryId: ReviewEntry.shape.entryId });

/** A coming or going without the account of the leader who ticked it. */
const OwnMark = Mark.omit({ tickedBy: true, step: true });

/** Somebody's comings and goings at a shift, as they are kept, with what the leader was asked about. */
export const OwnStay = z.object({
  shiftId: Id('shift'),
  title: z.string().optional(),
  state: z.enum(['here', 'left', 'confirmed']),
  pairs: z.array(z.object({ in: OwnMark, out: OwnMark.optional() })),
  reviews: z.array(ReviewEntry.omit({ decidedBy: true })),
});
export type OwnStay = z.infer<typeof OwnStay>;
