import { hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import type { MadeUpStay } from '../demo.ts';
import { NoShowItem } from './no-show.table.ts';

/** A made-up mark that the person contests, stored just as marking and contesting would have left it, but without the events. */
export function contestedNoShow(
  table: Table,
  {
    shift,
    volunteerId,
    markedBy,
    statement,
  }: Pick<MadeUpStay, 'shift' | 'volunteerId'> & {
    markedBy: string;
    statement: string;
  },
): Write {
  const { id: shiftId, title, teamScope, startsAt, endsAt } = shift;
  return table.put(NoShowItem, {
    ...{ volunteerId, shiftId, title, teamScope, startsAt, endsAt, markedBy, statement },
    ...{ state: 'contested', markedAt: shiftBy(endsAt, hour), contestedAt: shiftBy(endsAt, 14 * hour), version: 2 },
  });
}
