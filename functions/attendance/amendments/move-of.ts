import { amendmentMoved } from '@kaifong/shared/attendance/amendments/events.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { AmendmentItem } from './amendment.table.ts';

/** The event that tells where an amendment has come to. */
export function moveOf({ id, volunteerId, shiftId, state, noticeUntil }: AmendmentItem, at: Instant) {
  return amendmentMoved.make(at, {
    ...{ amendmentId: id, volunteerId, shiftId, state },
    ...(noticeUntil && { noticeUntil }),
  });
}
