import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day, Instant } from '@kaifong/shared/kernel/time.ts';
import { rearrangementKinds } from '@kaifong/shared/organisation/rearranging.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of laying places out anew, in the organisation table
 *
 *   the latest rearrangement of a place or team   PLACE#<scope>   REARRANGEMENT
 */

/**
 * The latest rearrangement of a place or team: being one item keeps it to one at a time. `into` is where its things go. With `chosen` only those do,
 * otherwise all that lies below. `done` counts what went over; it is finished when nothing is left, which may be long before its day.
 */
export const RearrangementItem = itemType({
  entity: 'rearrangement',
  schema: z.object({
    from: Scope,
    id: z.string(),
    kind: z.enum(rearrangementKinds),
    into: Scope,
    on: Day,
    reason: z.string(),
    by: Id('account'),
    at: Instant,
    chosen: z.array(Scope).optional(),
    done: z.int(),
    finishedAt: Instant.optional(),
  }),
  key: ({ from }: { from: string }) => ({ pk: `PLACE#${from}`, sk: 'REARRANGEMENT' }),
});
export type RearrangementItem = z.output<typeof RearrangementItem.schema>;
