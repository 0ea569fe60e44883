import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { type MonthOfPoints, monthOf, monthsOfUndated } from '@kaifong/shared/points/ledger/expiry.ts';
import type { Table } from '../platform/table.ts';
import { transact } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import { MonthItem } from './months.table.ts';
import { addedToMonths } from './months.ts';
import { EntryItem, ListedVolunteerAccount, VolunteerAccount } from './points.table.ts';
import { minutesPerShard, shardWhoseTurn } from './shards.ts';

/** The most accounts that get their months in one turn of their shard; the others in the next. */
const mostPerTurn = 500;

/** Points that were booked before months were kept get the months of their bookings, so that they grow old like all others. */
export function undatedService({ table }: Readonly<{ table: Table }>) {
  /** What came to an account, newest first. */
  async function cameTo(partition: string): Promise<MonthOfPoints[]> {
    const came: MonthOfPoints[] = [];
    let cursor: string | undefined;
    do {
      const range = { beginsWith: 'ENTRY#' };
      const page = await table.query(EntryItem, partition, { range, limit: 400, cursor, newestFirst: true });
      for (const { at, points } of page.items) if (points > 0) came.push({ month: monthOf(at), points });
      cursor = page.cursor;
    } while (cursor);
    return came;
  }

  async function date(volunteerId: string, now: Instant): Promise<void> {
    await untilSettled(async () => {
      const account = await table.get(VolunteerAccount, { volunteerId });
      if (!account || account.dated) return true;
      const { balance, used, seq } = account;
      const partition = `ACCOUNT#${volunteerAccount(volunteerId)}`;
      const { months } = await table.collect(partition, { beginsWith: 'MONTH#' }, { months: MonthItem });
      const undated = balance + used - months.reduce((sum, { points }) => sum + points, 0);
      const { committed } = await transact(table.client, {
        account: table.adjust(
          VolunteerAccount,
          { volunteerId },
          { add: { seq: 1 }, set: { dated: true } },
          { is: { seq } },
        ),
        ...addedToMonths(
          table,
          volunteerId,
          monthsOfUndated(await cameTo(partition), months, undated, monthOf(now)),
          now,
        ),
      });
      return committed || undefined;
    });
  }

  return {
    /** The accounts of the shard whose turn it is at this minute. It may run twice, or twice at once. */
    async dateNext(now: Instant): Promise<void> {
      const shard = shardWhoseTurn(now, Math.ceil(minutesPerShard / 2));
      if (!shard) return;
      let cursor: string | undefined;
      let left = mostPerTurn;
      do {
        const page = { index: 'byShard', range: { beginsWith: volunteerAccount('') }, limit: 100, cursor };
        const { items, cursor: next } = await table.query(ListedVolunteerAccount, `ACCOUNTS#${shard}`, page);
        for (const account of await table.getAll(VolunteerAccount, items)) {
          if (!account || account.dated) continue;
          await date(account.volunteerId, now);
          left -= 1;
        }
        cursor = next;
      } while (cursor && left > 0);
    },
  };
}
