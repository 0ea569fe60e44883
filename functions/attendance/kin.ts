import { emptyChain, transferred } from '@kaifong/shared/attendance/chain.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { ChainHead, MovedMinutes, RecordItem } from './attendance.table.ts';

/** The records of one person: merged ones have several, whose services are looked at together so that none counts twice. */
export type Kin = Readonly<{
  volunteerIds: readonly string[];
  /** The chains that take the minutes of this one, the next first. */
  above: readonly ChainHead[];
}>;

/** The kin of a volunteer. For one who was never merged nothing is read. */
export async function kinOf(table: Table, volunteerId: string, head: ChainHead | undefined): Promise<Kin> {
  const above: ChainHead[] = [];
  for (let next = head?.movedTo; next; next = above.at(-1)?.movedTo) {
    above.push(await headOf(table, next.volunteerId));
  }
  const root = above.at(-1) ?? head;
  const others = [...(root ? [root.volunteerId] : []), ...(root?.absorbed ?? [])];
  return { volunteerIds: [...new Set([volunteerId, ...others])], above };
}

/** The head of a chain; one that has no record yet ends at its beginning. */
export async function headOf(table: Table, volunteerId: string): Promise<ChainHead> {
  return (await table.get(ChainHead, { volunteerId })) ?? { volunteerId, ...emptyChain, minutes: 0 };
}

/** The write that changes a head as it was read; refused when a record, or a merge, came in between. */
export function putHead(table: Table, before: ChainHead | undefined, after: ChainHead): Write {
  const unmoved = { movedTo: before?.movedTo, absorbed: before?.absorbed };
  // A merge makes a head for one who has no record, so that there may be one at the beginning of a chain, or none.
  if (before === undefined || before.seq === 0) return table.put(ChainHead, after, { below: { seq: 1 }, is: unmoved });
  return table.put(ChainHead, after, { is: { seq: before.seq, hash: before.hash, ...unmoved } });
}

/**
 * The writes that move a head to where a new record puts it, and carry the record's minutes on to whoever's chain takes them: two
 * transfers for each merge on the way.
 */
export async function carriedOn(
  table: Table,
  head: Readonly<{ before: ChainHead | undefined; after: ChainHead }>,
  above: readonly ChainHead[],
  { minutes, recordedAt }: Readonly<{ minutes: number; recordedAt: Instant }>,
): Promise<Record<string, Write>> {
  const writes: Record<string, Write> = {};
  let { before, after } = head;
  for (const next of above) {
    const { movedTo } = after;
    if (!movedTo) throw new Error(`the chain of ${after.volunteerId} is taken by nobody`);
    const { mergeId } = movedTo;
    const moved = await table.get(MovedMinutes, { mergeId });
    if (!moved) throw new Error(`${mergeId} took a chain and is not there`);
    const terms = { minutes, mergeId, recordedAt, confirmedBy: moved.by };
    const { closing, opening } = await transferred(after, next, terms);
    Object.assign(writes, {
      [`head ${after.volunteerId}`]: putHead(table, before, {
        ...after,
        ...{ seq: closing.seq, hash: closing.hash, minutes: after.minutes - minutes },
      }),
      [`closing ${after.volunteerId}`]: table.put(RecordItem, closing, { absent: true }),
      [`opening ${next.volunteerId}`]: table.put(RecordItem, opening, { absent: true }),
      [`moved ${mergeId}`]: table.adjust(MovedMinutes, { mergeId }, { add: { minutes } }, { is: { state: 'moved' } }),
    });
    before = next;
    after = { ...next, seq: opening.seq, hash: opening.hash, minutes: next.minutes + minutes };
  }
  return { ...writes, head: putHead(table, before, after) };
}
