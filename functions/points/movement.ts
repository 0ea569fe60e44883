import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { mayOwe, volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { type MonthOfPoints, monthOf } from '@kaifong/shared/points/ledger/expiry.ts';
import type { EntryReason } from '@kaifong/shared/points/schema.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { addedToMonths } from './months.ts';
import { EntryItem, LedgerAccount, PostingItem, VolunteerAccount } from './points.table.ts';

/** Points that enter a volunteer's account, or leave it when negative, without anything having been served. */
export type Movement = Readonly<{
  points: number;
  /** The account that they come from or go to. */
  against: string;
  /** What names the posting, and so keeps it to one. */
  reference: string;
  at: Instant;
  kind: EntryReason['kind'];
  /** What it was for, in the words of whoever named it. */
  about?: string | undefined;
  /** How much more of the account counts as used; what leaves, when not said. */
  used?: number;
  /** The months whose points enter; this month's, when not said. */
  months?: readonly MonthOfPoints[];
}>;

/**
 * The writes of a movement over her account as it was read: refused when anything else moved it since, or when it has too little. What
 * stands against it is the caller's to move.
 */
export function movement(
  table: Table,
  account: VolunteerAccount,
  { points, against, reference, at, kind, about, used = Math.max(0, -points), months }: Movement,
) {
  const { volunteerId, seq, carriedMinutes } = account;
  const carried = { carriedBefore: carriedMinutes, carriedAfter: carriedMinutes };
  const because = { kind, minutes: 0, day: dayOf(at), ...carried, toFund: 0, ...(about && { about }) };
  const legs = [
    { account: volunteerAccount(volunteerId), amount: points },
    { account: against, amount: 0 - points },
  ];
  return {
    account: table.adjust(
      VolunteerAccount,
      { volunteerId },
      { add: { balance: points, used, seq: 1 } },
      { is: { seq }, atLeast: { balance: Math.max(0, -points) } },
    ),
    entry: table.put(
      EntryItem,
      { volunteerId, reference, seq: seq + 1, at, points, balance: account.balance + points, because },
      { absent: true },
    ),
    posting: table.put(PostingItem, { reference, at, legs }, { absent: true }),
    ...addedToMonths(table, volunteerId, months ?? [{ month: monthOf(at), points: points + Math.min(0, used) }], at),
  };
}

/** The writes of a movement into an account that may not be there yet, for `emptyAccount`. */
export function movementInto(table: Table, account: VolunteerAccount, move: Movement) {
  const writes = movement(table, account, move);
  if (account.seq > 0) return writes;
  return {
    ...writes,
    account: table.put(VolunteerAccount, { ...account, balance: move.points, seq: 1 }, { absent: true }),
  };
}

/** The account of somebody who never had points. */
export function emptyAccount(volunteerId: string): VolunteerAccount {
  return { volunteerId, balance: 0, carriedMinutes: 0, minutes: 0, seq: 0, used: 0, dated: true };
}

/** The write that moves an account which is no volunteer's, and which must have what it gives unless points come out of it. */
export function movedAccount(table: Table, account: string, amount: number): Write {
  const enough = amount < 0 && !mayOwe(account) ? { atLeast: { balance: -amount } } : {};
  return table.adjust(LedgerAccount, { account }, { add: { balance: amount }, set: { account }, listed: true }, enough);
}
