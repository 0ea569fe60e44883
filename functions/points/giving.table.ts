import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of giving, in the points table
 *
 *   what somebody gave away on a day              GIVEN#<volunteer>     DAY#<day>
 */

export const GivenOnDay = itemType({
  entity: 'givenOnDay',
  schema: z.object({ volunteerId: Id('volunteer'), day: Day, points: z.int() }),
  key: ({ volunteerId, day }: { volunteerId: string; day: string }) => ({
    pk: `GIVEN#${volunteerId}`,
    sk: `DAY#${day}`,
  }),
});
