import { patrolStates, TrackPoint } from '@kaifong/shared/attendance/patrol/schema.ts';
import { Passing } from '@kaifong/shared/attendance/patrol/way-point.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { purgeAtOf, purgeFrom, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of patrols, in the attendance table
 *
 *   the patrols of a shift, in order                  SHIFT#<shift>       PATROL#<patrol>
 *   who of a shift is on patrol, and how many it had  SHIFT#<shift>       PATROLS
 *   those a leader began, newest first                ACCOUNT#<account>   PATROL#<patrol>
 *   those a volunteer went on, newest first           VOLUNTEER#<person>  PATROL#<patrol>
 *   those to be ended or closed                       byDue: PATROLS      <due>#<patrol>
 *   the coarse way of a patrol                        PATROL#<patrol>     POINT#<at>
 *   points that have been kept long enough            byDue: TRACKPOINTS  <purge>#<patrol>#<at>
 *
 * A patrol runs until its leader ends it or its shift does. For a day after that its phone may bring what it kept; then the last sure
 * place goes, and only the coarse way is left, for 90 days.
 */

const Anchor = z.object({ at: Instant, longitude: z.number(), latitude: z.number() });

export const PatrolItem = itemType({
  entity: 'patrol',
  schema: z.object({
    shiftId: Id('shift'),
    patrolId: Id('patrol'),
    teamScope: Scope,
    state: z.enum(patrolStates),
    people: z.array(Id('volunteer')),
    startedBy: Id('account'),
    startedAt: Instant,
    /** The end of its shift while it runs, then when it ended. */
    endsAt: Instant,
    /** Whether its leader ended it; else it lasted as long as her phone told of it. */
    endedByLeader: z.boolean().optional(),
    track: z.object({
      metres: z.number(),
      legs: z.int(),
      vague: z.int(),
      jumps: z.int(),
      anchor: Anchor.optional(),
      lastAt: Instant.optional(),
    }),
    passed: z.array(Passing).default([]),
    /** When the clock has to do something about it. */
    dueAt: Instant.optional(),
    version: z.int(),
  }),
  key: ({ shiftId, patrolId }: { shiftId: string; patrolId: string }) => ({
    pk: `SHIFT#${shiftId}`,
    sk: `PATROL#${patrolId}`,
  }),
  indexes: {
    byDue: ({ dueAt, patrolId }) =>
      dueAt === undefined ? undefined : { pk: patrolsPartition, sk: `${dueAt}#${patrolId}` },
  },
});
export type PatrolItem = z.output<typeof PatrolItem.schema>;

export const patrolsPartition = 'PATROLS';

/** Moved by whoever begins or ends a patrol, so that nobody goes on two at once. */
export const PatrolBook = itemType({
  entity: 'patrolBook',
  schema: z.object({ shiftId: Id('shift'), out: z.array(Id('volunteer')), begun: z.int(), version: z.int() }),
  key: ({ shiftId }: { shiftId: string }) => ({ pk: `SHIFT#${shiftId}`, sk: 'PATROLS' }),
});

/** That somebody led a patrol or went on it. */
export const PatrolOf = itemType({
  entity: 'patrolOf',
  schema: z.object({
    person: z.union([Id('account'), Id('volunteer')]),
    shiftId: Id('shift'),
    patrolId: Id('patrol'),
  }),
  key: ({ person, patrolId }: { person: string; patrolId: string }) => ({
    pk: patrolsOf(person),
    sk: `PATROL#${patrolId}`,
  }),
});

/** Where the patrols of an account that began them, or of a volunteer who went along, are found. */
export const patrolsOf = (person: string) => `${person.startsWith('vol_') ? 'VOLUNTEER' : 'ACCOUNT'}#${person}`;

export const PointItem = itemType({
  entity: 'trackPoint',
  schema: TrackPoint.extend({ patrolId: Id('patrol') }),
  key: ({ patrolId, at }: { patrolId: string; at: string }) => ({ pk: `PATROL#${patrolId}`, sk: `POINT#${at}` }),
  indexes: {
    byDue: ({ patrolId, at }) => ({
      pk: pointsPartition,
      sk: `${purgeFrom(retentionRules.tracks, at)}#${patrolId}#${at}`,
    }),
  },
  purgeAt: ({ at }) => purgeAtOf(retentionRules.tracks, at),
});

export const pointsPartition = 'TRACKPOINTS';
