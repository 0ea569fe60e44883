import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of way-points, in the attendance table
 *
 *   the way-points of a team, as they were added   TEAM#<team>   WAYPOINT#<wayPoint>
 *   how many a team has                            TEAM#<team>   WAYPOINTS
 *
 * A way-point is in use until it is revoked; then it stays, so that whoever scans its sheet is told so. Its code is a keyed digest of its id
 * and stored nowhere. That a patrol passed one stands with the patrol.
 */

export const WayPointItem = itemType({
  entity: 'wayPoint',
  schema: z.object({
    team: Scope,
    wayPointId: Id('wayPoint'),
    name: z.string(),
    longitude: z.number().optional(),
    latitude: z.number().optional(),
    addedAt: Instant,
    addedBy: Id('account'),
    revokedAt: Instant.optional(),
  }),
  key: ({ team, wayPointId }: { team: string; wayPointId: string }) => ({
    pk: wayPointsOf(team),
    sk: `WAYPOINT#${wayPointId}`,
  }),
});
export type WayPointItem = z.output<typeof WayPointItem.schema>;

export const wayPointsOf = (team: string) => `TEAM#${team}`;

/** Moved by whoever adds or revokes one, so that there are never too many. */
export const WayPointBook = itemType({
  entity: 'wayPointBook',
  schema: z.object({ team: Scope, inUse: z.int(), version: z.int() }),
  key: ({ team }: { team: string }) => ({ pk: wayPointsOf(team), sk: 'WAYPOINTS' }),
});
