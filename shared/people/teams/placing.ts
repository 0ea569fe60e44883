import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { CommunityScope, VolunteerNumber, VolunteerState } from '../schema.ts';

/** People of a split community of whom a coordinator has to say to which of the two they belong. */
export const PlacementsQuery = PageQuery.extend({ community: CommunityScope });
export const Placement = z.object({
  volunteerId: Id('volunteer'),
  name: z.string(),
  number: VolunteerNumber,
  state: VolunteerState,
  into: CommunityScope,
});
export type Placement = z.infer<typeof Placement>;

/** Who of the list goes into the new community, or stays; at most so many at a time. */
export const mostPlaced = 20;
export const Placing = z.object({
  community: CommunityScope,
  volunteers: z.array(Id('volunteer')).min(1, { error: 'field.choice' }).max(mostPlaced),
  goes: z.boolean(),
});
export type Placing = z.output<typeof Placing>;
export const Placed = z.object({ placed: z.int() });
