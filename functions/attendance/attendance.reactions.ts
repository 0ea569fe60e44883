import { serviceRecorded } from '@kaifong/shared/attendance/events.ts';
import { mergeBegun, mergeUndoingBegun } from '@kaifong/shared/people/merge-events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Attendance } from './index.ts';

/** Two records that are one person's, or are not, move their minutes; each service that is confirmed is looked at. */
export function attendanceReactions({ merges, watch }: Pick<Attendance, 'merges' | 'watch'>): Reaction[] {
  return [
    on(mergeBegun, (pair, { at }) => merges.moveThere(pair, at)),
    on(mergeUndoingBegun, (pair, { at }) => merges.moveBack(pair, at)),
    on(serviceRecorded, async (service, { at }) => {
      if (service.kind === 'service') await watch.look(service, at);
    }),
  ];
}
