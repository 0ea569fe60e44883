import { DoubtFacts, DoubtState } from '@kaifong/shared/attendance/doubts.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day, day as dayLength, epochSeconds, Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope, streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';

/*
 * Access patterns of doubts about hours, in the attendance table
 *
 *   a doubt                                              DOUBT#<doubt>                     DOUBT
 *   those that wait in a street, the oldest first        waitingByStreet: DOUBTS#<street>  <raised>#<doubt>
 *   those that were decided there                        waitingByStreet: DECIDED-DOUBTS#<street>  <raised>#<doubt>
 *   what a team's list and codes said, by end            TEAM#<team>                       STAY#<end>#<volunteer>#<shift>
 *   who came by a browser                                DEVICE#<digest>                   PERSON#<volunteer>
 *   what an account entered by hand, by end              ENTERER#<account>                 ENTRY#<end>#<volunteer>#<shift>
 *   what an account confirmed at night, long afterwards  CONFIRMER#<account>               NIGHT#<recorded>#<volunteer>#<shift>
 *
 * What doubts are raised from is kept for twice the window that the rules look at, and then goes.
 */

const keptFor = 2 * attendanceSettings.doubts.windowDays * dayLength;
const purgeAfter = (instant: Instant) => epochSeconds(instant) + keptFor / 1000;

const DoubtRow = z.object({
  id: Id('doubt'),
  facts: DoubtFacts,
  state: DoubtState,
  teamScope: Scope,
  day: Day,
  raisedAt: Instant,
  /** Whose hours they are; a team's and a phone's are bounded by their windows. */
  volunteerIds: z.array(Id('volunteer')),
  /** Who entered or confirmed them, and so cannot be the one who decides. */
  accountIds: z.array(Id('account')),
  decision: z.object({ words: z.string(), at: Instant, by: Id('account') }).optional(),
  version: z.int(),
});
export type DoubtItem = z.output<typeof DoubtRow>;

export const DoubtItem = itemType({
  entity: 'doubt',
  schema: DoubtRow,
  key: ({ id }: { id: string }) => ({ pk: `DOUBT#${id}`, sk: 'DOUBT' }),
  indexes: {
    waitingByStreet: (doubt) => ({
      pk: doubtsIn(streetOf(doubt.teamScope) ?? district.scope, doubt.state === 'open' ? 'open' : 'decided'),
      sk: placeInQueue(doubt),
    }),
  },
});

/** Where the doubts of a street are looked for. */
export const doubtsIn = (street: string, state: 'open' | 'decided') =>
  `${state === 'open' ? 'DOUBTS' : 'DECIDED-DOUBTS'}#${street}`;

/** Where a doubt stands in the order in which they are looked at. */
export const placeInQueue = ({ raisedAt, id }: Pick<DoubtItem, 'raisedAt' | 'id'>): string => `${raisedAt}#${id}`;

/** The write that moves a doubt from where it was read to be; refused when it moved meanwhile. */
export function putDoubt(table: Table, before: DoubtItem | undefined, after: Omit<DoubtItem, 'version'>): Write {
  const unmoved = before ? ({ is: { version: before.version } } as const) : ({ absent: true } as const);
  return table.put(DoubtItem, { ...after, version: (before?.version ?? 0) + 1 }, unmoved);
}

/** A stay that was confirmed, as far as the rules over a team look at it. */
export const TeamStay = itemType({
  entity: 'teamStay',
  schema: z.object({
    teamScope: Scope,
    volunteerId: Id('volunteer'),
    shiftId: Id('shift'),
    endedAt: Instant,
    shift: z.object({ startsAt: Instant, endsAt: Instant }),
    /** The times that a leader's list gives. */
    entered: z.array(Instant),
    enteredBy: z.array(Id('account')),
  }),
  key: ({ teamScope, ...stay }: { teamScope: string; endedAt: string; volunteerId: string; shiftId: string }) => ({
    pk: `TEAM#${teamScope}`,
    sk: `STAY#${stay.endedAt}#${stay.volunteerId}#${stay.shiftId}`,
  }),
  purgeAt: ({ endedAt }) => purgeAfter(endedAt),
});
export type TeamStay = z.output<typeof TeamStay.schema>;

/** Somebody who came by a browser, when last. */
export const DeviceUse = itemType({
  entity: 'deviceUse',
  schema: z.object({ device: z.string(), volunteerId: Id('volunteer'), lastAt: Instant }),
  key: ({ device, volunteerId }: { device: string; volunteerId: string }) => ({
    pk: `DEVICE#${device}`,
    sk: `PERSON#${volunteerId}`,
  }),
  purgeAt: ({ lastAt }) => purgeAfter(lastAt),
});

/** A stay that an account entered by hand. */
export const HandEntry = itemType({
  entity: 'handEntry',
  schema: z.object({
    accountId: Id('account'),
    endedAt: Instant,
    volunteerId: Id('volunteer'),
    shiftId: Id('shift'),
    teamScope: Scope,
  }),
  key: ({ accountId, ...of }: { accountId: string; endedAt: string; volunteerId: string; shiftId: string }) => ({
    pk: `ENTERER#${accountId}`,
    sk: `ENTRY#${of.endedAt}#${of.volunteerId}#${of.shiftId}`,
  }),
  purgeAt: ({ endedAt }) => purgeAfter(endedAt),
});

/** A service that was confirmed in the middle of the night, long after its shift. */
export const NightRecord = itemType({
  entity: 'nightRecord',
  schema: z.object({
    accountId: Id('account'),
    recordedAt: Instant,
    volunteerId: Id('volunteer'),
    shiftId: Id('shift'),
  }),
  key: ({ accountId, ...of }: { accountId: string; recordedAt: string; volunteerId: string; shiftId: string }) => ({
    pk: `CONFIRMER#${accountId}`,
    sk: `NIGHT#${of.recordedAt}#${of.volunteerId}#${of.shiftId}`,
  }),
  purgeAt: ({ recordedAt }) => purgeAfter(recordedAt),
});
