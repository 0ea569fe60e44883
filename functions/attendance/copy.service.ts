import type { OwnStay } from '@kaifong/shared/attendance/schema.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { lookUp } from '../platform/lookup.ts';
import type { Request } from '../platform/request.ts';
import { Attendance, Reviews } from './attendance.table.ts';
import type { AttendanceDeps } from './deps.ts';

/** When somebody was where: her part of the copy of her own data (个人信息保护法 art. 45). */
export function copyService({ table, scheduling }: Pick<AttendanceDeps, 'table' | 'scheduling'>) {
  return {
    /** Her comings and goings, shift by shift, the newest first, with what the leader was asked about. Shifts that she did not come to are left out. */
    async own(request: Request, { limit, cursor }: PageQuery): Promise<Page<OwnStay>> {
      const { volunteerId } = request.actor;
      const page = await scheduling.browse.signUps(request, { limit: Math.min(limit, mostShifts), cursor });
      const keys = page.items.map(({ shiftId }) => ({ shiftId, volunteerId }));
      if (keys.length === 0) return { items: [] };
      const [stays, reviews] = await lookUp([table.lookupAll(Attendance, keys), table.lookupAll(Reviews, keys)]);
      const items = stays.flatMap((stay, position) => {
        if (!stay) return [];
        const { shiftId, state, pairs, shift } = stay;
        return [
          { shiftId, ...(shift && { title: shift.title }), state, pairs, reviews: reviews[position]?.entries ?? [] },
        ];
      });
      return { ...page, items };
    },
  };
}

/** Each shift is two items, and a read takes a hundred. */
const mostShifts = 50;
