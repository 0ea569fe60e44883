import type { mergeBegun } from '@kaifong/shared/people/merging/merge-events.ts';
import type { Table } from '../../platform/table.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { MovedPoints } from '../points.table.ts';
import { MovedStanding, StandingItem } from './rankings.table.ts';
import { standingsMoved } from './stepping.ts';

type Pair = ReturnType<typeof mergeBegun.read>;
type Where = Pick<StandingItem, 'period' | 'scope'>;

/**
 * Moves the minutes by which one record is ranked to another when both are one person's, and back, after the points. The steps that two
 * records stood on become one.
 */
export function mergedStandingsService({ table }: Readonly<{ table: Table }>) {
  const standingsOf = async (volunteerId: string, { period, scope }: Where) =>
    (await table.get(StandingItem, { volunteerId, period, scope }))?.minutes;

  /** Moves minutes of one ranking from a record to another; `undefined` when either was counted meanwhile. */
  async function movedOnce(
    from: string,
    to: string,
    where: Where,
    minutes: number,
    noted: Parameters<typeof transact>[1],
  ) {
    const [before, there] = await Promise.all([standingsOf(from, where), standingsOf(to, where)]);
    const { committed } = await transact(table.client, {
      ...standingsMoved(table, where, [
        { volunteerId: from, before, minutes: -minutes },
        { volunteerId: to, before: there, minutes },
      ]),
      ...noted,
    });
    return committed || undefined;
  }

  const stateOf = async (mergeId: string) => (await table.get(MovedPoints, { mergeId }))?.state;

  return {
    /** Moves what the record that goes has, once, as long as the merge stands. */
    async moveThere({ mergeId, stays, goes }: Pair): Promise<void> {
      if ((await stateOf(mergeId)) !== 'moved') return;
      const { standings } = await table.collect(`STANDINGS#${goes}`, {}, { standings: StandingItem });
      for (const { period, scope } of standings)
        await untilSettled(async () => {
          const minutes = await standingsOf(goes, { period, scope });
          if (!minutes) return true;
          const key = { mergeId, period, scope };
          const noted = {
            noted: table.adjust(MovedStanding, key, { add: { minutes }, set: key }),
          };
          return movedOnce(goes, stays, { period, scope }, minutes, noted);
        });
    },

    /** Moves back what was moved, and what was counted over the merge since. */
    async moveBack({ mergeId, stays, goes }: Pair): Promise<void> {
      if ((await stateOf(mergeId)) !== 'movedBack') return;
      const { moved } = await table.collect(`MOVED_STANDINGS#${mergeId}`, {}, { moved: MovedStanding });
      for (const { period, scope } of moved)
        await untilSettled(async () => {
          const key = { mergeId, period, scope };
          const minutes = (await table.get(MovedStanding, key))?.minutes;
          if (minutes === undefined) return true;
          const noted = { noted: table.remove(MovedStanding, key, { is: { minutes } }) };
          return movedOnce(stays, goes, { period, scope }, minutes, noted);
        });
    },
  };
}
