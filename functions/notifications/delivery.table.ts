import { Id } from '@kaifong/shared/kernel/ids.ts';
import { day, epochSeconds, Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { channels } from '@kaifong/shared/notifications/groups.ts';
import { Notice } from '@kaifong/shared/notifications/notice.ts';
import { messageStates } from '@kaifong/shared/notifications/schema.ts';
import { NoticeChoice } from '@kaifong/shared/notifications/settings.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of what leaves the site, in the notifications table
 *
 *   how a person wants to be told                  CHOICE#<account>       CHOICE
 *   what went to a person, newest first            MESSAGES#<account>     <instant>#<event>
 *   whom to remind of a shift                      REMINDER#<shift>       <volunteer>
 *   a shift whose staffing is to be looked at      STAFFING#<shift>       STAFFING
 *   a leader's notice of the day                   DIGEST#<account>       DIGEST
 *   messages that are to go, by when               byDue: MESSAGES        <instant>#<account>#<event>
 *   reminders, by when                             byDue: REMINDERS       <instant>#<shift>#<volunteer>
 *   shifts to be looked at, by when                byDue: STAFFING        <instant>#<shift>
 *   notices of the day, by when                    byDue: DIGESTS         <instant>#<account>
 *
 * What is done has no `dueAt` and is in no index any more.
 */

export const ChoiceItem = itemType({
  entity: 'noticeChoice',
  schema: NoticeChoice.omit({ email: true }).extend({
    accountId: Id('account'),
    emailSealed: z.string().optional(),
    version: z.int(),
  }),
  key: ({ accountId }: { accountId: string }) => ({ pk: `CHOICE#${accountId}`, sk: 'CHOICE' }),
});
export type ChoiceItem = z.output<typeof ChoiceItem.schema>;

/** A notice that leaves the site. `tries` counts those of `channel`; `failed` has the channels that were given up. */
export const MessageItem = itemType({
  entity: 'message',
  schema: z.object({
    accountId: Id('account'),
    volunteerId: Id('volunteer').optional(),
    at: Instant,
    eventId: z.string(),
    notice: Notice,
    state: z.enum(messageStates),
    dueAt: Instant.optional(),
    channel: z.enum(channels).optional(),
    tries: z.int(),
    failed: z.array(z.enum(channels)),
    sentAt: Instant.optional(),
    version: z.int(),
  }),
  key: ({ accountId, at, eventId }: { accountId: string; at: string; eventId: string }) => ({
    pk: `MESSAGES#${accountId}`,
    sk: `${at}#${eventId}`,
  }),
  indexes: {
    byDue: ({ dueAt, accountId, eventId }) =>
      dueAt === undefined ? undefined : { pk: 'MESSAGES', sk: `${dueAt}#${accountId}#${eventId}` },
  },
  purgeAt: ({ at }) => epochSeconds(shiftBy(at, 90 * day)),
});
export type MessageItem = z.output<typeof MessageItem.schema>;

/** Whom to remind of a shift next, and when. `armedAt` is when she last took a place. */
export const ReminderItem = itemType({
  entity: 'reminder',
  schema: z.object({
    shiftId: Id('shift'),
    volunteerId: Id('volunteer'),
    armedAt: Instant,
    startsAt: Instant,
    stage: z.enum(['day', 'hours']),
    dueAt: Instant.optional(),
    version: z.int(),
  }),
  key: ({ shiftId, volunteerId }: { shiftId: string; volunteerId: string }) => ({
    pk: `REMINDER#${shiftId}`,
    sk: volunteerId,
  }),
  indexes: {
    byDue: ({ dueAt, shiftId, volunteerId }) =>
      dueAt === undefined ? undefined : { pk: 'REMINDERS', sk: `${dueAt}#${shiftId}#${volunteerId}` },
  },
  purgeAt: ({ startsAt }) => epochSeconds(shiftBy(startsAt, 30 * day)),
});
export type ReminderItem = z.output<typeof ReminderItem.schema>;

export const StaffingItem = itemType({
  entity: 'staffingLook',
  schema: z.object({ shiftId: Id('shift'), startsAt: Instant, dueAt: Instant.optional() }),
  key: ({ shiftId }: { shiftId: string }) => ({ pk: `STAFFING#${shiftId}`, sk: 'STAFFING' }),
  indexes: {
    byDue: ({ dueAt, shiftId }) => (dueAt === undefined ? undefined : { pk: 'STAFFING', sk: `${dueAt}#${shiftId}` }),
  },
  purgeAt: ({ startsAt }) => epochSeconds(shiftBy(startsAt, 30 * day)),
});
export type StaffingItem = z.output<typeof StaffingItem.schema>;

export const DigestItem = itemType({
  entity: 'digest',
  schema: z.object({ accountId: Id('account'), clock: z.string(), dueAt: Instant }),
  key: ({ accountId }: { accountId: string }) => ({ pk: `DIGEST#${accountId}`, sk: 'DIGEST' }),
  indexes: { byDue: ({ dueAt, accountId }) => ({ pk: 'DIGESTS', sk: `${dueAt}#${accountId}` }) },
});
export type DigestItem = z.output<typeof DigestItem.schema>;
