import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { leftOf, type MonthOfPoints, nextStep } from '@kaifong/shared/points/ledger/expiry.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { MonthItem } from './months.table.ts';
import type { VolunteerAccount } from './points.table.ts';

/** What is left of each month of an account that was read before, oldest first; some 25 months at most. */
export async function monthsLeft(table: Table, { volunteerId, used }: VolunteerAccount): Promise<MonthOfPoints[]> {
  const partition = `ACCOUNT#${volunteerAccount(volunteerId)}`;
  const { months } = await table.collect(partition, { beginsWith: 'MONTH#' }, { months: MonthItem });
  return leftOf(months, used);
}

/** The writes that count points among those of their months, beside the write that moves the account. */
export function addedToMonths(
  table: Table,
  volunteerId: string,
  months: readonly MonthOfPoints[],
  at: Instant,
): Record<string, Write> {
  const some = months.filter(({ points }) => points > 0);
  return Object.fromEntries(
    some.map(({ month, points }) => [
      `month ${month}`,
      table.adjust(
        MonthItem,
        { volunteerId, month },
        { add: { points }, set: { volunteerId, month, next: nextStep(month, at) }, listed: true },
      ),
    ]),
  );
}
