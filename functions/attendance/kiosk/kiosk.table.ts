import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of kiosks, in the attendance table
 *
 *   a kiosk of a shift                      SHIFT#<shift>   KIOSK#<kiosk>
 *   all of a shift, the first opened first  SHIFT#<shift>   KIOSK#
 */

/** The right of one tablet to check people in and out at one shift. What its address ends with is reckoned, and stored nowhere. */
export const KioskItem = itemType({
  entity: 'kiosk',
  schema: z.object({
    id: Id('kiosk'),
    shiftId: Id('shift'),
    openedBy: Id('account'),
    openedAt: Instant,
    endsAt: Instant,
    closedAt: Instant.optional(),
    wrong: z.int(),
    /** The browser of the tablet, as a digest, once somebody came or went at it; the address is of no use in another. */
    tablet: z.string().optional(),
  }),
  key: ({ shiftId, id }: { shiftId: string; id: string }) => ({ pk: `SHIFT#${shiftId}`, sk: `KIOSK#${id}` }),
});
export type KioskItem = z.output<typeof KioskItem.schema>;
