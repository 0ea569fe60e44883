import { chained, emptyChain } from '@kaifong/shared/attendance/chain.ts';
import { serviceRecorded } from '@kaifong/shared/attendance/events.ts';
import { countedOfTotal } from '@kaifong/shared/attendance/rules.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { DayTotalItem, totalsPartition } from '../../platform/day-totals.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact, type Writes } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { ChainHead, RecordItem, VolunteerDay } from '../attendance.table.ts';
import type { AttendanceDeps } from '../deps.ts';
import { carriedOn, kinOf } from '../kin.ts';
import { BookedTotal } from './day-total.table.ts';

/** The most totals that are booked in one tick; what is left is due at the next. */
const mostPerTick = 50;

/** Books the days of counsellors, of which nobody here learns more than their minutes. */
export function dayTotalService({
  table,
  totals,
  people,
  settings,
}: Pick<AttendanceDeps, 'table' | 'totals' | 'people' | 'settings'>) {
  /** The minutes that other services of the day have counted, over all records that are hers. */
  async function minutesBeside(volunteerIds: readonly string[], { day }: DayTotalItem, booked: number) {
    const days = await table.getAll(
      VolunteerDay,
      volunteerIds.map((volunteerId) => ({ volunteerId, day })),
    );
    return days.reduce((sum, each) => sum + (each?.minutes ?? 0), 0) - booked;
  }

  /** The writes of a record for what a total adds to, or takes from, what was booked of that day before. */
  async function recorded(total: DayTotalItem, community: string, before: BookedTotal | undefined, now: Instant) {
    const { volunteerId, day, revision } = total;
    const head = await table.get(ChainHead, { volunteerId });
    const kin = await kinOf(table, volunteerId, head);
    const booked = before?.counted ?? 0;
    const figures = await settings.on('attendance', day, now);
    const counted = countedOfTotal(total.minutes, await minutesBeside(kin.volunteerIds, total, booked), figures);
    const minutes = counted - booked;
    const mark = table.put(
      BookedTotal,
      { volunteerId, day, revision, counted },
      before ? { is: { revision: before.revision } } : { absent: true },
    );
    if (minutes === 0) return { mark };
    const draft = { volunteerId, kind: 'dayTotal' as const, minutes, day, revision, community, recordedAt: now };
    const record = await chained(head ?? emptyChain, draft);
    const { seq, hash } = record;
    const after = { ...head, volunteerId, seq, hash, minutes: (head?.minutes ?? 0) + minutes };
    const kind = minutes > 0 ? ('service' as const) : ('reversal' as const);
    const event = serviceRecorded.make(now, { volunteerId, seq, kind, minutes, day, community });
    return {
      ...(await carriedOn(table, { before: head, after }, kin.above, { minutes, recordedAt: now })),
      mark,
      record: table.put(RecordItem, record, { absent: true }),
      day: table.adjust(VolunteerDay, { volunteerId, day }, { add: { minutes }, set: { volunteerId, day } }),
      event: table.put(EventItem, event, { absent: true }),
    };
  }

  async function book(total: DayTotalItem, now: Instant): Promise<void> {
    const { volunteerId, day, revision } = total;
    await untilSettled(async () => {
      const [before, volunteer] = await Promise.all([
        table.get(BookedTotal, { volunteerId, day }),
        people.findVolunteer(volunteerId),
      ]);
      // Of somebody who is not on file any more no hours are kept.
      const isToBook = volunteer !== undefined && revision > (before?.revision ?? 0);
      const writes: Writes<string> = {
        ...(isToBook && (await recorded(total, volunteer.scope, before, now))),
        taken: totals.remove(DayTotalItem, total, { present: true }),
      };
      const outcome = await transact(table.client, writes);
      return outcome.committed || outcome.refused.has('taken') || undefined;
    });
  }

  return {
    /**
     * Books what care has told of since, each once. It may run twice, or twice at once.
     *
     * @throws AggregateError when some failed, after all were tried
     */
    async onTick(now: Instant): Promise<void> {
      const { items } = await totals.query(DayTotalItem, totalsPartition, { limit: mostPerTick });
      const failures: unknown[] = [];
      for (const total of items) await book(total, now).catch((error) => void failures.push(error));
      if (failures.length > 0) throw new AggregateError(failures, 'some totals of a day were not booked');
    },
  };
}
