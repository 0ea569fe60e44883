import { type DigestSlice, digestHash, type HourDigest, noHash, sliceHash } from '@kaifong/shared/attendance/digest.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { day as dayLength, dayOf, hour, type Instant, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../platform/table.ts';
import { transact } from '../platform/transact.ts';
import {
  DigestItem,
  digestsPartition,
  placeAmongRecords,
  RecordItem,
  recordsPartition,
  SliceItem,
} from './attendance.table.ts';

/** Records in a slice, and slices that one minute's tick makes at most. */
const sliceSize = 200;
const slicesPerTick = 20;
/** A day's digest is made so long after its end, when its last records have reached the index. */
const settledAfter = 1 * hour;

/** The digests over all chains of service records. */
export function digestService({ table }: Readonly<{ table: Table }>) {
  async function lastSlice(day: string): Promise<DigestSlice | undefined> {
    const range = { beginsWith: 'SLICE#' };
    const { items } = await table.query(SliceItem, `DIGEST#${day}`, { range, limit: 1, newestFirst: true });
    return items[0];
  }

  return {
    /** The digests, newest first. */
    list: ({ limit, cursor }: PageQuery): Promise<Page<HourDigest>> =>
      table.query(DigestItem, digestsPartition, { limit, cursor, newestFirst: true }),

    /**
     * Goes on with the digest of yesterday, slice by slice, and publishes it when no record is left. Slices and digests are only ever
     * added, each on condition that it is not there; run twice at once, one of the two finds that it is.
     */
    async onTick(now: Instant): Promise<void> {
      const day = dayOf(shiftBy(now, -dayLength - settledAfter));
      const until = instantAt(dayOf(shiftBy(instantAt(day, '12:00'), dayLength)), '00:00');
      const [before] = (await table.query(DigestItem, digestsPartition, { limit: 1, newestFirst: true })).items;
      if (before && before.day >= day) return;

      let last = await lastSlice(day);
      for (let made = 0; made < slicesPerTick; made += 1) {
        const from = last ? `${last.last}!` : before?.until;
        const { items, cursor } = await table.query(RecordItem, recordsPartition, {
          index: 'byRecorded',
          range: { ...(from && { from }), to: until },
          limit: sliceSize,
        });
        const newest = items.at(-1);
        if (newest) {
          const slice = {
            day,
            number: (last?.number ?? 0) + 1,
            leaves: items.map(({ volunteerId, seq, hash }) => ({ volunteerId, seq, hash })),
            last: placeAmongRecords(newest),
            previousHash: last?.hash ?? noHash,
          };
          const added: DigestSlice = { ...slice, hash: await sliceHash(slice) };
          const { committed } = await transact(table.client, { slice: table.put(SliceItem, added, { absent: true }) });
          if (!committed) return;
          last = added;
        }
        if (cursor) continue;
        const slices = last?.number ?? 0;
        const records = slices === 0 ? 0 : (slices - 1) * sliceSize + (last?.leaves.length ?? 0);
        const digest = { day, until, records, slices, previousHash: before?.hash ?? noHash };
        const hash = await digestHash(digest, last?.hash ?? noHash);
        await transact(table.client, { digest: table.put(DigestItem, { ...digest, hash }, { absent: true }) });
        return;
      }
    },
  };
}
