import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { Notice } from '@kaifong/shared/notifications/notice.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of the notifications table
 *
 *   what an account was told, newest first       RECIPIENT#<account>     <instant>#<event>
 *   that an account was closed                   CLOSED#<account>        CLOSED
 *
 * The instant is the event's, so that a redelivered event finds its notice already there.
 */

export const NoticeItem = itemType({
  entity: 'notice',
  schema: z.object({
    accountId: Id('account'),
    at: Instant,
    eventId: z.string(),
    notice: Notice,
    undelivered: z.literal(true).optional(),
  }),
  key: ({ accountId, at, eventId }: { accountId: string; at: string; eventId: string }) => ({
    pk: `RECIPIENT#${accountId}`,
    sk: `${at}#${eventId}`,
  }),
});

/** There once an account was closed: nobody is told anything there any more, also when an event of earlier comes again. */
export const ClosedRecipient = itemType({
  entity: 'closedRecipient',
  schema: z.object({ accountId: Id('account') }),
  key: ({ accountId }: { accountId: string }) => ({ pk: `CLOSED#${accountId}`, sk: 'CLOSED' }),
});
