import { type ChainRecord, isOfShift } from '@kaifong/shared/attendance/chain.ts';
import type { RecordOfVolunteer, ServiceTotal } from '@kaifong/shared/attendance/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { minutesToNextStar, starHours, starOf } from '@kaifong/shared/points/ranking/stars.ts';
import type { Request } from '../platform/request.ts';
import { Attendance, ChainHead, RecordItem } from './attendance.table.ts';
import type { AttendanceDeps } from './deps.ts';

/** The service records of a volunteer. */
export function recordService({ table, settings, people }: Pick<AttendanceDeps, 'table' | 'settings' | 'people'>) {
  return {
    /** Her records, newest first, with all that it takes to check their chain. */
    list({ actor }: Request, { limit, cursor }: PageQuery): Promise<Page<ChainRecord>> {
      const partition = `VOLUNTEER#${actor.volunteerId}`;
      return table.query(RecordItem, partition, { range: { beginsWith: 'RECORD#' }, limit, cursor, newestFirst: true });
    },

    /**
     * What somebody served at shifts and what was taken back, the newest first, for her coordinators. A page may be shorter than asked.
     *
     * @throws AppError platform.notFound, platform.notAllowed
     */
    async ofVolunteer({ actor }: Request, volunteerId: string, page: PageQuery): Promise<Page<RecordOfVolunteer>> {
      const volunteer = await people.findVolunteer(volunteerId);
      if (!volunteer) throw new AppError(platformErrors.notFound);
      actor.mustReach('attendance.correct', { scope: volunteer.scope });
      const range = { beginsWith: 'RECORD#' };
      const found = await table.query(RecordItem, `VOLUNTEER#${volunteerId}`, { range, ...page, newestFirst: true });
      const records = found.items.filter(isOfShift);
      const keys = [...new Set(records.map(({ shiftId }) => shiftId))].map((shiftId) => ({ shiftId, volunteerId }));
      const attendances = keys.length > 0 ? await table.getAll(Attendance, keys) : [];
      const standing = new Set(attendances.map((attendance) => attendance?.record?.seq));
      return { ...found, items: records.map((record) => ({ ...record, stands: standing.has(record.seq) })) };
    },

    /** Her minutes in all, and her stars. */
    async total({ actor, now }: Request): Promise<ServiceTotal> {
      const [head, figures] = await Promise.all([
        table.get(ChainHead, { volunteerId: actor.volunteerId }),
        settings.on('stars', dayOf(now), now),
      ]);
      const [minutes, hours] = [head?.minutes ?? 0, starHours(figures)];
      return { minutes, stars: starOf(minutes, hours), minutesToNextStar: minutesToNextStar(minutes, hours) };
    },
  };
}
