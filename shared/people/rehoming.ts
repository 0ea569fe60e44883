import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { PageQuery } from '../kernel/paging.ts';
import { Day, Instant } from '../kernel/time.ts';
import { CommunityScope, VolunteerNumber, VolunteerState } from './schema.ts';

const VolunteerSummaryOfPlacement = z.object({
  volunteerId: Id('volunteer'),
  name: z.string(),
  number: VolunteerNumber,
  state: VolunteerState,
});

/** People who move because their community goes over into another one: how many did so far, and whether all have. */
export const Rehoming = z.object({
  from: CommunityScope,
  into: CommunityScope,
  on: Day,
  moved: z.int(),
  finishedAt: Instant.optional(),
});
export type Rehoming = z.infer<typeof Rehoming>;

/** People of a split community of whom a coordinator has to say to which of the two they belong. */
export const PlacementsQuery = PageQuery.extend({ community: CommunityScope });
export const Placement = VolunteerSummaryOfPlacement.extend({ into: CommunityScope });
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
