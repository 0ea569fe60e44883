import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import { dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { milestoneReached } from '@kaifong/shared/points/events.ts';
import { anniversaryOf, milestoneReachedBy } from '@kaifong/shared/points/ranking/milestones.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Table } from '../../platform/table.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { holderOf } from '../holder.ts';
import { VolunteerAccount } from '../points.table.ts';
import { DueAnniversary, ThankedItem } from './milestones.table.ts';

/** The most anniversaries that are told of in one tick; what is left is due at the next. */
const mostPerTick = 100;

/** Thanks people for what they reach: the first service, hours, and each year after. It looks once a service is booked, and holds up no booking. */
export function milestoneService({ table }: Readonly<{ table: Table }>) {
  /** `undefined` when she was thanked for something else meanwhile and all is to be looked at again. */
  async function thankOnce(
    { volunteerId, seq, minutes, day }: ServiceRecorded,
    at: Instant,
  ): Promise<true | undefined> {
    const own = await table.get(VolunteerAccount, { volunteerId });
    const { account, holder } = await holderOf(table, volunteerId, own);
    if (!account) return true;
    const thanked = await table.get(ThankedItem, { volunteerId: holder });
    const isFirst = seq === 1 && !thanked && holder === volunteerId;
    const before = isFirst ? 0 : account.minutes - minutes;
    const reached = milestoneReachedBy(before, account.minutes, thanked?.hours);
    if (!reached) return true;
    const hours = reached.of === 'hours' ? reached.count : 0;
    const next = { ...thanked, volunteerId: holder, hours, ...(isFirst && { begun: { day, next: 1 } }) };
    // Just before, so that the confirmation of the service stands above it in the list.
    const event = milestoneReached.make(shiftBy(at, -1), { volunteerId: holder, ...reached });
    const { committed } = await transact(table.client, {
      thanked: table.put(ThankedItem, next, thanked ? unchanged(thanked) : { absent: true }),
      thanks: table.put(EventItem, event, { absent: true }),
    });
    return committed || undefined;
  }

  /** Whoever has no minutes left is not thanked; whose record went into another one is thanked there. */
  async function tellOnce({ volunteerId }: { volunteerId: string }, now: Instant): Promise<true | undefined> {
    const [thanked, account] = await table.getPair([ThankedItem, { volunteerId }], [VolunteerAccount, { volunteerId }]);
    const begun = thanked?.begun;
    if (!begun || anniversaryOf(begun.day, begun.next) > dayOf(now)) return true;
    const isThanked = account !== undefined && !account.movedTo && account.minutes > 0;
    const thanks = milestoneReached.make(now, { volunteerId, of: 'years', count: begun.next });
    const { committed } = await transact(table.client, {
      thanked: table.put(ThankedItem, { ...thanked, begun: { ...begun, next: begun.next + 1 } }, unchanged(thanked)),
      thanks: isThanked ? table.put(EventItem, thanks, { absent: true }) : undefined,
    });
    return committed || undefined;
  }

  return {
    /** Thanks somebody for what a service that is booked made her reach, once however often it is told. */
    async thank(record: ServiceRecorded, at: Instant): Promise<void> {
      if (record.minutes > 0) await untilSettled(() => thankOnce(record, at));
    },

    /** Thanks those whose anniversary it is, once. @throws AggregateError when some failed, after all were tried */
    async thankDue(now: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: mostPerTick };
      const { items } = await table.query(DueAnniversary, 'ANNIVERSARIES', due);
      const failures: unknown[] = [];
      for (const one of items) await untilSettled(() => tellOnce(one, now)).catch((error) => void failures.push(error));
      if (failures.length > 0) throw new AggregateError(failures, 'some anniversaries were not told');
    },
  };
}

const unchanged = ({ hours, begun }: ThankedItem) => ({ is: { hours, begun } });
