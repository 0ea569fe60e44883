import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import { Audience, HandoverState, ShiftInBrief } from '@kaifong/shared/scheduling/handover/handover.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { streetFor } from '../scheduling.table.ts';

/*
 * Access patterns of handovers, in the scheduling table
 *
 *   a handover                                           SHIFT#<shift>          HANDOVER#<id>
 *   the handovers of a shift                             SHIFT#<shift>          HANDOVER#…
 *   what somebody gave, by the time of the shift         byGiver: <volunteer>   <start>#<id>
 *   what is open to a person, a team, a street, by start openFor: <audience>    <start>#<id>
 *   open ones, by when they lapse                        byDue: HANDOVERS       <closes>#<shift>#<id>
 *
 * The giver's sign-up names the handover that is open for it, and only that: so there is at most one for a place, and whatever moves the
 * sign-up otherwise (she gives the place back, loses it, or a merge moves it) makes the handover void in the same write.
 */

const HandoverRow = ShiftInBrief.extend({
  id: Id('handover'),
  teamScope: Scope,
  state: HandoverState,
  to: Audience,
  giver: Id('volunteer'),
  /** Who was asked by name. */
  asked: Id('volunteer').optional(),
  /** What the giver takes over in return. */
  inReturn: ShiftInBrief.optional(),
  byLeader: z.boolean(),
  words: z.string().optional(),
  taker: Id('volunteer').optional(),
  createdAt: Instant,
  closesAt: Instant,
  version: z.int(),
});
export type HandoverItem = z.output<typeof HandoverRow>;

export const HandoverItem = itemType({
  entity: 'handover',
  schema: HandoverRow,
  key: ({ shiftId, id }: { shiftId: string; id: string }) => ({ pk: `SHIFT#${shiftId}`, sk: `HANDOVER#${id}` }),
  indexes: {
    byGiver: ({ giver, startsAt, id }) => ({ pk: giver, sk: `${startsAt}#${id}` }),
    openFor: ({ state, startsAt, id, ...rest }) =>
      state === 'open' ? { pk: audienceOf(rest), sk: `${startsAt}#${id}` } : undefined,
    byDue: ({ state, closesAt, shiftId, id }) =>
      state === 'open' ? { pk: 'HANDOVERS', sk: `${closesAt}#${shiftId}#${id}` } : undefined,
  },
});

/** Where those who are asked look for it. */
function audienceOf({ to, asked, teamScope }: Pick<HandoverItem, 'to' | 'asked' | 'teamScope'>): string {
  if (to === 'everybody') return streetFor(teamScope);
  return to === 'team' || asked === undefined ? teamScope : asked;
}

/** The write that moves a handover from where it was read to be; refused when it moved meanwhile. */
export function putHandover(table: Table, before: HandoverItem, change: Partial<HandoverItem>): Write {
  return replaceHandover(table, before, { ...before, ...change });
}

/** The write that puts another in its place, such as one without words. */
export function replaceHandover(table: Table, before: HandoverItem, after: HandoverItem): Write {
  const { version } = before;
  return table.put(HandoverItem, { ...after, version: version + 1 }, { is: { version } });
}

/** A shift in a line. */
export function inBrief(shift: {
  id: string;
  title: string;
  place: { name: string };
  startsAt: Instant;
  endsAt: Instant;
}): ShiftInBrief {
  const { id: shiftId, title, place, startsAt, endsAt } = shift;
  return { shiftId, title, placeName: place.name, startsAt, endsAt };
}
