import { type ServiceRecord, transferred } from '@kaifong/shared/attendance/chain.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { type mergeBegun, mergePartDone } from '@kaifong/shared/people/merging/merge-events.ts';
import { EventItem } from '../platform/outbox.ts';
import { transact, type Write } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import { type ChainHead, MovedMinutes, RecordItem } from './attendance.table.ts';
import type { AttendanceDeps } from './deps.ts';
import { headOf, putHead } from './kin.ts';

type Pair = ReturnType<typeof mergeBegun.read>;

/**
 * Moves the minutes of one chain to another when both are one person's, and back. Nothing is rewritten: a transfer closes the one chain
 * and opens the other, and from then on whatever is confirmed of the first is carried on in the same transaction (`kin.ts`).
 */
export function mergeService({ table }: Pick<AttendanceDeps, 'table'>) {
  /** The writes that move minutes; where there are none, only the heads change. */
  async function moving(
    from: ChainHead,
    to: ChainHead,
    minutes: number,
    terms: Pick<ServiceRecord, 'recordedAt' | 'confirmedBy'> & { mergeId: string },
  ): Promise<{ from: ChainHead; to: ChainHead; writes: Record<string, Write> }> {
    if (minutes === 0) return { from, to, writes: {} };
    const { closing, opening } = await transferred(from, to, { ...terms, minutes });
    return {
      from: { ...from, seq: closing.seq, hash: closing.hash, minutes: from.minutes - minutes },
      to: { ...to, seq: opening.seq, hash: opening.hash, minutes: to.minutes + minutes },
      writes: {
        closing: table.put(RecordItem, closing, { absent: true }),
        opening: table.put(RecordItem, opening, { absent: true }),
      },
    };
  }

  const told = (mergeId: string, way: 'there' | 'back', at: Instant): Write =>
    table.put(EventItem, mergePartDone.make(at, { mergeId, part: 'attendance', way }), { absent: true });

  return {
    /** Moves all minutes to the chain of the record that stays, once. */
    async moveThere({ mergeId, stays, goes, by }: Pair, at: Instant): Promise<void> {
      await untilSettled(async () => {
        if (await table.get(MovedMinutes, { mergeId })) return true;
        const [from, to] = await Promise.all([headOf(table, goes), headOf(table, stays)]);
        const { minutes } = from;
        const moved = await moving(from, to, minutes, { mergeId, recordedAt: at, confirmedBy: by });
        const absorbed = [...new Set([...(to.absorbed ?? []), goes, ...(from.absorbed ?? [])])];
        const { committed } = await transact(table.client, {
          moved: table.put(MovedMinutes, { mergeId, stays, goes, state: 'moved', minutes, by }, { absent: true }),
          from: putHead(table, from, { ...moved.from, movedTo: { volunteerId: stays, mergeId } }),
          to: putHead(table, to, { ...moved.to, absorbed }),
          ...moved.writes,
          told: told(mergeId, 'there', at),
        });
        return committed || undefined;
      });
    },

    /** Moves back what was moved, and what was carried on since, once. */
    async moveBack({ mergeId, stays, goes, by }: Pair, at: Instant): Promise<void> {
      await untilSettled(async () => {
        const before = await table.get(MovedMinutes, { mergeId });
        if (before?.state !== 'moved') return true;
        const [from, to] = await Promise.all([headOf(table, stays), headOf(table, goes)]);
        const { minutes } = before;
        const moved = await moving(from, to, minutes, { mergeId, recordedAt: at, confirmedBy: by });
        const { movedTo: _ended, ...parted } = moved.to;
        const hers = new Set([goes, ...(to.absorbed ?? [])]);
        const absorbed = (from.absorbed ?? []).filter((each) => !hers.has(each));
        const { committed } = await transact(table.client, {
          moved: table.put(MovedMinutes, { ...before, state: 'movedBack' }, { is: { state: 'moved', minutes } }),
          from: putHead(table, from, { ...moved.from, absorbed }),
          to: putHead(table, to, parted),
          ...moved.writes,
          told: told(mergeId, 'back', at),
        });
        return committed || undefined;
      });
    },
  };
}
