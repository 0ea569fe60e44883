import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of days that care tells of, in the attendance table; what is still to be booked lies in the table of totals.
 *
 *   what was booked of a volunteer's day    VOLUNTEER#<volunteer>    TOTAL#<day>
 */

export const BookedTotal = itemType({
  entity: 'bookedTotal',
  schema: z.object({
    volunteerId: Id('volunteer'),
    day: Day,
    /** The newest that was booked. */
    revision: z.int(),
    /** What of it counts, in minutes. */
    counted: z.int().min(0),
  }),
  key: ({ volunteerId, day }: { volunteerId: string; day: string }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `TOTAL#${day}`,
  }),
});
export type BookedTotal = z.output<typeof BookedTotal.schema>;
