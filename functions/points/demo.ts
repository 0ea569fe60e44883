import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { communityFund } from '@kaifong/shared/points/accounts.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { bookingOf } from './booking-of.ts';
import { EntryItem, LedgerAccount, PostingItem, ShiftPointsItem, VolunteerAccount } from './points.table.ts';

/** What made-up service records make in the books, just as their events would have. The records of one volunteer come in order. */
export function* pointsDemoItems(table: Table, records: Iterable<ServiceRecorded & { at: Instant }>): Generator<Write> {
  const volunteers = new Map<string, VolunteerAccount>();
  const others = new Map<string, number>();
  for (const { at, ...record } of records) {
    const { volunteerId, minutes } = record;
    const account = volunteers.get(volunteerId);
    const fund = { account: communityFund(record.community), reclaimable: 0 };
    const { posting, entry, intoFund, toIssue, ofShift } = bookingOf(record, at, account, fund);
    volunteers.set(volunteerId, {
      volunteerId,
      balance: entry.balance,
      carriedMinutes: entry.because.carriedAfter,
      minutes: (account?.minutes ?? 0) + minutes,
      seq: entry.seq,
    });
    for (const { account: name, amount } of [intoFund, toIssue]) others.set(name, (others.get(name) ?? 0) + amount);
    yield table.put(PostingItem, posting);
    yield table.put(EntryItem, entry);
    yield table.put(ShiftPointsItem, ofShift);
  }
  for (const account of volunteers.values()) yield table.put(VolunteerAccount, account);
  for (const [account, balance] of others) if (balance !== 0) yield table.put(LedgerAccount, { account, balance });
}
