import { serviceRecorded } from '@kaifong/shared/attendance/events.ts';
import { certificateBatchCalled } from '@kaifong/shared/attendance/service-certificates/events.ts';
import { mergeBegun, mergeUndoingBegun } from '@kaifong/shared/people/merging/merge-events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Attendance } from './index.ts';

/**
 * Two records that are one person's, or are not, move their minutes; each service that is confirmed is looked at; certificates for a whole
 * place are issued step by step.
 */
export function attendanceReactions({
  merges,
  watch,
  certificateBatches,
}: Pick<Attendance, 'merges' | 'watch' | 'certificateBatches'>): Reaction[] {
  return [
    on(mergeBegun, (pair, { at }) => merges.moveThere(pair, at)),
    on(mergeUndoingBegun, (pair, { at }) => merges.moveBack(pair, at)),
    on(certificateBatchCalled, ({ batchId }, { at }) => certificateBatches.takeStep(batchId, at)),
    on(serviceRecorded, async ({ shiftId, ...service }, { at }) => {
      if (service.kind === 'service' && shiftId) await watch.look({ ...service, shiftId }, at);
    }),
  ];
}
