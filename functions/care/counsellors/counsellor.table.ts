import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day, Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/* Counsellors; their access patterns stand with all others of care in `care.table.ts`. */

export const CounsellorItem = itemType({
  entity: 'counsellor',
  schema: z.object({
    id: Id('counsellor'),
    person: z.string(),
    paused: z.boolean(),
    supervisedUntil: Instant,
    openCases: z.int(),
    /** Most cases at once, by the limit of cases and by that of minutes a week. */
    places: z.int(),
    /** The last days of the certificate and of the vetting for work with minors. */
    credentialUntil: Day.optional(),
    vettedUntil: Day.optional(),
    /** The last day of a pause that ends by itself, and why she pauses, which she alone is shown. */
    pausedUntil: Day.optional(),
    pauseSealed: z.string().optional(),
    /** After a crisis of one of her cases. */
    coolsDownUntil: Instant.optional(),
    /** When the clock looks whether a paper runs out, or goes on handing her cases over. */
    lookAt: Instant.optional(),
    /** She serves no longer; her cases go to others. Why is sealed. */
    endedAt: Instant.optional(),
    endSealed: z.string().optional(),
    profileSealed: z.string(),
    /** Of what is written down of her; the count of her cases moves by itself. */
    version: z.int().optional(),
  }),
  indexes: { byDue: ({ id, lookAt }) => (lookAt ? { pk: counsellorsToLookAt, sk: `${lookAt}#${id}` } : undefined) },
  key: ({ id }: { id: string }) => ({ pk: counsellorPool, sk: `COUNSELLOR#${id}` }),
});
export type CounsellorRow = z.output<typeof CounsellorItem.schema>;

/** One partition: a district has some hundreds of counsellors, and matching looks at all of them. */
export const counsellorPool = 'COUNSELLORS';

/** Whose papers the clock must look at. */
export const counsellorsToLookAt = 'COUNSELLORPAPERS';

/** One profile for one person. */
export const CounsellorPerson = itemType({
  entity: 'counsellorPerson',
  schema: z.object({ person: z.string(), counsellorId: Id('counsellor') }),
  key: ({ person }: { person: string }) => ({ pk: `PERSON#${person}`, sk: 'COUNSELLOR' }),
});
