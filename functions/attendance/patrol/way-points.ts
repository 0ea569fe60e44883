import { patrolErrors } from '@kaifong/shared/attendance/patrol/errors.ts';
import { markFrom, readWayPointCode, type WayPoint } from '@kaifong/shared/attendance/patrol/way-point.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { AttendanceDeps } from '../deps.ts';
import { WayPointItem, wayPointsOf } from './way-point.table.ts';

/** So many are looked through, the newest first: all that are in use, and those that were revoked last. */
const mostRead = 100;

/** What the parts of patrols know of the way-points of teams. */
export function wayPointsFrom({ table, sealer }: Pick<AttendanceDeps, 'table' | 'sealer'>) {
  const markOf = async (wayPointId: string): Promise<string> =>
    markFrom(Buffer.from(await sealer.blindIndex('wayPoint', wayPointId), 'base64url'));

  const newestOf = async (team: string): Promise<WayPointItem[]> => {
    const range = { beginsWith: 'WAYPOINT#' };
    return (await table.query(WayPointItem, wayPointsOf(team), { range, limit: mostRead, newestFirst: true })).items;
  };

  async function findTyped(team: string, mark: string): Promise<WayPointItem | undefined> {
    const items = await newestOf(team);
    const marks = await Promise.all(items.map(({ wayPointId }) => markOf(wayPointId)));
    return items[marks.indexOf(mark)];
  }

  async function findScanned(team: string, wayPointId: string, mark: string): Promise<WayPointItem | undefined> {
    if ((await markOf(wayPointId)) !== mark) return undefined;
    const item = await table.get(WayPointItem, { team, wayPointId });
    // It is one of ours, and no other team's patrol passes it.
    if (!item) throw new AppError(patrolErrors.codeOfOtherTeam);
    return item;
  }

  return {
    async shown(item: WayPointItem): Promise<WayPoint> {
      return { ...item, code: await markOf(item.wayPointId) };
    },

    inUse: async (team: string): Promise<WayPointItem[]> =>
      (await newestOf(team)).filter(({ revokedAt }) => revokedAt === undefined),

    /** The way-point of a team whose code was seen. @throws AppError of patrol: codeUnknown, codeOfOtherTeam, codeRevoked */
    async mustRead(team: string, text: string, seenAt: string): Promise<WayPointItem> {
      const read = readWayPointCode(text);
      if (!read) throw new AppError(patrolErrors.codeUnknown);
      const { wayPointId, mark } = read;
      const found = wayPointId ? await findScanned(team, wayPointId, mark) : await findTyped(team, mark);
      if (!found) throw new AppError(patrolErrors.codeUnknown);
      // What was seen while it was in use counts, however late the phone brings it.
      if (found.revokedAt !== undefined && found.revokedAt <= seenAt) {
        throw new AppError(patrolErrors.codeRevoked, { name: found.name });
      }
      return found;
    },
  };
}
