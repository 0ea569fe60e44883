import { AskedAdjustment, DecidedAdjustment } from '@kaifong/shared/points/adjustment-schema.ts';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of adjustments by hand, in the points table
 *
 *   what waits for a second person, oldest first   ADJUSTMENTS_ASKED      ADJUSTMENT#<id>
 *   what was decided, newest first                 ADJUSTMENTS_DECIDED    ADJUSTMENT#<id>
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
