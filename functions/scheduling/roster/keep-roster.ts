import { setImmediate as giveWay } from 'node:timers/promises';
import type { Condition } from '../../platform/condition.ts';
import { transact } from '../../platform/transact.ts';
import type { SchedulingDeps } from '../deps.ts';
import type { MadeRoster } from './made-roster.ts';
import { madeShifts } from './made-shifts.ts';
import { RosterItem, RosterShiftItem } from './roster.table.ts';

const itemsTogether = 50;

type Run = Readonly<{ place: string; week: string; run: number }>;

/** Writes down what was worked out, shift by shift, with the reasons. */
export function rosterKeeping({ table }: Pick<SchedulingDeps, 'table'>) {
  async function itemsOf(run: Run, made: MadeRoster): Promise<RosterShiftItem[]> {
    const before = new Map(made.earlier.map((item) => [item.shiftId, item]));
    const shiftOf = madeShifts(made);
    const items: RosterShiftItem[] = [];
    for (const [index, need] of made.open.entries()) {
      const { removed = [], version = 0 } = before.get(need.id) ?? {};
      items.push({ ...run, ...shiftOf(need, index), removed, version: version + 1 });
      if (index % 10 === 9) await giveWay();
    }
    return items;
  }

  return {
    /** Puts it in the place of what was there. Answers whether it was still wanted. */
    async keep(run: Run, made: MadeRoster, isWanted: Condition<typeof RosterItem>): Promise<boolean> {
      const items = await itemsOf(run, made);
      for (let from = 0; from < items.length; from += itemsTogether) {
        const some = items.slice(from, from + itemsTogether);
        const writes = some.map((item) => [`shift ${item.shiftId}`, table.put(RosterShiftItem, item)]);
        const outcome = await transact(table.client, {
          ...Object.fromEntries(writes),
          roster: table.check(RosterItem, run, isWanted),
        });
        if (!outcome.committed) return false;
      }
      const kept = new Set(items.map(({ shiftId }) => shiftId));
      const gone = made.earlier.filter(({ shiftId }) => !kept.has(shiftId));
      for (let from = 0; from < gone.length; from += itemsTogether)
        await transact(
          table.client,
          Object.fromEntries(
            gone.slice(from, from + itemsTogether).map((item) => [item.shiftId, table.remove(RosterShiftItem, item)]),
          ),
        );
      return true;
    },
  };
}
