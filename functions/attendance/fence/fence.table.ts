import { OwnPosition } from '@kaifong/shared/attendance/fence.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { purgeAtOf, purgeFrom, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of positions at check-in, in the attendance table
 *
 *   where somebody's phone was when she came or went   VOLUNTEER#<volunteer>   FIX#<at>#<shift>#<in|out>
 *   those that have been kept long enough              byDue: FIXES            <purge>#<volunteer>#<shift>#<in|out>
 */

type Parts = { shiftId: string; volunteerId: string; what: 'in' | 'out'; at: Instant };

/** To a hundred metres and for 90 days; after that the attendance still says `near`, and nothing says where. */
export const KeptFix = itemType({
  entity: 'keptFix',
  schema: OwnPosition.extend({ volunteerId: Id('volunteer') }),
  key: ({ shiftId, volunteerId, what, at }: Parts) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `FIX#${at}#${shiftId}#${what}`,
  }),
  indexes: {
    byDue: ({ shiftId, volunteerId, what, at }) => ({
      pk: fixesPartition,
      sk: `${purgeFrom(retentionRules.tracks, at)}#${volunteerId}#${shiftId}#${what}`,
    }),
  },
  purgeAt: ({ at }) => purgeAtOf(retentionRules.tracks, at),
});

export const fixesPartition = 'FIXES';
