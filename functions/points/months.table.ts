import { Id } from '@kaifong/shared/kernel/ids.ts';
import { volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { expirySteps, stepDueAt } from '@kaifong/shared/points/ledger/expiry.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

// Months of points, in the points table: their access patterns stand with those of the others, in points.table.ts.

/** The points that came to a volunteer in one month, whether they were used or not; it goes when they expire. */
export const MonthItem = itemType({
  entity: 'monthOfPoints',
  schema: z.object({
    volunteerId: Id('volunteer'),
    month: z.string().regex(/^\d{4}-\d\d$/),
    points: z.int(),
    /** What the clock does next about them. */
    next: z.enum(expirySteps),
  }),
  key: ({ volunteerId, month }: { volunteerId: string; month: string }) => ({
    pk: `ACCOUNT#${volunteerAccount(volunteerId)}`,
    sk: `MONTH#${month}`,
  }),
  indexes: {
    byDue: ({ volunteerId, month, next }) => ({
      pk: 'MONTHS',
      sk: `${stepDueAt(month, next)}#${volunteerId}#${month}`,
    }),
  },
});

export type MonthItem = z.output<typeof MonthItem.schema>;

/** What the index of what is due carries of a month. */
export const DueMonth = itemType({
  entity: MonthItem.entity,
  schema: MonthItem.schema.pick({ volunteerId: true, month: true }),
  key: MonthItem.key,
});
export type DueMonth = z.output<typeof DueMonth.schema>;
