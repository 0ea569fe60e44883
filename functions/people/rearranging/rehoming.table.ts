import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day, Instant, instantAt } from '@kaifong/shared/kernel/time.ts';
import { CommunityScope } from '@kaifong/shared/people/schema.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of people who move with their community, in the people table
 *
 *   the move of a community                 REHOMING#<community>   REHOMING
 *   moves that are due and not done yet     byDue: REHOMINGS       <day>#<community>
 *   who lives in a community, in a state    byPlaceAndState: VOLUNTEERS#<state>   <community>#<id>
 *
 * Records of service, tracks of changes and teams keep the path that held on their day; only where somebody lives now moves.
 */
export const RehomingItem = itemType({
  entity: 'rehoming',
  schema: z.object({
    from: CommunityScope,
    into: CommunityScope,
    on: Day,
    by: Id('account'),
    /** People moved so far. */
    moved: z.int(),
    startedAt: Instant.optional(),
    finishedAt: Instant.optional(),
  }),
  key: ({ from }: { from: string }) => ({ pk: `REHOMING#${from}`, sk: 'REHOMING' }),
  indexes: {
    byDue: ({ from, on, finishedAt }) =>
      finishedAt === undefined ? { pk: 'REHOMINGS', sk: `${instantAt(on, '00:00')}#${from}` } : undefined,
  },
});
export type RehomingItem = z.output<typeof RehomingItem.schema>;
