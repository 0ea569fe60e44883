import type { WayPoint } from '@kaifong/shared/attendance/patrol/way-point.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';

/** The way-points of a team, the newest first: all that are in use, and those that were switched off last. */
export async function wayPointsOf(event: Caller, team: string): Promise<WayPoint[]> {
  return (await read(api(event).api['way-points'].$get({ query: { team, limit: '100' } }))).items;
}

/** Those of a team that are in use, in the order in which they were added. */
export async function wayPointsInUse(event: Caller, team: string): Promise<WayPoint[]> {
  return (await wayPointsOf(event, team)).filter(({ revokedAt }) => revokedAt === undefined).toReversed();
}
