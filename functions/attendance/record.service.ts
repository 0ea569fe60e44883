import type { ChainRecord } from '@kaifong/shared/attendance/chain.ts';
import type { ServiceTotal } from '@kaifong/shared/attendance/schema.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { minutesToNextStar, starHours, starOf } from '@kaifong/shared/points/ranking/stars.ts';
import type { Request } from '../platform/request.ts';
import { ChainHead, RecordItem } from './attendance.table.ts';
import type { AttendanceDeps } from './deps.ts';

/** A volunteer's own service records. */
export function recordService({ table, settings }: Pick<AttendanceDeps, 'table' | 'settings'>) {
  return {
    /** Her records, newest first, with all that it takes to check their chain. */
    list({ actor }: Request, { limit, cursor }: PageQuery): Promise<Page<ChainRecord>> {
      const partition = `VOLUNTEER#${actor.volunteerId}`;
      return table.query(RecordItem, partition, { range: { beginsWith: 'RECORD#' }, limit, cursor, newestFirst: true });
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
