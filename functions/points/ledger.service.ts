import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { communityFund, issueAccount, mayOwe, volunteerAccount } from '@kaifong/shared/points/accounts.ts';
import { bookMinutes } from '@kaifong/shared/points/booking.ts';
import type { Leg } from '@kaifong/shared/points/ledger.ts';
import { digestOf } from '../platform/digest.ts';
import { pause } from '../platform/retry.ts';
import type { Table } from '../platform/table.ts';
import { transact, type Write } from '../platform/transact.ts';
import { EntryItem, LedgerAccount, PostingItem, VolunteerAccount } from './points.table.ts';

const attempts = 8;

/** Books what was served. */
export function ledgerService({ table }: Readonly<{ table: Table }>) {
  /** What a corrected service had sent to the fund, as far as the fund still has it. */
  async function reclaimableOf({ volunteerId, reverses, community }: ServiceRecorded): Promise<number> {
    if (reverses === undefined) return 0;
    const account = communityFund(community);
    const [posting, fund] = await table.getPair(
      [PostingItem, { reference: referenceOf(volunteerId, reverses) }],
      [LedgerAccount, { account }],
    );
    const sent = posting?.legs.find((leg) => leg.account === account)?.amount ?? 0;
    return Math.min(sent, fund?.balance ?? 0);
  }

  /** The write that moves an account which is no volunteer's; none when nothing moves. */
  function moved({ account, amount }: Leg): Write | undefined {
    if (amount === 0) return undefined;
    const enough = amount < 0 && !mayOwe(account) ? { atLeast: { balance: -amount } } : {};
    return table.adjust(LedgerAccount, { account }, { add: { balance: amount }, set: { account } }, enough);
  }

  async function bookOnce(record: ServiceRecorded, at: Instant): Promise<'booked' | 'outrun'> {
    const { volunteerId, kind, minutes, day, community } = record;
    const reference = referenceOf(volunteerId, record.seq);
    const [[earlier, account], reclaimable] = await Promise.all([
      table.getPair([PostingItem, { reference }], [VolunteerAccount, { volunteerId }]),
      reclaimableOf(record),
    ]);
    if (earlier) return 'booked';

    const { balance = 0, carriedMinutes = 0 } = account ?? {};
    const seq = (account?.seq ?? 0) + 1;
    const {
      change,
      toFund,
      carriedMinutes: carriedAfter,
    } = bookMinutes({ minutes, balance, carriedMinutes, reclaimable });
    const hers = { account: volunteerAccount(volunteerId), amount: change };
    const fund = { account: communityFund(community), amount: toFund };
    const issue = { account: issueAccount(shardOf(volunteerId)), amount: 0 - change - toFund };
    const legs = [hers, fund, issue].filter(({ amount }) => amount !== 0);
    const because = {
      kind: kind === 'service' ? ('service' as const) : ('correction' as const),
      minutes,
      day,
      carriedBefore: carriedMinutes,
      carriedAfter,
      toFund,
    };
    const entry = { volunteerId, reference, seq, at, points: change, balance: balance + change, because };

    const outcome = await transact(table.client, {
      posting: table.put(PostingItem, { reference, at, legs }, { absent: true }),
      account: table.adjust(
        VolunteerAccount,
        { volunteerId },
        { add: { balance: change, minutes, seq: 1 }, set: { volunteerId, carriedMinutes: carriedAfter } },
        account ? { is: { seq: account.seq }, atLeast: { balance: Math.max(0, -change) } } : { absent: true },
      ),
      entry: table.put(EntryItem, entry, { absent: true }),
      fund: moved(fund),
      issue: moved(issue),
    });
    return outcome.committed || outcome.refused.has('posting') ? 'booked' : 'outrun';
  }

  return {
    /**
     * Books the minutes of a service record, exactly once however often and by however many at a time it is called. What names the
     * posting is the record, so that a record told under two events would be booked once too.
     *
     * @throws AppError platform.busy when other bookings of this volunteer keep coming first
     */
    async book(record: ServiceRecorded, at: Instant): Promise<void> {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        if (attempt > 0) await pause(attempt);
        if ((await bookOnce(record, at)) === 'booked') return;
      }
      throw new AppError(platformErrors.busy);
    },
  };
}

/** What names the posting of a service record. */
function referenceOf(volunteerId: string, seq: number): string {
  return `service/${volunteerId}/${seq}`;
}

/** The shard of issue that a volunteer's points come out of: one of 64. */
function shardOf(volunteerId: string): string {
  return digestOf(volunteerId).charAt(0);
}
