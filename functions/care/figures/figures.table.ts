import { Month, MonthFigures, monthOf } from '@kaifong/shared/care/figures/figures.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';

/*
 * Access patterns of the figures, in the care table
 *
 *   cases in which something of a month was done     FIGURES#<month>     CASE#<id>
 *   the figures of a month, as they were published   FIGURES             MONTH#<month>
 *
 * A case is put on the list of a month in the same transaction as what is counted; what it was, the case itself tells when the month is published. What is
 * published has no count of one to seven people in it, is put once and never changed.
 */

export const FigureMark = itemType({
  entity: 'figureMark',
  schema: z.object({ caseId: Id('supportCase'), month: Month }),
  key: ({ month, caseId }: { month: string; caseId: string }) => ({ pk: `FIGURES#${month}`, sk: `CASE#${caseId}` }),
});

/** Puts a case on the list of the month of an instant. Twice is once. */
export function figureMark(table: Table, caseId: string, at: Instant): Write {
  return table.put(FigureMark, { caseId, month: monthOf(at) });
}

export const PublishedMonth = itemType({
  entity: 'publishedMonth',
  schema: MonthFigures,
  key: ({ month }: { month: string }) => ({ pk: publishedMonths, sk: `MONTH#${month}` }),
});

export const publishedMonths = 'FIGURES';
