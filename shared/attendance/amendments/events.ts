import * as z from 'zod';
import { eventType } from '../../kernel/events.ts';
import { Id } from '../../kernel/ids.ts';
import { Instant } from '../../kernel/time.ts';
import { AmendmentState } from './schema.ts';

/** An amendment of somebody's hours came to another state. */
export const amendmentMoved = eventType(
  'attendance.amendmentMoved',
  z.object({
    amendmentId: Id('amendment'),
    volunteerId: Id('volunteer'),
    shiftId: Id('shift'),
    state: AmendmentState,
    noticeUntil: Instant.optional(),
    /** Who asked for it, where that was the leader; else the volunteer did. */
    askedByLeader: Id('account').optional(),
  }),
);
