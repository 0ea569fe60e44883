import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from './item-type.ts';

/*
 * The one door by which something leaves care: the minutes that a counsellor served on a day, and nothing of with whom, how often or when. Care
 * may only add to the table, and nobody else writes here; attendance takes each total out as it books it.
 *
 *   totals that are not booked yet, the oldest day first   TOTALS   <day>#<volunteer>#<revision>
 */

export const totalsPartition = 'TOTALS';

/** The minutes of a day in all, as they stand by this revision: 1 the first time, one more each time they are set right. */
export const DayTotalItem = itemType({
  entity: 'dayTotal',
  schema: z.object({
    volunteerId: Id('volunteer'),
    day: Day,
    minutes: z.int().min(0).max(1440),
    revision: z.int().min(1).max(9999),
  }),
  key: ({ volunteerId, day, revision }: { volunteerId: string; day: string; revision: number }) => ({
    pk: totalsPartition,
    sk: `${day}#${volunteerId}#${String(revision).padStart(4, '0')}`,
  }),
});
export type DayTotalItem = z.output<typeof DayTotalItem.schema>;
