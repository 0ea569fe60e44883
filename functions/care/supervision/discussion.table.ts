import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of what a counsellor brings to supervision and says of herself, in the care table
 *
 *   the discussions of a counsellor, by time     COUNSELLOR#<id>                                DISCUSSION#<instant>#<id>
 *   those open to the group of a supervisor      openBySocialWorker: DISCUSSIONS#<supervisor>   <instant>#<id>
 *   the check-ins of a counsellor, by time       COUNSELLOR#<id>                                CHECKIN#<instant>
 *   check-ins that the clock has not looked at   byDue: CHECKINS                                <instant>#<counsellor>
 *
 * Open lie ids, times, whether a discussion is open and to whom. No row names the case that a discussion came from. Whether a check-in is low, or
 * was skipped, no row tells: the clock looks at every one, and opens it.
 */

export const DiscussionItem = itemType({
  entity: 'discussion',
  schema: z.object({
    id: Id('discussion'),
    counsellorId: Id('counsellor'),
    at: Instant,
    open: z.boolean(),
    /** The supervisor at that time, where the group reads. Whether the group is still hers is asked at each reading. */
    group: z.string().optional(),
    sealed: z.string(),
    version: z.int(),
  }),
  key: ({ counsellorId, at, id }: { counsellorId: string; at: string; id: string }) => ({
    pk: `COUNSELLOR#${counsellorId}`,
    sk: `DISCUSSION#${at}#${id}`,
  }),
  indexes: {
    openBySocialWorker: ({ id, at, open, group }) =>
      open && group ? { pk: discussionsOf(group), sk: `${at}#${id}` } : undefined,
  },
});
export type DiscussionRow = z.output<typeof DiscussionItem.schema>;

export const discussionsOf = (supervisor: string) => `DISCUSSIONS#${supervisor}`;

export const CheckInItem = itemType({
  entity: 'checkIn',
  schema: z.object({
    counsellorId: Id('counsellor'),
    at: Instant,
    /** Until the clock has looked whether somebody is to get in touch. */
    lookAt: Instant.optional(),
    sealed: z.string(),
  }),
  key: ({ counsellorId, at }: { counsellorId: string; at: string }) => ({
    pk: `COUNSELLOR#${counsellorId}`,
    sk: `CHECKIN#${at}`,
  }),
  indexes: {
    byDue: ({ counsellorId, lookAt }) =>
      lookAt ? { pk: checkInsToLookAt, sk: `${lookAt}#${counsellorId}` } : undefined,
  },
});
export type CheckInRow = z.output<typeof CheckInItem.schema>;

export const checkInsToLookAt = 'CHECKINS';
