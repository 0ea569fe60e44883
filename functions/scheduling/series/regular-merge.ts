import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import type { mergeBegun } from '@kaifong/shared/people/merging/merge-events.ts';
import { transact, type Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { MovedSignUps, type ShiftItem } from '../scheduling.table.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { MovedRegular, OwnRegular, RegularItem, StandingSignUp } from './series.table.ts';
import { seriesReads } from './series-reads.ts';

type Pair = ReturnType<typeof mergeBegun.read>;
type Pass = (shift: ShiftItem, from: string, to: string, note: () => Record<string, Write>) => Promise<boolean>;

/**
 * Regular places go along with a merge, and come back as they are by then. Of two in one series the better one holds; what became of each date
 * goes along too, so that nobody is signed up again for what she gave back. Nothing happens once the merge's part in scheduling is over.
 */
export function regularMerge({ table, people, now }: Pick<SchedulingDeps, 'table' | 'people' | 'now'>, pass: Pass) {
  const { datesFrom, regularsOf } = seriesReads({ table, people });
  const shifts = shiftReader(table);

  const pairOf = (seriesId: string, one: string, other: string) =>
    table.getAll(
      RegularItem,
      [one, other].map((volunteerId) => ({ seriesId, volunteerId })),
    );

  /** What became of the dates to come, for each of the two. */
  async function outcomesOf(seriesId: string, one: string, other: string, at: Instant) {
    const { dates, outcomes } = await datesFrom(seriesId, at);
    const of = (id: string) => outcomes.filter(({ volunteerId, day }) => volunteerId === id && day >= dayOf(at));
    return { dates, ones: of(one), others: of(other) };
  }

  async function copyOutcomes(seriesId: string, goes: string, stays: string): Promise<void> {
    const { ones, others } = await outcomesOf(seriesId, goes, stays, now());
    for (const outcome of ones) {
      if (others.some(({ day }) => day === outcome.day)) continue;
      const copied = { ...outcome, volunteerId: stays };
      await transact(table.client, { copied: table.put(StandingSignUp, copied, { absent: true }) });
    }
  }

  async function moveThere({ mergeId, stays, goes }: Pair, seriesId: string): Promise<void> {
    await copyOutcomes(seriesId, goes, stays);
    await untilSettled(async () => {
      const [went, had] = await pairOf(seriesId, goes, stays);
      if (!went) return true;
      const moved = { mergeId, seriesId, went, ...(had && { had }) };
      const joined = { ...went, volunteerId: stays, version: (had?.version ?? 0) + 1 };
      const outcome = await transact(table.client, {
        open: table.check(MovedSignUps, { mergeId }, { absent: true }),
        went: table.remove(RegularItem, went, { is: { version: went.version } }),
        wentOwn: table.remove(OwnRegular, went),
        ...(tookOver(moved) && {
          joined: table.put(RegularItem, joined, had ? { is: { version: had.version } } : { absent: true }),
          joinedOwn: table.put(OwnRegular, { volunteerId: stays, seriesId }),
        }),
        moved: table.put(MovedRegular, moved, { absent: true }),
      });
      return outcome.committed || outcome.refused.has('open') || undefined;
    });
  }

  /** Passes back the places of dates that were made while the two were one. */
  async function passLaterDates(seriesId: string, stays: string, goes: string): Promise<StandingSignUp[]> {
    const at = now();
    const { dates, ones, others } = await outcomesOf(seriesId, stays, goes, at);
    for (const outcome of ones) {
      const date = dates.find(({ day }) => day === outcome.day);
      if (!date || others.some(({ day }) => day === outcome.day)) continue;
      const hers = { ...outcome, volunteerId: goes };
      await pass(await shifts.mustFind(date.shiftId), stays, goes, () => ({
        outcome: table.put(StandingSignUp, hers, { absent: true }),
      }));
    }
    return ones;
  }

  async function moveBack({ stays, goes }: Pair, moved: MovedRegular): Promise<void> {
    const { mergeId, seriesId, went, had } = moved;
    const isHers = tookOver(moved);
    const outcomes = isHers ? await passLaterDates(seriesId, stays, goes) : [];
    await untilSettled(async () => {
      const [current, back] = await pairOf(seriesId, stays, goes);
      const writes: Record<string, Write> = {
        open: table.check(MovedSignUps, { mergeId }, { is: { state: 'moved' } }),
        moved: table.remove(MovedRegular, { mergeId, seriesId }, { present: true }),
      };
      // Who stopped since has stopped.
      if (current && !back) {
        const returned = isHers ? { ...current, volunteerId: goes } : went;
        writes.went = table.put(RegularItem, { ...returned, version: went.version + 1 }, { absent: true });
        writes.wentOwn = table.put(OwnRegular, { volunteerId: goes, seriesId });
        if (isHers) {
          const { version } = current;
          writes.stays = had
            ? table.put(RegularItem, { ...had, version: version + 1 }, { is: { version } })
            : table.remove(RegularItem, current, { is: { version } });
          if (!had) writes.staysOwn = table.remove(OwnRegular, current);
          for (const each of outcomes) writes[`outcome ${each.day}`] = table.remove(StandingSignUp, each);
        }
      }
      const outcome = await transact(table.client, writes);
      return outcome.committed || outcome.refused.has('open') || outcome.refused.has('moved') || undefined;
    });
  }

  return {
    async moveAllThere(pair: Pair): Promise<void> {
      for (const { seriesId } of await regularsOf(pair.goes)) await moveThere(pair, seriesId);
    },

    async moveAllBack(pair: Pair): Promise<void> {
      const { all } = await table.collect(`MERGE#${pair.mergeId}`, { beginsWith: 'SERIES#' }, { all: MovedRegular });
      for (const moved of all) await moveBack(pair, moved);
    },
  };
}

/** Whether the place of the record that went became that of the other: it had none, or one that nobody had said yes to. */
function tookOver({ went, had }: Pick<MovedRegular, 'went' | 'had'>): boolean {
  const isSettled = ({ state }: { state: string }) => state === 'regular' || state === 'paused';
  return had === undefined || (isSettled(went) && !isSettled(had));
}
