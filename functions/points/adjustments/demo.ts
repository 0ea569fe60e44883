import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { AskedItem } from './adjustments.table.ts';

/** Points that somebody asked for yesterday, and that wait for a second person. */
export function adjustmentDemoItem(
  table: Table,
  of: Readonly<{ volunteerId: string; community: string }>,
  askedBy: string,
  now: Instant,
): Write {
  const askedAt = shiftBy(now, -day);
  const { volunteerId, community } = of;
  const id = newId('adjustment', Date.parse(askedAt));
  const why = '上周六夜巡时签到机没电，有两小时没有记上，队长和队员都可以作证。';
  return table.put(AskedItem, { ...{ id, volunteerId, community, askedBy, askedAt, why }, points: 2 });
}
