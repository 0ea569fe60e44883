import { NoShowState } from '@kaifong/shared/attendance/no-show.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope, streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';

/*
 * Access patterns of no-shows, in the attendance table
 *
 *   the mark that somebody did not come, by time    VOLUNTEER#<volunteer>               NOSHOW#<start>#<shift>
 *   whether her standing sign-ups pause             VOLUNTEER#<volunteer>               PAUSE
 *   what is contested in a street, oldest first     waitingByStreet: NOSHOWS#<street>   <contested>#<shift>#<volunteer>
 *   pauses, by when they end                        byDue: PAUSES                       <until>#<volunteer>
 *
 * Records that a merge made one person's are looked at together (`kin.ts`): so marks go along with a merge, and back with its undoing.
 */

const NoShowRow = z.object({
  volunteerId: Id('volunteer'),
  shiftId: Id('shift'),
  title: z.string(),
  teamScope: Scope,
  startsAt: Instant,
  endsAt: Instant,
  state: NoShowState,
  markedAt: Instant,
  markedBy: Id('account'),
  statement: z.string().optional(),
  contestedAt: Instant.optional(),
  decision: z
    .object({ outcome: z.enum(['upheld', 'lifted']), words: z.string(), at: Instant, by: Id('account') })
    .optional(),
  version: z.int(),
});
export type NoShowItem = z.output<typeof NoShowRow>;

export const NoShowItem = itemType({
  entity: 'noShow',
  schema: NoShowRow,
  key: ({ volunteerId, startsAt, shiftId }: { volunteerId: string; startsAt: string; shiftId: string }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `NOSHOW#${startsAt}#${shiftId}`,
  }),
  indexes: {
    waitingByStreet: (mark) =>
      mark.state === 'contested'
        ? { pk: contestedIn(streetOf(mark.teamScope) ?? district.scope), sk: placeInQueue(mark) }
        : undefined,
  },
});

/** Where what is contested in a street is looked for. */
export const contestedIn = (street: string) => `NOSHOWS#${street}`;

/** Where a contested mark stands in the order in which it is to be decided. */
export function placeInQueue({
  contestedAt,
  shiftId,
  volunteerId,
}: Pick<NoShowItem, 'contestedAt' | 'shiftId' | 'volunteerId'>): string {
  return `${contestedAt}#${shiftId}#${volunteerId}`;
}

/** The write that moves a mark from where it was read to be; refused when it moved meanwhile. */
export function putMark(table: Table, before: NoShowItem | undefined, after: Omit<NoShowItem, 'version'>): Write {
  const unmoved = before ? ({ is: { version: before.version } } as const) : ({ absent: true } as const);
  return table.put(NoShowItem, { ...after, version: (before?.version ?? 0) + 1 }, unmoved);
}

/** Whether somebody's standing sign-ups pause. */
const PauseRow = z.object({
  volunteerId: Id('volunteer'),
  state: z.enum(['paused', 'over']),
  since: Instant,
  until: Instant,
  /** When a pause last ended by a talk or by itself: marks of before do not count for the next. */
  afreshSince: Instant.optional(),
  version: z.int(),
});
export type PauseItem = z.output<typeof PauseRow>;

export const PauseItem = itemType({
  entity: 'regularsPause',
  schema: PauseRow,
  key: ({ volunteerId }: { volunteerId: string }) => ({ pk: `VOLUNTEER#${volunteerId}`, sk: 'PAUSE' }),
  indexes: {
    byDue: ({ state, until, volunteerId }) =>
      state === 'paused' ? { pk: 'PAUSES', sk: `${until}#${volunteerId}` } : undefined,
  },
});

/** The write that moves a pause from where it was read to be; refused when it moved meanwhile. */
export function putPause(table: Table, before: PauseItem | undefined, after: Omit<PauseItem, 'version'>): Write {
  const unmoved = before ? ({ is: { version: before.version } } as const) : ({ absent: true } as const);
  return table.put(PauseItem, { ...after, version: (before?.version ?? 0) + 1 }, unmoved);
}
