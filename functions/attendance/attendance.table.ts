import { ChainRecord } from '@kaifong/shared/attendance/chain.ts';
import { DigestSlice, HourDigest } from '@kaifong/shared/attendance/digest.ts';
import { Pair } from '@kaifong/shared/attendance/presence.ts';
import { ReviewEntry } from '@kaifong/shared/attendance/review.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day, Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope, streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of the attendance table
 *
 *   the attendance of a volunteer at a shift      SHIFT#<shift>           ATTENDANCE#<volunteer>
 *   her wrong codes at a shift                    SHIFT#<shift>           WRONG#<volunteer>
 *   what of her the leader is asked about         SHIFT#<shift>           REVIEW#<volunteer>
 *   the head of her chain, with her minutes       VOLUNTEER#<volunteer>   HEAD
 *   her check-ins and minutes of a day            VOLUNTEER#<volunteer>   DAY#<day>
 *   her service records, newest first             VOLUNTEER#<volunteer>   RECORD#<seq>
 *   all records, as they were recorded            byRecorded: RECORDS    <recordedAt>#<volunteer>#<seq>
 *   a slice of the digest of a day                DIGEST#<day>            SLICE#<number>
 *   the digests, newest first                     DIGESTS                 DAY#<day>
 *   what a merge has moved                        MERGE#<merge>           MERGE
 *   what a team has to confirm, oldest first      waitingByTeam: <team>       <end>#<shift>#<volunteer>
 *   the same of all teams of a street             waitingByStreet: <street>   <end>#<shift>#<volunteer>
 *   whom a team's leader is asked about           waitingByTeam: REVIEWS <team>      <end>#<shift>#<volunteer>
 *   the same of all teams of a street             waitingByStreet: REVIEWS <street>  <end>#<shift>#<volunteer>
 *
 * Who moves what, in this order: the volunteer's head, her day, her attendance.
 */

/** The shift as attendance needs it: its times and its team never change. */
const ShiftOfAttendance = z.object({ title: z.string(), teamScope: Scope, startsAt: Instant, endsAt: Instant });
type ShiftOfAttendance = z.output<typeof ShiftOfAttendance>;

export const shiftOfAttendance = ({ title, teamScope, startsAt, endsAt }: ShiftOfAttendance): ShiftOfAttendance => ({
  title,
  teamScope,
  startsAt,
  endsAt,
});

const AttendanceRow = z.object({
  shiftId: Id('shift'),
  volunteerId: Id('volunteer'),
  state: z.enum(['here', 'left', 'confirmed']),
  pairs: z.array(Pair),
  /** The service record that says so, once confirmed. */
  record: z.object({ seq: z.int(), minutes: z.int() }).optional(),
  /** A coordinator took a record of it back: then a leader alone does not confirm it again. */
  takenBack: z.literal(true).optional(),
  /** Not there in what was written before anybody could ask what waits; that is found by its shift only. */
  shift: ShiftOfAttendance.optional(),
  version: z.int(),
});
export type Attendance = z.output<typeof AttendanceRow>;

/** Who was at a shift, from when to when. There is none for one who has not come. */
export const Attendance = itemType({
  entity: 'attendance',
  schema: AttendanceRow,
  key: ({ shiftId, volunteerId }: { shiftId: string; volunteerId: string }) => ({
    pk: `SHIFT#${shiftId}`,
    sk: `ATTENDANCE#${volunteerId}`,
  }),
  indexes: {
    waitingByTeam: (attendance) => waitingIn(attendance, attendance.shift?.teamScope),
    waitingByStreet: (attendance) => waitingIn(attendance, attendance.shift && streetFor(attendance.shift.teamScope)),
  },
});

/** Where an attendance stands in the order in which confirmations are due. */
export function placeInLine({
  shift,
  shiftId,
  volunteerId,
}: Pick<Attendance, 'shift' | 'shiftId' | 'volunteerId'>): string {
  return `${shift?.endsAt}#${shiftId}#${volunteerId}`;
}

function waitingIn(attendance: Attendance, partition: string | undefined) {
  const waits = attendance.state !== 'confirmed' && partition !== undefined;
  return waits ? { pk: partition, sk: placeInLine(attendance) } : undefined;
}

/** Where the teams of a street are looked for; those that belong to no street, in the district. */
function streetFor(teamScope: string): string {
  return streetOf(teamScope) ?? district.scope;
}

/** How many wrong codes a volunteer gave at a shift. */
export const WrongCodes = itemType({
  entity: 'wrongCodes',
  schema: z.object({ shiftId: Id('shift'), volunteerId: Id('volunteer'), count: z.int(), purgeAt: z.int() }),
  key: ({ shiftId, volunteerId }: { shiftId: string; volunteerId: string }) => ({
    pk: `SHIFT#${shiftId}`,
    sk: `WRONG#${volunteerId}`,
  }),
});

const ReviewsRow = z.object({
  shiftId: Id('shift'),
  volunteerId: Id('volunteer'),
  entries: z.array(ReviewEntry),
  /** Not there in what was written before anybody could ask who waits; that is found by its shift only. */
  shift: ShiftOfAttendance.optional(),
  version: z.int(),
});
export type Reviews = z.output<typeof ReviewsRow>;

/** Comings and goings of a volunteer at a shift that did not count by themselves: open for the leader, or decided. */
export const Reviews = itemType({
  entity: 'reviews',
  schema: ReviewsRow,
  key: ({ shiftId, volunteerId }: { shiftId: string; volunteerId: string }) => ({
    pk: `SHIFT#${shiftId}`,
    sk: `REVIEW#${volunteerId}`,
  }),
  indexes: {
    waitingByTeam: (reviews) => askedIn(reviews, reviews.shift?.teamScope),
    waitingByStreet: (reviews) => askedIn(reviews, reviews.shift && streetFor(reviews.shift.teamScope)),
  },
});
/** Where those stand whom the leaders of a place are asked about. */
export const askedAt = (place: string) => `REVIEWS ${place}`;

function askedIn(reviews: Reviews, place: string | undefined) {
  const waits = place !== undefined && reviews.entries.some(({ state }) => state === 'open');
  return waits ? { pk: askedAt(place), sk: placeInLine(reviews) } : undefined;
}

/** The last record of a volunteer's chain, and her minutes in all. Whoever adds a record moves it on, so they come one by one. */
export const ChainHead = itemType({
  entity: 'chainHead',
  schema: z.object({
    volunteerId: Id('volunteer'),
    seq: z.int(),
    hash: z.string(),
    minutes: z.int(),
    /** Whose chain takes the minutes of this one, since two records were found to be one person's. */
    movedTo: z.object({ volunteerId: Id('volunteer'), mergeId: Id('merge') }).optional(),
    /** The records that are this person's too. */
    absorbed: z.array(Id('volunteer')).optional(),
  }),
  key: ({ volunteerId }: { volunteerId: string }) => ({ pk: `VOLUNTEER#${volunteerId}`, sk: 'HEAD' }),
});
export type ChainHead = z.output<typeof ChainHead.schema>;

/** One day of a volunteer, over all teams: her check-ins, the minutes that counted, and the times they were served in. */
export const VolunteerDay = itemType({
  entity: 'volunteerDay',
  schema: z.object({
    volunteerId: Id('volunteer'),
    day: Day,
    checkIns: z.int().default(0),
    minutes: z.int().default(0),
    times: z.array(z.object({ seq: z.int(), startsAt: Instant, endsAt: Instant })).default([]),
  }),
  key: ({ volunteerId, day }: { volunteerId: string; day: string }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `DAY#${day}`,
  }),
});
export type VolunteerDay = z.output<typeof VolunteerDay.schema>;

export const recordsPartition = 'RECORDS';
export const digestsPartition = 'DIGESTS';

/** Where a record stands among all of them. */
export function placeAmongRecords({ recordedAt, volunteerId, seq }: ChainRecord): string {
  return `${recordedAt}#${volunteerId}#${String(seq).padStart(8, '0')}`;
}

/** A slice of a day's digest; added and never changed. */
export const SliceItem = itemType({
  entity: 'digestSlice',
  schema: DigestSlice,
  key: ({ day, number }: { day: string; number: number }) => ({
    pk: `DIGEST#${day}`,
    sk: `SLICE#${String(number).padStart(8, '0')}`,
  }),
});

/** The digest of a day, as it is published; added and never changed. */
export const DigestItem = itemType({
  entity: 'hourDigest',
  schema: HourDigest,
  key: ({ day }: { day: string }) => ({ pk: digestsPartition, sk: `DAY#${day}` }),
});

/** A link of a chain: a service, a reversal or a transfer. */
export const RecordItem = itemType({
  entity: 'serviceRecord',
  schema: ChainRecord,
  key: ({ volunteerId, seq }: { volunteerId: string; seq: number }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `RECORD#${String(seq).padStart(8, '0')}`,
  }),
  indexes: { byRecorded: (record) => ({ pk: recordsPartition, sk: placeAmongRecords(record) }) },
});

/** What a merge has moved from one chain to another, so that undoing it moves exactly that back. */
export const MovedMinutes = itemType({
  entity: 'movedMinutes',
  schema: z.object({
    mergeId: Id('merge'),
    stays: Id('volunteer'),
    goes: Id('volunteer'),
    state: z.enum(['moved', 'movedBack']),
    minutes: z.int(),
    by: Id('account'),
  }),
  key: ({ mergeId }: { mergeId: string }) => ({ pk: `MERGE#${mergeId}`, sk: 'MERGE' }),
});
