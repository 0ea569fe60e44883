import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { digestOf } from '../../platform/digest.ts';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of calendars, in the scheduling table
 *
 *   whether somebody has a calendar, and since when   CALENDAR#<owner>     CALENDAR
 *   whose calendar an address is                      ADDRESS#<digest>     CALENDAR
 *
 * The address itself is kept nowhere: it follows, under the key of blind indexes, from whose calendar it is and how often it was replaced.
 */

/** A volunteer, or an account that looks at a team: `TEAM#<team>#<account>`. */
const Owner = z.templateLiteral([z.enum(['VOLUNTEER', 'TEAM']), '#', z.string()]);
export type CalendarOwner = z.output<typeof Owner>;

/** `number` counts the addresses there were. One that is switched off is absent in `ADDRESS#…`. */
export const CalendarItem = itemType({
  entity: 'calendar',
  schema: z.object({
    owner: Owner,
    number: z.int(),
    isOn: z.boolean(),
    since: Instant,
    /** A digest of the command that made it so, that a repeat knows its own work. */
    madeBy: z.string(),
  }),
  key: ({ owner }: { owner: CalendarOwner }) => ({ pk: `CALENDAR#${owner}`, sk: 'CALENDAR' }),
});
export type CalendarItem = z.output<typeof CalendarItem.schema>;

export const CalendarAddressItem = itemType({
  entity: 'calendarAddress',
  schema: z.object({
    digest: z.string(),
    owner: Owner,
    /** Who looks at a team as its member. */
    volunteerId: Id('volunteer').optional(),
  }),
  key: ({ digest }: { digest: string }) => ({ pk: `ADDRESS#${digest}`, sk: 'CALENDAR' }),
});

/** What is kept of an address. */
export const addressDigest = (secret: string): string => digestOf('calendar', secret);
