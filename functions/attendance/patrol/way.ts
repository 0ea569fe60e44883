import type { TrackPoint } from '@kaifong/shared/attendance/patrol/schema.ts';
import { mayPurge, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../../platform/table.ts';
import { PointItem } from './patrol.table.ts';

/** The coarse way of a patrol from its first place to its last, as far as it is still kept. */
export async function keptWay(table: Table, patrolId: string, now: Instant): Promise<TrackPoint[]> {
  const points: TrackPoint[] = [];
  let cursor: string | undefined;
  do {
    const page = await table.query(PointItem, `PATROL#${patrolId}`, { limit: 200, cursor });
    points.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return points
    .filter(({ at }) => !mayPurge(retentionRules.tracks, at, now))
    .map(({ at, longitude, latitude }) => ({ at, longitude, latitude }));
}
