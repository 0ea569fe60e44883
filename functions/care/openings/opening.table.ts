import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of openings in an emergency, in the care table
 *
 *   those of a case, in order of time             CASE#<id>                                 OPENING#<instant>
 *   those of a district that nobody has reviewed  openBySocialWorker: OPENINGS#<district>   <instant>#<case>
 *   … and those that were reviewed                openBySocialWorker: PASTOPENINGS#<district>   <instant>#<case>
 *   when the clock tells of one, or reminds       byDue: OPENINGS                           <instant>#<case>
 */
export const OpeningItem = itemType({
  entity: 'opening',
  schema: z.object({
    caseId: Id('supportCase'),
    place: z.string(),
    by: z.string(),
    openedAt: Instant,
    until: Instant,
    /** When others are told of it, or reminded; not there once it was reviewed. */
    dueAt: Instant.optional(),
    isTold: z.boolean(),
    /** The reason, and once it was reviewed what came of that. */
    sealed: z.string(),
    version: z.int(),
  }),
  key: ({ caseId, openedAt }: { caseId: string; openedAt: string }) => ({
    pk: `CASE#${caseId}`,
    sk: `OPENING#${openedAt}`,
  }),
  indexes: {
    openBySocialWorker: ({ caseId, openedAt, place, dueAt }) => ({
      pk: dueAt ? openingsOf(place) : pastOpeningsOf(place),
      sk: `${openedAt}#${caseId}`,
    }),
    byDue: ({ caseId, dueAt }) => (dueAt ? { pk: openingsToTell, sk: `${dueAt}#${caseId}` } : undefined),
  },
});
export type OpeningRow = z.output<typeof OpeningItem.schema>;

export const openingsOf = (place: string) => `OPENINGS#${place.slice(0, 6)}`;

export const pastOpeningsOf = (place: string) => `PASTOPENINGS#${place.slice(0, 6)}`;

export const openingsToTell = 'OPENINGS';
