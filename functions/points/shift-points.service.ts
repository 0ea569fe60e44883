import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { ShiftPoints } from '@kaifong/shared/points/schema.ts';
import type { Request } from '../platform/request.ts';
import type { Table } from '../platform/table.ts';
import { ShiftPointsItem } from './points.table.ts';

/** What a shift brought the people who served at it. */
export function shiftPointsService({ table }: Readonly<{ table: Table }>) {
  const read = (shiftId: string, page: PageQuery) =>
    table.query(ShiftPointsItem, `SHIFT#${shiftId}`, { range: { beginsWith: 'VOLUNTEER#' }, ...page });

  return {
    /**
     * The points of a shift, by volunteer. The ledger knows of a shift what was booked for it: before the first booking it is not found.
     *
     * @throws AppError platform.notFound
     */
    async list({ actor }: Request, shiftId: string, page: PageQuery): Promise<Page<ShiftPoints>> {
      const found = await read(shiftId, page);
      // A cursor may lead to an empty last page; whose shift it is the first booking says.
      const [any] = found.items.length > 0 ? found.items : (await read(shiftId, { limit: 1 })).items;
      if (!any) throw new AppError(platformErrors.notFound);
      actor.mustReach('points.readShift', { scope: any.teamScope });
      return found;
    },
  };
}
