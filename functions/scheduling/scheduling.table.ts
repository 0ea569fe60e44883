import { Id } from '@kaifong/shared/kernel/ids.ts';
import { epochSeconds, Instant } from '@kaifong/shared/kernel/time.ts';
import { streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { signUpEndsAt } from '@kaifong/shared/scheduling/rules.ts';
import { Activity, Shift, signUpStates } from '@kaifong/shared/scheduling/schema.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of the scheduling table
 *
 *   an activity                                          ACTIVITY#<id>          ACTIVITY
 *   a shift                                              SHIFT#<id>             SHIFT
 *   a place of a shift                                   SHIFT#<id>             SHIFT#<number>
 *   how many wait for a place in a shift                 SHIFT#<id>             WAIT
 *   who waits for a place in a shift, first to last      SHIFT#<id>             WAIT#<since>#<volunteer>
 *   the handovers of a shift (handover.table.ts)         SHIFT#<id>             HANDOVER#<id>
 *   what a leader wrote to all in a shift                SHIFT#<id>             MESSAGE#<event>
 *   a volunteer's sign-ups, by the time of the shift     VOLUNTEER#<id>         SIGNUP#<start>#<shift>
 *   what a volunteer is signed up for in a week          VOLUNTEER#<id>         WEEK#<week>
 *   which risks a volunteer confirmed, and when          VOLUNTEER#<id>         RISK#<shift>#<time>
 *   what a merge has moved                               MERGE#<id>             MERGE
 *   a shift in which a merge moved somebody              MERGE#<id>             SHIFT#<shift>
 *   the activities of a team, newest first               byTeam: ACTIVITIES#<team>   <id>
 *   the shifts of a team, by start                       byTeam: SHIFTS#<team>       <start>#<id>
 *   the open shifts of a street, by start                openByStreet: <street>      <start>#<id>
 *   held places, by when the offer ends                  byDue: OFFERS               <until>#<shift>#<seat>
 *   people in line, by when sign-up ends                 byDue: LINES                <end>#<shift>#<volunteer>
 *
 * A shift sorts right before its seats, so that one read finds it with all of them, or with some.
 *
 * Who moves what, in this order: the volunteer's sign-up, the volunteer's weeks, the seat, the line.
 */

export const ActivityItem = itemType({
  entity: 'activity',
  schema: Activity,
  key: ({ id }: { id: string }) => ({ pk: `ACTIVITY#${id}`, sk: 'ACTIVITY' }),
  indexes: { byTeam: ({ teamScope, id }) => ({ pk: `ACTIVITIES#${teamScope}`, sk: id }) },
});

/** A shift. Its times never change, so that what is kept by them elsewhere stays true. */
export const ShiftItem = itemType({
  entity: 'shift',
  schema: Shift.extend({
    version: z.int(),
    /** When its place was changed last, of one that was published somewhere else. */
    relocatedAt: Instant.optional(),
    /** Whom it helps, of one that somebody asked for: it is nobody else's to know, and she cannot sign up for it. */
    helps: Id('volunteer').optional(),
  }),
  key: ({ id }: { id: string }) => ({ pk: `SHIFT#${id}`, sk: 'SHIFT' }),
  indexes: {
    byTeam: ({ teamScope, startsAt, id }) => ({ pk: `SHIFTS#${teamScope}`, sk: `${startsAt}#${id}` }),
    openByStreet: ({ state, teamScope, startsAt, id }) =>
      state === 'open' ? { pk: streetFor(teamScope), sk: `${startsAt}#${id}` } : undefined,
  },
});
export type ShiftItem = z.output<typeof ShiftItem.schema>;

/** Where the shifts of a team are looked for: in its street, or in the district when the team belongs to no street. */
export function streetFor(teamScope: string): string {
  return streetOf(teamScope) ?? district.scope;
}

/**
 * One place in a shift: nobody's, taken by a volunteer, or held for one until a moment.
 * A free seat means that nobody waits in line while sign-up is open.
 */
export const SeatItem = itemType({
  entity: 'seat',
  schema: z
    .object({
      shiftId: Id('shift'),
      number: z.int().min(1),
      state: z.enum(['free', 'held', 'taken']),
      volunteerId: Id('volunteer').optional(),
      until: Instant.optional(),
    })
    .refine(({ state, volunteerId }) => (state === 'free') === (volunteerId === undefined), { path: ['volunteerId'] })
    .refine(({ state, until }) => (state === 'held') === (until !== undefined), { path: ['until'] }),
  key: ({ shiftId, number }: { shiftId: string; number: number }) => ({
    pk: `SHIFT#${shiftId}`,
    sk: `SHIFT#${String(number).padStart(3, '0')}`,
  }),
  indexes: {
    byDue: ({ until, shiftId, number }) =>
      until === undefined ? undefined : { pk: 'OFFERS', sk: `${until}#${shiftId}#${number}` },
  },
});
export type SeatItem = z.output<typeof SeatItem.schema>;

/**
 * The end of the line of one shift. `waiting` is how many are in it; `vacated` counts how often a seat became free for all,
 * so that nobody joins the line on the strength of a look at the seats that is no longer true.
 */
export const LineItem = itemType({
  entity: 'line',
  schema: z.object({
    shiftId: Id('shift'),
    waiting: z.int().min(0),
    vacated: z.int().min(0),
    /** How often somebody joined a line in which people wait for roles. */
    joined: z.int().min(0).optional(),
  }),
  key: ({ shiftId }: { shiftId: string }) => ({ pk: `SHIFT#${shiftId}`, sk: 'WAIT' }),
});
export type LineItem = z.output<typeof LineItem.schema>;

export const emptyLine = (shiftId: string): LineItem => ({ shiftId, waiting: 0, vacated: 0, joined: 0 });

/** One person in line, of a shift with roles for some of them. `endsAt` is the end of sign-up, when the line is told that no place became free. */
export const WaitItem = itemType({
  entity: 'wait',
  schema: z.object({
    shiftId: Id('shift'),
    volunteerId: Id('volunteer'),
    since: Instant,
    startsAt: Instant,
    endsAt: Instant,
    roles: z.array(z.int()).optional(),
  }),
  key: ({ shiftId, since, volunteerId }: { shiftId: string; since: string; volunteerId: string }) => ({
    pk: `SHIFT#${shiftId}`,
    sk: `WAIT#${since}#${volunteerId}`,
  }),
  indexes: {
    byDue: ({ endsAt, shiftId, volunteerId }) => ({ pk: 'LINES', sk: `${endsAt}#${shiftId}#${volunteerId}` }),
  },
});
export type WaitItem = z.output<typeof WaitItem.schema>;

/**
 * Where one volunteer stands with one shift. It is the only such item, whatever happened before; from all of the ended states one may
 * come again.
 */
export const SignUpItem = itemType({
  entity: 'signUp',
  schema: z.object({
    volunteerId: Id('volunteer'),
    shiftId: Id('shift'),
    state: z.enum(signUpStates),
    /** Since when: for one who waits, the place in line. */
    since: Instant,
    /** The seat that is hers, or was last. */
    seat: z.int().optional(),
    offeredUntil: Instant.optional(),
    /** By which she looks for somebody to take her place, or by which somebody did. */
    handoverId: Id('handover').optional(),
    /** The shift whose place she gives back by accepting, when her leader would have her here instead. */
    movesFrom: Id('shift').optional(),
    /** Whether a leader asked her by name, once one has. */
    isAsked: z.boolean().optional(),
    /** Why she gave her place back, of one who did so late. */
    reason: z.string().optional(),
    startsAt: Instant,
    endsAt: Instant,
    title: z.string(),
    placeName: z.string(),
    version: z.int(),
  }),
  key: ({ volunteerId, startsAt, shiftId }: { volunteerId: string; startsAt: string; shiftId: string }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `SIGNUP#${startsAt}#${shiftId}`,
  }),
});
export type SignUpItem = z.output<typeof SignUpItem.schema>;

/** What a volunteer is signed up for in one week. A shift over midnight of Sunday is in both weeks. */
export const AgendaWeekItem = itemType({
  entity: 'agendaWeek',
  schema: z.object({
    volunteerId: Id('volunteer'),
    week: z.string(),
    entries: z.array(z.object({ shiftId: Id('shift'), title: z.string(), startsAt: Instant, endsAt: Instant })),
    version: z.int(),
  }),
  key: ({ volunteerId, week }: { volunteerId: string; week: string }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `WEEK#${week}`,
  }),
});
export type AgendaWeekItem = z.output<typeof AgendaWeekItem.schema>;

/** Someone in line for a shift, as the line's own item names her; of a shift with roles, for these. */
export function waitFor(shift: ShiftItem, volunteerId: string, since: Instant, roles?: number[]): WaitItem {
  const { id: shiftId, startsAt } = shift;
  return { shiftId, volunteerId, since, startsAt, endsAt: signUpEndsAt(shift), ...(roles && { roles }) };
}

/** That somebody read the insurance and the notice of risks of a shift, word for word (志愿服务条例 art. 12). It is never changed. */
export const RiskConsentItem = itemType({
  entity: 'riskConsent',
  schema: z.object({
    volunteerId: Id('volunteer'),
    shiftId: Id('shift'),
    at: Instant,
    insurance: z.string(),
    riskNotice: z.string(),
  }),
  key: ({ volunteerId, shiftId, at }: { volunteerId: string; shiftId: string; at: string }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `RISK#${shiftId}#${at}`,
  }),
});

/** That scheduling has done its part of a merge, or of undoing it. */
export const MovedSignUps = itemType({
  entity: 'movedSignUps',
  schema: z.object({ mergeId: Id('merge'), state: z.enum(['moved', 'movedBack']) }),
  key: ({ mergeId }: { mergeId: string }) => ({ pk: `MERGE#${mergeId}`, sk: 'MERGE' }),
});

/** A sign-up that passed from one record of a person to the other, as it was then. */
export const MovedSignUp = itemType({
  entity: 'movedSignUp',
  schema: z.object({
    mergeId: Id('merge'),
    shiftId: Id('shift'),
    state: z.enum(['signedUp', 'offered', 'waiting']),
    since: Instant,
    seat: z.int().optional(),
    offeredUntil: Instant.optional(),
  }),
  key: ({ mergeId, shiftId }: { mergeId: string; shiftId: string }) => ({
    pk: `MERGE#${mergeId}`,
    sk: `SHIFT#${shiftId}`,
  }),
});
export type MovedSignUp = z.output<typeof MovedSignUp.schema>;

/** What a leader wrote to all who have a place in a shift, under the id of the event that tells it. */
export const ShiftMessageItem = itemType({
  entity: 'shiftMessage',
  schema: z.object({ shiftId: Id('shift'), eventId: Id('event'), text: z.string(), by: Id('account'), at: Instant }),
  key: ({ shiftId, eventId }: { shiftId: string; eventId: string }) => ({
    pk: `SHIFT#${shiftId}`,
    sk: `MESSAGE#${eventId}`,
  }),
  purgeAt: ({ at }) => epochSeconds(at) + daysKept * 24 * 3600,
});

/** Days for which a message to a shift is kept. */
const daysKept = 180;
