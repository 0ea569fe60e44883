import type { Amendment } from '@kaifong/shared/attendance/amendments/schema.ts';
import type { ChainRecord } from '@kaifong/shared/attendance/chain.ts';
import type { OwnPosition } from '@kaifong/shared/attendance/fence.ts';
import type { FileEntry } from '@kaifong/shared/attendance/file-entries/schema.ts';
import type { OwnPatrol } from '@kaifong/shared/attendance/patrol/schema.ts';
import type { OwnStay } from '@kaifong/shared/attendance/schema.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { mayPurge, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import { lookUp } from '../platform/lookup.ts';
import type { Request } from '../platform/request.ts';
import { amendmentsOf } from './amendments/view.ts';
import { Attendance, RecordItem, Reviews } from './attendance.table.ts';
import type { AttendanceDeps } from './deps.ts';
import { KeptFix } from './fence/fence.table.ts';
import { FileEntryItem } from './file-entries/file-entry.table.ts';
import { PatrolItem, PatrolOf, patrolsOf } from './patrol/patrol.table.ts';
import { factsOf } from './patrol/view.ts';
import { keptWay } from './patrol/way.ts';

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

    /**
     * The patrols that she led or went on, the newest first, with the way-points that they passed and, as long as it is kept, the coarse way.
     *
     * @throws AppError platform.notFound for a record that is not hers
     */
    async patrols(request: Request, volunteerId: string, { limit, cursor }: PageQuery): Promise<Page<OwnPatrol>> {
      await people.copies.mustBeHers(request, volunteerId);
      const asked = {
        range: { beginsWith: 'PATROL#' },
        limit: Math.min(limit, mostPatrols),
        cursor,
        newestFirst: true,
      };
      const page = await table.query(PatrolOf, patrolsOf(volunteerId), asked);
      const found = (await table.getAll(PatrolItem, page.items)).filter((patrol) => patrol !== undefined);
      const ways = await Promise.all(found.map(({ patrolId }) => keptWay(table, patrolId, request.now)));
      return {
        ...page,
        items: found.map((patrol, place) => ({ ...factsOf(patrol, request.now), way: ways[place] ?? [] })),
      };
    },

    /** Honours, evaluations and complaints in the file of a record, the newest first. @throws AppError platform.notFound for a record that is not hers */
    async fileEntries(request: Request, volunteerId: string, { limit, cursor }: PageQuery): Promise<Page<FileEntry>> {
      await people.copies.mustBeHers(request, volunteerId);
      const range = { beginsWith: 'FILE_ENTRY#' };
      return table.query(FileEntryItem, `VOLUNTEER#${volunteerId}`, { range, limit, cursor, newestFirst: true });
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

/** Each patrol is a query of its own. */
const mostPatrols = 20;
