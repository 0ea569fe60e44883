import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Lookup } from '../../platform/lookup.ts';
import type { Table } from '../../platform/table.ts';
import { LineItem, SeatItem, ShiftItem } from '../scheduling.table.ts';

type ShiftAndSeats = Readonly<{ shift: ShiftItem; seats: readonly SeatItem[] }>;

/** Consistent reads of one shift and what belongs to it, for commands to decide by. */
export function shiftReader(table: Table) {
  const kinds = { shifts: ShiftItem, seats: SeatItem };

  async function mustFind(shiftId: string): Promise<ShiftItem> {
    const shift = await table.get(ShiftItem, { id: shiftId });
    if (!shift) throw new AppError(platformErrors.notFound);
    return shift;
  }

  return {
    /** The shift, to be read together with other items. */
    lookup: (shiftId: string): Lookup<ShiftItem | undefined> => table.lookup(ShiftItem, { id: shiftId }),

    /** The shift. @throws AppError platform.notFound */
    mustFind,

    /** The shift and all its seats, in one read. @throws AppError platform.notFound */
    async withSeats(shiftId: string): Promise<ShiftAndSeats> {
      const { shifts, seats } = await table.collect(`SHIFT#${shiftId}`, { beginsWith: 'SHIFT' }, kinds);
      if (!shifts[0]) throw new AppError(platformErrors.notFound);
      return { shift: shifts[0], seats };
    },

    /** The seats of a shift. */
    async seats(shiftId: string): Promise<SeatItem[]> {
      const { seats } = await table.collect(`SHIFT#${shiftId}`, { beginsWith: 'SHIFT#' }, { seats: SeatItem });
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
