import { patrolErrors } from '@kaifong/shared/attendance/patrol/errors.ts';
import type { NewWayPoint, WayPoint } from '@kaifong/shared/attendance/patrol/way-point.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { AttendanceDeps } from '../deps.ts';
import { WayPointBook, WayPointItem, wayPointsOf } from './way-point.table.ts';
import { wayPointsFrom } from './way-points.ts';

const { mostWayPoints } = attendanceSettings.patrol;

/** The way-points that a team's patrols pass, and the codes that are printed for them. */
export function wayPointService({ table, sealer }: Pick<AttendanceDeps, 'table' | 'sealer'>) {
  const { shown } = wayPointsFrom({ table, sealer });

  async function bookOf(team: string) {
    const before = await table.get(WayPointBook, { team });
    const put = (inUse: number) =>
      table.put(
        WayPointBook,
        { team, inUse, version: (before?.version ?? 0) + 1 },
        before ? { is: { version: before.version } } : { absent: true },
      );
    return { inUse: before?.inUse ?? 0, put };
  }

  return {
    /** Adds a way-point. @throws AppError platform.notAllowed; patrol.tooManyWayPoints */
    async add(command: Command, sent: NewWayPoint): Promise<WayPoint> {
      const { actor, now } = command;
      actor.mustReach('attendance.run', { scope: sent.team });
      const wayPointId = newId('wayPoint', Date.parse(now));
      const item: WayPointItem = { ...sent, wayPointId, addedAt: now, addedBy: actor.accountId };
      const answer = await shown(item);
      return untilSettled(async () => {
        const book = await bookOf(sent.team);
        if (book.inUse >= mostWayPoints) throw new AppError(patrolErrors.tooManyWayPoints, { most: mostWayPoints });
        const writes = { book: book.put(book.inUse + 1), wayPoint: table.put(WayPointItem, item, { absent: true }) };
        return (await commit(command, table, writes, { answer })).committed ? answer : undefined;
      });
    },

    /** Takes a code out of use, for good. @throws AppError platform.notFound, platform.notAllowed; patrol.alreadyRevoked */
    async revoke(command: Command, key: Readonly<{ team: string; wayPointId: string }>): Promise<WayPoint> {
      command.actor.mustReach('attendance.run', { scope: key.team });
      return untilSettled(async () => {
        const item = await table.get(WayPointItem, key);
        if (!item) throw new AppError(platformErrors.notFound);
        if (item.revokedAt !== undefined) throw new AppError(patrolErrors.alreadyRevoked);
        const after = { ...item, revokedAt: command.now };
        const answer = await shown(after);
        const book = await bookOf(key.team);
        const writes = { book: book.put(book.inUse - 1), wayPoint: table.put(WayPointItem, after) };
        return (await commit(command, table, writes, { answer })).committed ? answer : undefined;
      });
    },

    /** The way-points of a team, the newest first, those that were revoked too. @throws AppError platform.notAllowed */
    async list({ actor }: Request, { team, limit, cursor }: PageQuery & { team: string }): Promise<Page<WayPoint>> {
      actor.mustReach('attendance.run', { scope: team });
      const range = { beginsWith: 'WAYPOINT#' };
      const page = await table.query(WayPointItem, wayPointsOf(team), { range, limit, cursor, newestFirst: true });
      return { ...page, items: await Promise.all(page.items.map(shown)) };
    },
  };
}
