import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { pointsExpiring } from '@kaifong/shared/points/events.ts';
import { expiryAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { expiryDayOf, expirySteps, stepDueAt } from '@kaifong/shared/points/ledger/expiry.ts';
import type { Expiring } from '@kaifong/shared/points/schema.ts';
import { EventItem } from '../platform/outbox.ts';
import type { Request } from '../platform/request.ts';
import type { Table } from '../platform/table.ts';
import { transact } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import { DueMonth, MonthItem } from './months.table.ts';
import { monthsLeft } from './months.ts';
import { movedAccount, movement } from './movement.ts';
import { VolunteerAccount } from './points.table.ts';
import { shardOf } from './shards.ts';

/** The most months of points that are looked at in one tick: those of the whole district fall due in the same night. */
const mostPerTick = 200;

/** Points expire 24 months after the end of the month in which they came, the oldest first; their holder is told before. */
export function expiryService({ table }: Readonly<{ table: Table }>) {
  /** What is left of one month, over the account as it is. */
  async function look({ volunteerId, month }: DueMonth) {
    const [account, item] = await table.getPair(
      [VolunteerAccount, { volunteerId }],
      [MonthItem, { volunteerId, month }],
    );
    if (!account || !item) return undefined;
    const left = (await monthsLeft(table, account)).find((one) => one.month === month)?.points ?? 0;
    // Points from before months were kept may have been used in place of these.
    return { account, item, left: Math.min(left, account.balance) };
  }

  /** Tells that they will be gone, where any are left. */
  async function tell(due: DueMonth, now: Instant): Promise<void> {
    await untilSettled(async () => {
      const found = await look(due);
      if (!found || found.item.next === 'expiry' || stepDueAt(due.month, found.item.next) > now) return true;
      const { item, left } = found;
      const next = expirySteps[expirySteps.indexOf(item.next) + 1] ?? 'expiry';
      const told = { volunteerId: item.volunteerId, points: left, on: expiryDayOf(item.month) };
      const { committed } = await transact(table.client, {
        month: table.put(MonthItem, { ...item, next }, { is: { points: item.points, next: item.next } }),
        told: left > 0 ? table.put(EventItem, pointsExpiring.make(now, told), { absent: true }) : undefined,
      });
      return committed || undefined;
    });
  }

  /** Takes away what is left of a month, and the month with it. */
  async function expire(due: DueMonth, now: Instant): Promise<void> {
    await untilSettled(async () => {
      const found = await look(due);
      if (!found || stepDueAt(due.month, 'expiry') > now) return true;
      const { account, item, left } = found;
      const { volunteerId, seq } = account;
      const gone = table.remove(MonthItem, item, { is: { points: item.points } });
      // What was used of the month is set against it, and the month goes.
      const used = left - item.points;
      const against = expiryAccount(shardOf(volunteerId));
      const reference = `expiry/${volunteerId}/${item.month}/${seq + 1}`;
      const move = { points: -left, against, reference, at: now, kind: 'expiry' as const, about: item.month };
      const writes =
        left > 0
          ? { ...movement(table, account, { ...move, used }), expired: movedAccount(table, against, left) }
          : { account: table.adjust(VolunteerAccount, { volunteerId }, { add: { used, seq: 1 } }, { is: { seq } }) };
      const { committed } = await transact(table.client, { ...writes, gone });
      return committed || undefined;
    });
  }

  return {
    /** The own points by the day on which they will be gone, the next ones first. */
    async ofOwn({ actor }: Request): Promise<{ items: Expiring[] }> {
      const account = await table.get(VolunteerAccount, { volunteerId: actor.volunteerId });
      if (!account) return { items: [] };
      const left = await monthsLeft(table, account);
      return { items: left.flatMap(({ month, points }) => (points > 0 ? [{ on: expiryDayOf(month), points }] : [])) };
    },

    /**
     * Tells and takes away what is due. It may run twice, or twice at once.
     *
     * @throws AggregateError when some failed, after all were tried
     */
    async runDue(now: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: mostPerTick };
      const { items } = await table.query(DueMonth, 'MONTHS', due);
      const failures: unknown[] = [];
      for (const month of items) {
        const isOver = expiryDayOf(month.month) <= dayOf(now);
        await (isOver ? expire : tell)(month, now).catch((error) => void failures.push(error));
      }
      if (failures.length > 0) throw new AggregateError(failures, 'some points did not expire');
    },
  };
}
