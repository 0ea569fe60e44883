import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Table } from '../platform/table.ts';
import { LineItem, SeatItem, ShiftItem } from './scheduling.table.ts';

/** Consistent reads of one shift and what belongs to it, for commands to decide by. */
export function shiftReader(table: Table) {
  return {
    /** The shift. @throws AppError platform.notFound */
    async mustFind(shiftId: string): Promise<ShiftItem> {
      const shift = await table.get(ShiftItem, { id: shiftId });
      if (!shift) throw new AppError(platformErrors.notFound);
      return shift;
    },

    /** The shift and its seats, in one read. @throws AppError platform.notFound */
    async withSeats(shiftId: string): Promise<{ shift: ShiftItem; seats: SeatItem[] }> {
      const range = { from: 'SEAT#', to: 'SHIFT' };
      const { shifts, seats } = await table.collect(`SHIFT#${shiftId}`, range, { shifts: ShiftItem, seats: SeatItem });
      const shift = shifts[0];
      if (!shift) throw new AppError(platformErrors.notFound);
      return { shift, seats };
    },

    /** The seats of a shift. */
    async seats(shiftId: string): Promise<SeatItem[]> {
      const { seats } = await table.collect(`SHIFT#${shiftId}`, { beginsWith: 'SEAT#' }, { seats: SeatItem });
      return seats;
    },

    /** The shift and the end of its line, in one read. @throws AppError platform.notFound */
    async withLine(shiftId: string): Promise<{ shift: ShiftItem; line: LineItem }> {
      const [shift, line] = await table.getPair([ShiftItem, { id: shiftId }], [LineItem, { shiftId }]);
      if (!shift || !line) throw new AppError(platformErrors.notFound);
      return { shift, line };
    },
  };
}

export type ShiftReader = ReturnType<typeof shiftReader>;
