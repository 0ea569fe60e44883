import { followUpAlarmAt } from '@kaifong/shared/care/on-call/follow-up-alarm.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of what somebody has promised to tell, in the care table
 *
 *   whether a referral or a session was told of     CASE#<id>           PROMISE#<referral or session>
 *   those that nobody kept, the next alarm first    byDue: PROMISES     <instant of the next alarm>#<referral or session>
 *
 * It is put with the referral or the session itself, and says nothing of how that stands: the clock looks there when the time has come.
 */
export const PromiseItem = itemType({
  entity: 'promise',
  schema: z.object({
    caseId: Id('supportCase'),
    of: z.union([Id('referral'), Id('session')]),
    open: z.boolean(),
    /** By when it is to be told. */
    dueAt: Instant,
    /** How often somebody was called because it was not. */
    alarms: z.int(),
    version: z.int(),
  }),
  key: ({ caseId, of }: { caseId: string; of: string }) => ({ pk: `CASE#${caseId}`, sk: `PROMISE#${of}` }),
  indexes: {
    byDue: ({ open, of, ...alarm }) => (open ? { pk: openPromises, sk: `${followUpAlarmAt(alarm)}#${of}` } : undefined),
  },
});
export type PromiseRow = z.output<typeof PromiseItem.schema>;

export const openPromises = 'PROMISES';

/** What is to be told of a referral or a session, from now on. */
export const promised = (caseId: string, of: string, dueAt: Instant): PromiseRow => ({
  caseId,
  of,
  open: true,
  dueAt,
  alarms: 0,
  version: 0,
});
