import { Id } from '@kaifong/shared/kernel/ids.ts';
import { AskedAdjustment, DecidedAdjustment } from '@kaifong/shared/points/adjusting/adjustment-schema.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of adjustments by hand, in the points table
 *
 *   what waits for a second person, oldest first   ADJUSTMENTS_ASKED      ADJUSTMENT#<id>
 *   what was decided, newest first                 ADJUSTMENTS_DECIDED    ADJUSTMENT#<id>
 *   what somebody moved, or had moved, in a month  ADJUSTED#<person>      MONTH#<month>
 *
 * A few in a month of the whole district: whoever reads those of a place passes over the others.
 */

export const asked = 'ADJUSTMENTS_ASKED';
export const decided = 'ADJUSTMENTS_DECIDED';

export const AskedItem = itemType({
  entity: 'adjustmentAsked',
  schema: AskedAdjustment,
  key: ({ id }: { id: string }) => ({ pk: asked, sk: `ADJUSTMENT#${id}` }),
});

/** It is put where the one that was asked for is taken away. */
export const DecidedItem = itemType({
  entity: 'adjustmentDecided',
  schema: DecidedAdjustment,
  key: ({ id }: { id: string }) => ({ pk: decided, sk: `ADJUSTMENT#${id}` }),
});

/** Points that a coordinator's account asked for and approved in a calendar month, or that were moved of a volunteer. */
export const AdjustedInMonth = itemType({
  entity: 'adjustedInMonth',
  schema: z.object({ person: z.union([Id('account'), Id('volunteer')]), month: z.string(), points: z.int() }),
  key: ({ person, month }: { person: string; month: string }) => ({ pk: `ADJUSTED#${person}`, sk: `MONTH#${month}` }),
});
