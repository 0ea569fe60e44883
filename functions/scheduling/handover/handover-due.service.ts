import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { handoverLapsed, handoverWithdrawn } from '@kaifong/shared/scheduling/handover/handover-events.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { readOwn } from '../sign-up/agenda.ts';
import { moveTo } from '../standing.ts';
import { HandoverItem, putHandover, replaceHandover } from './handover.table.ts';

/** The most that one tick takes on; what is left is due at the next. */
const mostPerTick = 100;

/** What ends handovers without anybody's word: their time, and the giver's losing the place. */
export function handoverDueService({ table, now }: Pick<SchedulingDeps, 'table' | 'now'>) {
  const shifts = shiftReader(table);

  /** Ends one that is still open: it lapses while the giver has the place, and else is void. */
  function end(shiftId: string, id: string, at: Instant, only?: 'void'): Promise<true> {
    return untilSettled(async () => {
      const [handover, shift] = await Promise.all([table.get(HandoverItem, { shiftId, id }), shifts.mustFind(shiftId)]);
      if (handover?.state !== 'open') return true;
      const { giver, asked } = handover;
      const { mine } = await readOwn(table, giver, shift);
      const isLive = mine?.state === 'signedUp' && mine.handoverId === id;
      if (isLive && only === 'void') return true;
      const about = { handoverId: id, shiftId, volunteerId: giver };
      const event = isLive
        ? handoverLapsed.make(at, about)
        : handoverWithdrawn.make(at, { ...about, ...(asked && { asked }) });
      const { committed } = await transact(table.client, {
        signUp: isLive
          ? moveTo(table, shift, giver, mine, {
              ...{ state: 'signedUp', since: mine.since },
              ...(mine.seat !== undefined && { seat: mine.seat }),
            })
          : undefined,
        handover: putHandover(table, handover, { state: isLive ? 'lapsed' : 'withdrawn' }),
        event: table.put(EventItem, event, { absent: true }),
      });
      return committed || undefined;
    });
  }

  async function comingOf(volunteerId: string): Promise<HandoverItem[]> {
    const query = { index: 'byGiver', range: { from: now() }, limit: 100 };
    return (await table.query(HandoverItem, volunteerId, query)).items;
  }

  return {
    /**
     * Lets those lapse whose time is over; safe to run twice, or twice at once.
     *
     * @throws AggregateError when some failed, after all were tried
     */
    async onTick(at: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${at}~` }, limit: mostPerTick };
      const { items } = await table.query(HandoverItem, 'HANDOVERS', due);
      const failures: unknown[] = [];
      for (const { shiftId, id } of items) await end(shiftId, id, at).catch((error) => failures.push(error));
      if (failures.length > 0) throw new AggregateError(failures, 'some handovers did not lapse');
    },

    /** Ends what a volunteer had open for a place that she does not have any more. A second call finds nothing left. */
    async endVoid(volunteerId: string, shiftId: string): Promise<void> {
      const { startsAt } = await shifts.mustFind(shiftId);
      const query = { index: 'byGiver', range: { beginsWith: `${startsAt}#` }, limit: 100 };
      const { items } = await table.query(HandoverItem, volunteerId, query);
      const open = items.filter((handover) => handover.shiftId === shiftId && handover.state === 'open');
      for (const { id } of open) await end(shiftId, id, now(), 'void');
    },

    /** The same for every coming shift, when all that somebody had went over to another record of hers. */
    async endAllVoid(volunteerId: string): Promise<void> {
      for (const { shiftId, id, state } of await comingOf(volunteerId)) {
        if (state === 'open') await end(shiftId, id, now(), 'void');
      }
    },

    /** Forgets what somebody said whose account was closed. A second call finds nothing left. */
    async forgetWords(volunteerId: string): Promise<void> {
      let cursor: string | undefined;
      do {
        const page = await table.query(HandoverItem, volunteerId, { index: 'byGiver', limit: 50, cursor });
        for (const handover of page.items) {
          const { words, ...wordless } = handover;
          if (words === undefined) continue;
          await transact(table.client, { handover: replaceHandover(table, handover, wordless) });
        }
        cursor = page.cursor;
      } while (cursor);
    },
  };
}
