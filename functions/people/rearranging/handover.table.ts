import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day, Instant, instantAt } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import { CommunityScope } from '@kaifong/shared/people/schema.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of people whose places are laid out anew, in the people table
 *
 *   what goes over into a community                 HANDOVER#<community>   <old path>
 *   what is due and not done yet                    byDue: HANDOVERS       <day>#<old path>
 *   who of a split community is to be placed        PLACEMENT#<community>  <volunteer>
 */

/**
 * A team, a grid or a whole community that stands elsewhere from a day on, or a community that a new one is split off from. `community` is where
 * it went. With `homes` the members of a team move there too.
 */
export const HandoverItem = itemType({
  entity: 'handover',
  schema: z.object({
    community: CommunityScope,
    from: Scope,
    into: Scope,
    on: Day,
    by: Id('account'),
    isSplit: z.boolean(),
    homes: z.boolean(),
    /** Members that went over with a team, and people who moved with it. */
    members: z.int(),
    moved: z.int(),
    /** How far the look at everybody of a split community came: a state and a place in its list. */
    at: z.object({ state: z.int(), cursor: z.string().optional() }).optional(),
    finishedAt: Instant.optional(),
  }),
  key: ({ community, from }: { community: string; from: string }) => ({ pk: `HANDOVER#${community}`, sk: from }),
  indexes: {
    byDue: ({ from, into, on, finishedAt }) =>
      finishedAt === undefined ? { pk: 'HANDOVERS', sk: `${instantAt(on, '00:00')}#${from}#${into}` } : undefined,
  },
});
export type HandoverItem = z.output<typeof HandoverItem.schema>;

/** Somebody of a split community of whom the coordinator has to say to which of the two they belong. */
export const PlacementItem = itemType({
  entity: 'placement',
  schema: z.object({ community: CommunityScope, volunteerId: Id('volunteer'), into: CommunityScope, since: Instant }),
  key: ({ community, volunteerId }: { community: string; volunteerId: string }) => ({
    pk: `PLACEMENT#${community}`,
    sk: volunteerId,
  }),
});
export type PlacementItem = z.output<typeof PlacementItem.schema>;
