import * as z from 'zod';
import { Day, Instant } from '../../kernel/time.ts';
import { CommunityScope } from '../schema.ts';

/** People who move because their community goes over into another one: how many did so far, and whether all have. */
export const Rehoming = z.object({
  from: CommunityScope,
  into: CommunityScope,
  on: Day,
  moved: z.int(),
  finishedAt: Instant.optional(),
});
export type Rehoming = z.infer<typeof Rehoming>;
