import { ProvincialPush, RefusedRecord } from '@kaifong/shared/attendance/exchange/schema.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of the exchange with the provincial system, in the attendance table
 *
 *   what was sent, the newest first               PROVINCIAL_PUSHES           PUSH#<push>
 *   what is to be sent now                        byDue: PROVINCIAL_PUSHES    <due>#<push>
 *   records of it that were not taken, by number  PUSH#<push>                 REFUSED#<record number>
 *
 * A push goes through the records of its days part by part (`phase` rows), and through those refused when somebody asks (`again`).
 */

export const PushItem = itemType({
  entity: 'provincialPush',
  schema: ProvincialPush.extend({
    phase: z.enum(['rows', 'again']),
    /** Which time its records are gone through, and which part comes next: together they name a part for good. */
    round: z.int(),
    part: z.int(),
    /** Where the next part begins. */
    cursor: z.string().optional(),
    askedBy: Id('account'),
    version: z.int(),
  }),
  key: ({ pushId }: { pushId: string }) => ({ pk: pushesPartition, sk: `PUSH#${pushId}` }),
  indexes: {
    byDue: ({ state, dueAt, pushId }) =>
      state === 'sending' && dueAt !== undefined ? { pk: pushesPartition, sk: `${dueAt}#${pushId}` } : undefined,
  },
});
export type PushItem = z.output<typeof PushItem.schema>;

export const pushesPartition = 'PROVINCIAL_PUSHES';

export const RefusedItem = itemType({
  entity: 'provincialRefusal',
  schema: RefusedRecord.extend({ pushId: Id('provincialPush') }),
  key: ({ pushId, recordNumber }: { pushId: string; recordNumber: string }) => ({
    pk: refusedOf(pushId),
    sk: `REFUSED#${recordNumber}`,
  }),
});
export type RefusedItem = z.output<typeof RefusedItem.schema>;

export const refusedOf = (pushId: string) => `PUSH#${pushId}`;
