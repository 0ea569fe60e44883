import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { communityFund, isFund } from '@kaifong/shared/points/ledger/accounts.ts';
import { monthOf } from '@kaifong/shared/points/ledger/expiry.ts';
import type { Leg } from '@kaifong/shared/points/ledger/ledger.ts';
import { lookUp } from '../platform/lookup.ts';
import type { Table } from '../platform/table.ts';
import { transact, type Write } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import { bookingOf, type FundOfBooking, referenceOf } from './booking-of.ts';
import { earnedBy } from './earned-by.ts';
import { escrowPayment } from './help/escrow-payment.ts';
import { HelpShift } from './help/help.table.ts';
import { alsoMoved, holderOf } from './holder.ts';
import { addedToMonths } from './months.ts';
import { movedAccount } from './movement.ts';
import {
  DayOfEarning,
  EntryItem,
  LedgerAccount,
  type Posted,
  PostingItem,
  ShiftPointsItem,
  VolunteerAccount,
} from './points.table.ts';
import { rulesOfDay as theRulesOfDay } from './rules/rules-of-day.ts';

/** Books what was served. */
export function ledgerService({ table }: Readonly<{ table: Table }>) {
  const rulesOfDay = theRulesOfDay(table);

  /** The fund that a corrected service had sent points to, if it had, and how many of them it still has. */
  async function fundOfCorrected(corrected: Posted | undefined): Promise<FundOfBooking | undefined> {
    const sent = corrected?.legs.find((leg) => isFund(leg.account));
    if (!sent) return undefined;
    const fund = await table.get(LedgerAccount, { account: sent.account });
    return { account: sent.account, reclaimable: Math.min(sent.amount, fund?.balance ?? 0) };
  }

  /** The posting of the service that a record takes back; none where the correction came first. */
  async function correctedBy({ volunteerId, reverses }: ServiceRecorded): Promise<Posted | undefined> {
    return reverses === undefined
      ? undefined
      : table.get(PostingItem, { reference: referenceOf(volunteerId, reverses) });
  }

  /** The write that adds to what weighed on a day, as it was read. */
  function weighedMore({ volunteerId, day }: ServiceRecorded, before: DayOfEarning | undefined, more: number): Write {
    const weighed = (before?.weighed ?? 0) + more;
    return table.put(
      DayOfEarning,
      { volunteerId, day, weighed },
      before ? { is: { weighed: before.weighed } } : { absent: true },
    );
  }

  /** The write that adds to what a shift brought somebody. */
  function addedToShift({ shiftId, volunteerId, teamScope, ...more }: ShiftPointsItem): Write {
    const key = { shiftId, volunteerId };
    return table.adjust(ShiftPointsItem, key, { add: more, set: { ...key, teamScope } });
  }

  /** The write that moves an account which is no volunteer's; none when nothing moves. */
  const moved = ({ account, amount }: Leg): Write | undefined =>
    amount === 0 ? undefined : movedAccount(table, account, amount);

  /** `undefined` when another booking of hers came first and all is to be reckoned again. */
  async function bookOnce(record: ServiceRecorded, at: Instant): Promise<true | undefined> {
    const { volunteerId, minutes, day } = record;
    const reference = referenceOf(volunteerId, record.seq);
    const [rules, corrected] = await Promise.all([rulesOfDay.on(day, at), correctedBy(record)]);
    const [[earlier, own, ofDay, [helpShift]], special, fundBefore] = await Promise.all([
      lookUp([
        table.lookup(PostingItem, { reference }),
        table.lookup(VolunteerAccount, { volunteerId }),
        table.lookup(DayOfEarning, { volunteerId, day }),
        table.lookupAll(HelpShift, record.shiftId ? [{ shiftId: record.shiftId }] : []),
      ]),
      rulesOfDay.specialOn(rules, day, record.teamScope ?? record.community),
      fundOfCorrected(corrected),
    ]);
    if (earlier) return true;
    const { account, holder, merges } = await holderOf(table, volunteerId, own);
    const fund = fundBefore ?? { account: communityFund(account?.fund ?? record.community), reclaimable: 0 };

    // What was booked before there were rules weighs its minutes.
    const reversed = corrected && (corrected.weighed ?? 0 - minutes);
    const byRules = earnedBy(record, rules, { special, before: ofDay?.weighed ?? 0, reversed });
    const escrow = helpShift && (await escrowPayment(table, helpShift.id, record, { holder, corrected, at }));
    const earned = escrow?.earned ?? byRules;
    const booking = bookingOf(record, at, account, fund, earned, holder, escrow?.points);
    const { posting, entry, intoFund, toIssue, ofShift } = booking;
    const { points: change, because } = entry;
    const outcome = await transact(table.client, {
      posting: table.put(PostingItem, posting, { absent: true }),
      account: table.adjust(
        VolunteerAccount,
        { volunteerId: holder },
        {
          add: { balance: change, minutes, seq: 1, used: Math.max(0, -change) },
          set: { volunteerId: holder, carriedMinutes: because.carriedAfter, ...(!account && { dated: true }) },
          listed: true,
        },
        account ? { is: { seq: account.seq }, atLeast: { balance: Math.max(0, -change) } } : { absent: true },
      ),
      entry: table.put(EntryItem, entry, { absent: true }),
      ...addedToMonths(table, holder, [{ month: monthOf(at), points: change }], at),
      ofShift: ofShift && addedToShift(ofShift),
      ofDay:
        rules.rules.dailyMinutes === undefined || escrow ? undefined : weighedMore(record, ofDay, byRules.weighed ?? 0),
      fund: moved(intoFund),
      issue: moved(toIssue),
      ...escrow?.writes,
      ...alsoMoved(table, merges, {
        points: change,
        minutes,
        carriedMinutes: because.carriedAfter - because.carriedBefore,
      }),
    });
    return outcome.committed || outcome.refused.has('posting') ? true : undefined;
  }

  return {
    /**
     * Books the minutes of a service record, exactly once however often and by however many at a time it is called. What names the
     * posting is the record, so that a record told under two events would be booked once too.
     *
     * @throws AppError platform.busy when other bookings of this volunteer keep coming first
     */
    async book(record: ServiceRecorded, at: Instant): Promise<void> {
      await untilSettled(() => bookOnce(record, at));
    },
  };
}
