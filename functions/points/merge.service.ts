import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { type mergeBegun, mergePartDone } from '@kaifong/shared/people/merging/merge-events.ts';
import { transit, volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { monthOf, oldestOf } from '@kaifong/shared/points/ledger/expiry.ts';
import { pointsSettings } from '@kaifong/shared/points/rules/rules.ts';
import { EventItem } from '../platform/outbox.ts';
import type { Table } from '../platform/table.ts';
import { transact, type Write } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import { addedToMonths, monthsLeft } from './months.ts';
import { emptyAccount } from './movement.ts';
import { AbsorbedItem, EntryItem, MovedPoints, PostingItem, VolunteerAccount } from './points.table.ts';

type Pair = ReturnType<typeof mergeBegun.read>;
type Amounts = Pick<MovedPoints, 'points' | 'carriedMinutes' | 'minutes'>;

/**
 * Moves the points of one record to another when both are one person's, and back: a posting out and one in, named after the merge. Whatever is
 * booked for the record that went goes to the one that stayed from then on, and is counted among what was moved.
 */
export function mergeService({ table }: Readonly<{ table: Table }>) {
  const accountOf = async (volunteerId: string): Promise<VolunteerAccount> =>
    (await table.get(VolunteerAccount, { volunteerId })) ?? emptyAccount(volunteerId);

  /** The write that changes an account as it was read. `seq` moves on even where nothing does, so that a booking beside it is reckoned anew. */
  function putAccount(before: VolunteerAccount, after: Omit<VolunteerAccount, 'seq'>): Write {
    const unchanged = before.seq === 0 ? { absent: true as const } : { is: { seq: before.seq } };
    return table.put(VolunteerAccount, { ...after, seq: before.seq + 1 }, unchanged);
  }

  /** The writes that move amounts from one account to another under a reference; the points keep their age. */
  async function moved(from: VolunteerAccount, to: VolunteerAccount, amounts: Amounts, reference: string, at: Instant) {
    const months = oldestOf(await monthsLeft(table, from), amounts.points, monthOf(at));
    const entry = (account: VolunteerAccount, sign: 1 | -1) => ({
      volunteerId: account.volunteerId,
      reference,
      seq: account.seq + 1,
      at,
      points: sign * amounts.points,
      balance: account.balance + sign * amounts.points,
      because: {
        kind: 'transfer' as const,
        minutes: sign * amounts.minutes,
        day: dayOf(at),
        carriedBefore: account.carriedMinutes,
        carriedAfter: account.carriedMinutes + sign * amounts.carriedMinutes,
        toFund: 0,
      },
    });
    const after = (account: VolunteerAccount, sign: 1 | -1) => ({
      ...account,
      balance: account.balance + sign * amounts.points,
      carriedMinutes: account.carriedMinutes + sign * amounts.carriedMinutes,
      minutes: account.minutes + sign * amounts.minutes,
      used: account.used + (sign < 0 ? amounts.points : 0),
    });
    const posting = (of: string, { volunteerId }: VolunteerAccount, points: number) => {
      const legs = [
        { account: volunteerAccount(volunteerId), amount: points },
        { account: transit, amount: 0 - points },
      ].filter(({ amount }) => amount !== 0);
      return table.put(PostingItem, { reference: of, at, legs }, { absent: true });
    };
    return {
      afterFrom: after(from, -1),
      afterTo: after(to, 1),
      writes: {
        posting: posting(reference, from, -amounts.points),
        postingIn: posting(`${reference}/in`, to, amounts.points),
        entryFrom: table.put(EntryItem, entry(from, -1), { absent: true }),
        entryTo: table.put(EntryItem, entry(to, 1), { absent: true }),
        ...addedToMonths(table, to.volunteerId, months, at),
      },
    };
  }

  const told = (mergeId: string, way: 'there' | 'back', at: Instant) =>
    table.put(EventItem, mergePartDone.make(at, { mergeId, part: 'points', way }), { absent: true });

  return {
    /** Moves everything to the record that stays, once. The cap does not bind: these points were given already. */
    async moveThere({ mergeId, stays, goes }: Pair, at: Instant): Promise<void> {
      await untilSettled(async () => {
        if (await table.get(MovedPoints, { mergeId })) return true;
        const [from, to] = await Promise.all([accountOf(goes), accountOf(stays)]);
        const amounts = { points: from.balance, carriedMinutes: from.carriedMinutes, minutes: from.minutes };
        const { writes, afterFrom, afterTo } = await moved(from, to, amounts, `merge/${mergeId}`, at);
        const { committed } = await transact(table.client, {
          ...writes,
          moved: table.put(MovedPoints, { mergeId, stays, goes, state: 'moved', ...amounts }, { absent: true }),
          from: putAccount(from, { ...afterFrom, movedTo: { volunteerId: stays, mergeId } }),
          to: putAccount(to, { ...afterTo, absorbs: true }),
          absorbed: table.put(AbsorbedItem, { volunteerId: stays, goes }),
          told: told(mergeId, 'there', at),
        });
        return committed || undefined;
      });
    },

    /**
     * Moves back what was moved, once. Points that were spent meanwhile move back as minutes that are owed by the one and carried by the
     * other, so that no account goes below zero and nothing is lost or made.
     */
    async moveBack({ mergeId, stays, goes }: Pair, at: Instant): Promise<void> {
      await untilSettled(async () => {
        const before = await table.get(MovedPoints, { mergeId });
        if (before?.state !== 'moved') return true;
        const [from, to] = await Promise.all([accountOf(stays), accountOf(goes)]);
        const points = Math.min(before.points, from.balance);
        const carriedMinutes = before.carriedMinutes + (before.points - points) * pointsSettings.minutesPerPoint;
        const amounts = { points, carriedMinutes, minutes: before.minutes };
        const { writes, afterFrom, afterTo } = await moved(from, to, amounts, `merge/${mergeId}/undone`, at);
        const { movedTo: _ended, ...parted } = afterTo;
        const { points: p, carriedMinutes: c, minutes: m } = before;
        const { committed } = await transact(table.client, {
          ...writes,
          moved: table.put(
            MovedPoints,
            { ...before, state: 'movedBack' },
            { is: { state: 'moved', points: p, carriedMinutes: c, minutes: m } },
          ),
          from: putAccount(from, afterFrom),
          to: putAccount(to, parted),
          absorbed: table.remove(AbsorbedItem, { volunteerId: stays, goes }),
          told: told(mergeId, 'back', at),
        });
        return committed || undefined;
      });
    },
  };
}
