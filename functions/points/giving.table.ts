import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day, epochSeconds, type Instant } from '@kaifong/shared/kernel/time.ts';
import { givingSettings } from '@kaifong/shared/points/giving/giving.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of giving, in the points table
 *
 *   what somebody gave away on a day              GIVEN#<volunteer>     DAY#<day>
 *   how many numbers somebody looked up           GIVEN#<volunteer>     LOOKS#<day>, LOOKS#<day>T<hour>
 */

export const GivenOnDay = itemType({
  entity: 'givenOnDay',
  schema: z.object({ volunteerId: Id('volunteer'), day: Day, points: z.int() }),
  key: ({ volunteerId, day }: { volunteerId: string; day: string }) => ({
    pk: `GIVEN#${volunteerId}`,
    sk: `DAY#${day}`,
  }),
});

/** How many volunteer numbers somebody looked up in an hour or a day of the clock (UTC). */
export const LookedUpItem = itemType({
  entity: 'lookedUp',
  schema: z.object({ volunteerId: Id('volunteer'), span: z.string(), looks: z.int(), purgeAt: z.int() }),
  key: ({ volunteerId, span }: { volunteerId: string; span: string }) => ({
    pk: `GIVEN#${volunteerId}`,
    sk: `LOOKS#${span}`,
  }),
});

/** The hour and the day that a look counts in, and how many each may have. */
export function spansOf(now: Instant) {
  const purgeAt = epochSeconds(now) + 2 * 86_400;
  return [
    { span: now.slice(0, 13), most: givingSettings.looksPerHour, purgeAt },
    { span: now.slice(0, 10), most: givingSettings.looksPerDay, purgeAt },
  ];
}
