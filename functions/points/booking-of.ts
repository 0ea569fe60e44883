import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { issueAccount, transit, volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { bookMinutes } from '@kaifong/shared/points/ledger/booking.ts';
import { type Earned, earnedBy, plain } from './earned-by.ts';
import type { VolunteerAccount } from './points.table.ts';
import { shardOf } from './shards.ts';

/** What names the posting of a service record, and so keeps it to one. */
export function referenceOf(volunteerId: string, seq: number): string {
  return `service/${volunteerId}/${seq}`;
}

/** The fund that takes what is above the cap, and how many points of a corrected service it can give back. */
export type FundOfBooking = Readonly<{ account: string; reclaimable: number }>;

/** What a service record makes in the books, over the volunteer's account as it stands. */
export function bookingOf(
  record: ServiceRecorded,
  at: Instant,
  account: Pick<VolunteerAccount, 'balance' | 'carriedMinutes' | 'seq'> | undefined,
  fund: FundOfBooking,
  earned: Earned = earnedBy(record, plain),
  /** Whose account it is: the volunteer's, or after a merge that of the record that stayed. */
  holder = record.volunteerId,
  /** Points that come out of escrow instead of issue, or go back there when negative. */
  fromEscrow = 0,
) {
  const { volunteerId, kind, minutes, day, shiftId, teamScope } = record;
  const { weighed, by } = earned;
  const { balance = 0, carriedMinutes = 0, seq = 0 } = account ?? {};
  const booking = bookMinutes({ minutes: by.minutes, balance, carriedMinutes, reclaimable: fund.reclaimable });
  const { change, toFund } = booking;
  const reference = referenceOf(volunteerId, record.seq);
  const intoFund = { account: fund.account, amount: toFund };
  const toIssue = { account: issueAccount(shardOf(holder)), amount: fromEscrow - change - toFund };
  const legs = [
    { account: volunteerAccount(holder), amount: change },
    intoFund,
    toIssue,
    { account: transit, amount: -fromEscrow },
  ];
  const because = {
    kind: kind === 'service' ? ('service' as const) : ('correction' as const),
    minutes,
    day,
    carriedBefore: carriedMinutes,
    carriedAfter: booking.carriedMinutes,
    toFund,
    earned: by,
  };
  return {
    posting: { reference, at, weighed, legs: legs.filter(({ amount }) => amount !== 0) },
    entry: { volunteerId: holder, reference, seq: seq + 1, at, points: change, balance: balance + change, because },
    intoFund,
    toIssue,
    /** What it adds to what the shift brought her; a day of a counsellor is of no shift. */
    ofShift: shiftId && teamScope ? { shiftId, volunteerId, teamScope, minutes, points: change, toFund } : undefined,
  };
}
