import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day, instantAt } from '@kaifong/shared/kernel/time.ts';
import { anniversaryOf } from '@kaifong/shared/points/ranking/milestones.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of milestones, in the points table
 *
 *   what somebody was thanked for     THANKED#<volunteer>      THANKED
 *   whose anniversary it is           byDue: ANNIVERSARIES     <day at nine>#<volunteer>
 */

/** What somebody was thanked for. */
export const ThankedItem = itemType({
  entity: 'thanked',
  schema: z.object({
    volunteerId: Id('volunteer'),
    /** The highest milestone in hours; 0 for the first service. */
    hours: z.int(),
    /** The day of the first service, and which anniversary of it comes next; not there for whoever served before that was kept. */
    begun: z.object({ day: Day, next: z.int().min(1) }).optional(),
  }),
  key: ({ volunteerId }: { volunteerId: string }) => ({ pk: `THANKED#${volunteerId}`, sk: 'THANKED' }),
  indexes: {
    byDue: ({ volunteerId, begun }) =>
      begun && {
        pk: 'ANNIVERSARIES',
        sk: `${instantAt(anniversaryOf(begun.day, begun.next), '09:00')}#${volunteerId}`,
      },
  },
});
export type ThankedItem = z.output<typeof ThankedItem.schema>;

/** What the index of what is due carries of one. */
export const DueAnniversary = itemType({
  entity: ThankedItem.entity,
  schema: ThankedItem.schema.pick({ volunteerId: true }),
  key: ThankedItem.key,
});
