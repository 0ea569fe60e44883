import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { communityFund, issueAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { monthOf } from '@kaifong/shared/points/ledger/expiry.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { bookingOf } from './booking-of.ts';
import { earnedBy, plain, type RulesOfDay } from './earned-by.ts';
import { heldInDemo } from './help/demo.ts';
import type { HelpItem } from './help/help.table.ts';
import { MonthItem } from './months.table.ts';
import { movement } from './movement.ts';
import {
  DayOfEarning,
  EntryItem,
  LedgerAccount,
  PostingItem,
  ShiftPointsItem,
  VolunteerAccount,
} from './points.table.ts';
import { shardOf } from './shards.ts';

/** Points that somebody had before, in the books that were kept elsewhere. */
export type Opening = Readonly<{ volunteerId: string; points: number; at: Instant }>;

/**
 * What made-up service records make in the books, just as their events would have, after what some people had before; `asked` is help that they asked for since. The records of one
 * volunteer come in order, at most one of a day.
 */
export function* pointsDemoItems(
  table: Table,
  records: Iterable<ServiceRecorded & { at: Instant }>,
  openings: readonly Opening[] = [],
  rules: RulesOfDay = plain,
  asked: readonly HelpItem[] = [],
): Generator<Write> {
  const volunteers = new Map<string, VolunteerAccount>();
  const others = new Map<string, number>();
  const months = new Map<string, MonthItem>();
  const addToMonth = (volunteerId: string, at: Instant, points: number) => {
    const month = monthOf(at);
    const before = months.get(`${volunteerId} ${month}`)?.points ?? 0;
    if (points > 0)
      months.set(`${volunteerId} ${month}`, { volunteerId, month, points: before + points, next: 'days60' });
  };
  for (const { volunteerId, points, at } of openings) {
    const account = { volunteerId, balance: 0, carriedMinutes: 0, minutes: 0, seq: 0, used: 0, dated: true as const };
    const issue = issueAccount(shardOf(volunteerId));
    const move = { points, against: issue, reference: `opening/${volunteerId}`, at, kind: 'opening' as const };
    const { entry, posting } = movement(table, account, move);
    yield* [entry, posting];
    volunteers.set(volunteerId, { ...account, balance: points, seq: 1 });
    others.set(issue, (others.get(issue) ?? 0) - points);
    addToMonth(volunteerId, at, points);
  }
  for (const { at, ...record } of records) {
    const { volunteerId, minutes } = record;
    const account = volunteers.get(volunteerId);
    const earned = earnedBy(record, rules);
    const fund = { account: communityFund(record.community), reclaimable: 0 };
    const { posting, entry, intoFund, toIssue, ofShift } = bookingOf(record, at, account, fund, earned);
    volunteers.set(volunteerId, {
      volunteerId,
      balance: entry.balance,
      carriedMinutes: entry.because.carriedAfter,
      minutes: (account?.minutes ?? 0) + minutes,
      seq: entry.seq,
      used: 0,
      dated: true,
    });
    addToMonth(volunteerId, at, entry.points);
    for (const { account: name, amount } of [intoFund, toIssue]) others.set(name, (others.get(name) ?? 0) + amount);
    yield table.put(PostingItem, posting);
    yield table.put(EntryItem, entry);
    if (ofShift) yield table.put(ShiftPointsItem, ofShift);
    if (rules.rules.dailyMinutes !== undefined)
      yield table.put(DayOfEarning, { volunteerId, day: record.day, weighed: earned.weighed ?? 0 });
  }
  for (const help of asked) {
    const account = volunteers.get(help.volunteerId);
    if (!account || account.balance < help.held) continue;
    const { writes, after, escrow } = heldInDemo(table, account, help);
    volunteers.set(help.volunteerId, after);
    others.set(escrow, (others.get(escrow) ?? 0) + help.held);
    yield* writes;
  }
  for (const account of volunteers.values()) yield table.put(VolunteerAccount, account);
  for (const month of months.values()) yield table.put(MonthItem, month);
  for (const [account, balance] of others) if (balance !== 0) yield table.put(LedgerAccount, { account, balance });
}
