import type { Amendment } from '@kaifong/shared/attendance/amendments/schema.ts';
import type { ChainRecord } from '@kaifong/shared/attendance/chain.ts';
import type { OwnPosition } from '@kaifong/shared/attendance/fence.ts';
import type { OwnStay } from '@kaifong/shared/attendance/schema.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { mayPurge, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import { lookUp } from '../platform/lookup.ts';
import type { Request } from '../platform/request.ts';
import { amendmentsOf } from './amendments/view.ts';
import { Attendance, RecordItem, Reviews } from './attendance.table.ts';
import type { AttendanceDeps } from './deps.ts';
import { KeptFix } from './fence/fence.table.ts';

/** When somebody was where under one of her records: her part of the copy of her own data (个人信息保护法 art. 45). */
export function copyService({ table, people, scheduling }: Pick<AttendanceDeps, 'table' | 'people' | 'scheduling'>) {
  return {
    /**
     * Her comings and goings, shift by shift, the newest first, with what the leader was asked about. Shifts that she did not come to are left
     * out.
     *
     * @throws AppError platform.notFound for a record that is not hers
     */
    async stays(request: Request, volunteerId: string, { limit, cursor }: PageQuery): Promise<Page<OwnStay>> {
      const asked = { limit: Math.min(limit, mostShifts), cursor };
      const page = await scheduling.copies.signUps(request, volunteerId, asked);
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

    /** Where her phone was when she came or went, as far as that is still kept. @throws AppError platform.notFound for a record that is not hers */
    async positions(request: Request, volunteerId: string, { limit, cursor }: PageQuery): Promise<Page<OwnPosition>> {
      await people.copies.mustBeHers(request, volunteerId);
      const range = { beginsWith: 'FIX#' };
      const page = await table.query(KeptFix, `VOLUNTEER#${volunteerId}`, { range, limit, cursor, newestFirst: true });
      return { ...page, items: page.items.filter(({ at }) => !mayPurge(retentionRules.tracks, at, request.now)) };
    },

    /** The hours that were asked for afterwards under a record, the newest first. @throws AppError platform.notFound for a record that is not hers */
    async amendments(request: Request, volunteerId: string, { limit, cursor }: PageQuery): Promise<Page<Amendment>> {
      await people.copies.mustBeHers(request, volunteerId);
      return amendmentsOf(table, volunteerId, { limit, cursor });
    },

    /** The chain of a record, the newest link first. @throws AppError platform.notFound for a record that is not hers */
    async serviceRecords(
      request: Request,
      volunteerId: string,
      { limit, cursor }: PageQuery,
    ): Promise<Page<ChainRecord>> {
      await people.copies.mustBeHers(request, volunteerId);
      const range = { beginsWith: 'RECORD#' };
      return table.query(RecordItem, `VOLUNTEER#${volunteerId}`, { range, limit, cursor, newestFirst: true });
    },
  };
}

/** Each shift is two items, and a read takes a hundred. */
const mostShifts = 50;
