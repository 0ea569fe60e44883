import { amendmentMoved } from '@kaifong/shared/attendance/amendments/events.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { AmendmentItem } from './amendment.table.ts';

/** The event that tells where an amendment has come to. */
export function moveOf(amendment: AmendmentItem, at: Instant) {
  const { id, volunteerId, shiftId, state, noticeUntil, askedBy, askerId } = amendment;
  return amendmentMoved.make(at, {
    ...{ amendmentId: id, volunteerId, shiftId, state },
    ...(noticeUntil && { noticeUntil }),
    ...(askedBy === 'leader' && { askedByLeader: askerId }),
  });
}
