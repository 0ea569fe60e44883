import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import type { Notice } from '@kaifong/shared/notifications/notice.ts';
import type { Notification } from '@kaifong/shared/notifications/schema.ts';
import type { Request } from '../platform/request.ts';
import { transact } from '../platform/transact.ts';
import { ChoiceItem, DigestItem, MessageItem } from './delivery.table.ts';
import type { NotificationsDeps } from './deps.ts';
import { ClosedRecipient, NoticeItem } from './notifications.table.ts';
import type { outgoingService } from './outgoing.service.ts';

/** What is told because of an event, or because of the time. */
type Occasion = Pick<DomainEvent, 'id' | 'at' | 'type'>;

export type InboxService = ReturnType<typeof inboxService>;

/** What people are told. */
export function inboxService(
  { table, people }: NotificationsDeps,
  outgoing: Pick<ReturnType<typeof outgoingService>, 'messageFor'>,
) {
  async function tell(accountId: string, event: Occasion, notice: Notice, volunteerId?: string): Promise<void> {
    const item = { accountId, at: event.at, eventId: event.id, notice };
    await transact(table.client, {
      notice: table.put(NoticeItem, item, { absent: true }),
      message: await outgoing.messageFor(accountId, event, notice, volunteerId),
      open: table.check(ClosedRecipient, { accountId }, { absent: true }),
    });
  }

  /** What an account was told, newest first, in the language of whoever reads it. */
  async function listOf(
    accountId: string,
    { limit, cursor }: PageQuery,
    language: Language,
  ): Promise<Page<Notification>> {
    // The words of all notices are much to read, and nothing else needs them.
    const [page, { wordsOf }] = await Promise.all([
      table.query(NoticeItem, `RECIPIENT#${accountId}`, { limit, cursor, newestFirst: true }),
      import('@kaifong/shared/notifications/texts.ts'),
    ]);
    return {
      ...page,
      items: page.items.map(({ eventId, at, notice, undelivered }) => ({
        id: eventId,
        at,
        kind: notice.kind,
        ...wordsOf(notice, language),
        ...(undelivered && { undelivered }),
        ...('shiftId' in notice && { shiftId: notice.shiftId }),
        ...('handoverId' in notice && { handoverId: notice.handoverId }),
      })),
    };
  }

  return {
    listOf,

    /** Tells an account of an event, once however often the event is delivered. */
    tell,

    /** Tells a volunteer. */
    async tellVolunteer(volunteerId: string, event: Occasion, notice: Notice): Promise<void> {
      const volunteer = await people.findVolunteer(volunteerId);
      if (!volunteer) throw new Error(`${event.type} is about a volunteer who does not exist`);
      await tell(volunteer.accountId, event, notice, volunteerId);
    },

    /** Forgets what an account was told; a second call finds nothing left. */
    async forget(accountId: string): Promise<void> {
      await transact(table.client, {
        closed: table.put(ClosedRecipient, { accountId }),
        choice: table.remove(ChoiceItem, { accountId }),
        digest: table.remove(DigestItem, { accountId }),
      });
      for (;;) {
        const [notices, messages] = await Promise.all([
          table.query(NoticeItem, `RECIPIENT#${accountId}`, { limit: 40 }),
          table.query(MessageItem, `MESSAGES#${accountId}`, { limit: 40 }),
        ]);
        if (notices.items.length + messages.items.length === 0) return;
        const writes = [
          ...notices.items.map((item) => [item.eventId, table.remove(NoticeItem, item)] as const),
          ...messages.items.map((item) => [`message ${item.eventId}`, table.remove(MessageItem, item)] as const),
        ];
        await transact(table.client, Object.fromEntries(writes));
      }
    },

    /** What the person was told, newest first, in their language. */
    list: ({ actor }: Request, page: PageQuery, language: Language): Promise<Page<Notification>> =>
      listOf(actor.accountId, page, language),
  };
}
