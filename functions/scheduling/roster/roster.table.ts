import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { RosterShift, RosterView } from '@kaifong/shared/scheduling/roster/roster.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of rosters, in the scheduling table
 *
 *   the roster of a week at a place                ROSTER#<place>#<week>   ROSTER
 *   what it proposes, shift by shift by start      ROSTER#<place>#<week>   SHIFT#<start>#<shift>
 */

const ofWeek = ({ place, week }: Readonly<{ place: string; week: string }>) => `ROSTER#${place}#${week}`;

/** Where the proposals of a roster lie. */
export const rosterPartition = ofWeek;

/** A roster. `run` counts how often it was asked for, so that an answer that comes late is known for one. */
export const RosterItem = itemType({
  entity: 'roster',
  schema: RosterView.extend({ run: z.int(), askedAt: Instant, seconds: z.number() }),
  key: (parts: { place: string; week: string }) => ({ pk: ofWeek(parts), sk: 'ROSTER' }),
});
export type RosterItem = z.output<typeof RosterItem.schema>;

/** What a roster proposes for one shift, and whom the leader does not want asked for it. */
export const RosterShiftItem = itemType({
  entity: 'rosterShift',
  schema: RosterShift.extend({
    place: z.string(),
    week: z.string(),
    /** The run of which it is. */
    run: z.int(),
    removed: z.array(Id('volunteer')),
    version: z.int(),
  }),
  key: (parts: { place: string; week: string; startsAt: string; shiftId: string }) => ({
    pk: ofWeek(parts),
    sk: `SHIFT#${parts.startsAt}#${parts.shiftId}`,
  }),
});
export type RosterShiftItem = z.output<typeof RosterShiftItem.schema>;
