import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Table } from '../../platform/table.ts';
import { transact, type Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { type EndState, endedHelp } from './ended.ts';
import { DueHelp, HelpItem, HelpShift } from './help.table.ts';

/** The most requests that end in one tick; what is left is due at the next. */
const mostPerTick = 50;

/** What ends requests for help without anybody's word: the clock, and a shift that is called off. */
export function helpDueService({ table }: Readonly<{ table: Table }>) {
  /** `undefined` when it moved meanwhile and is to be looked at again. */
  async function end(help: HelpItem, state: EndState, now: Instant): Promise<true | undefined> {
    const { writes, events } = await endedHelp(table, help, { state, now });
    const told: Record<string, Write> = Object.fromEntries(
      events.map((event) => [`event ${event.id}`, table.put(EventItem, event, { absent: true })]),
    );
    const { committed } = await transact(table.client, { ...writes, ...told });
    return committed || undefined;
  }

  /** What was asked for, and where, is gone; that something was, and what became of the points, stays. */
  async function eraseWords({ wordsSealed: _words, eraseAt: _due, ...help }: HelpItem): Promise<true | undefined> {
    const erased = table.put(HelpItem, { ...help, version: help.version + 1 }, { is: { version: help.version } });
    const { committed } = await transact(table.client, { erased });
    return committed || undefined;
  }

  return {
    /** The shift of a request will not be held: all comes back. */
    async calledOff(shiftId: string, now: Instant): Promise<void> {
      const found = await table.get(HelpShift, { shiftId });
      if (!found) return;
      await untilSettled(async () => {
        const help = await table.get(HelpItem, { id: found.id });
        return help?.state === 'planned' ? end(help, 'calledOff', now) : true;
      });
    },

    /**
     * Gives back what is left: of a request without a shift as it would begin, of others when no hours are to be expected any more; and erases the
     * words of those that have long been over. It may run twice, or twice at once.
     *
     * @throws AggregateError when some failed, after all were tried
     */
    async endDue(now: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: mostPerTick };
      const { items } = await table.query(DueHelp, 'HELP', due);
      const failures: unknown[] = [];
      for (const { id } of items) {
        await untilSettled(async () => {
          const help = await table.get(HelpItem, { id });
          if (help?.dueAt && help.dueAt <= now) return end(help, help.state === 'asked' ? 'lapsed' : 'settled', now);
          return help?.eraseAt && help.eraseAt <= now ? eraseWords(help) : true;
        }).catch((error) => void failures.push(error));
      }
      if (failures.length > 0) throw new AggregateError(failures, 'some requests for help did not end');
    },
  };
}
