import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import type { Notice } from '@kaifong/shared/notifications/notice.ts';
import type { Notification } from '@kaifong/shared/notifications/schema.ts';
import { wordsOf } from '@kaifong/shared/notifications/texts.ts';
import type { Request } from '../platform/request.ts';
import { transact } from '../platform/transact.ts';
import type { NotificationsDeps } from './deps.ts';
import { ClosedRecipient, NoticeItem } from './notifications.table.ts';

/** What people are told. */
export function inboxService({ table, people }: NotificationsDeps) {
  async function tell(accountId: string, event: DomainEvent, notice: Notice): Promise<void> {
    const item = { accountId, at: event.at, eventId: event.id, notice };
    await transact(table.client, {
      notice: table.put(NoticeItem, item, { absent: true }),
      open: table.check(ClosedRecipient, { accountId }, { absent: true }),
    });
  }

  return {
    /** Tells an account of an event, once however often the event is delivered. */
    tell,

    /** Tells a volunteer. */
    async tellVolunteer(volunteerId: string, event: DomainEvent, notice: Notice): Promise<void> {
      const volunteer = await people.findVolunteer(volunteerId);
      if (!volunteer) throw new Error(`${event.type} is about a volunteer who does not exist`);
      await tell(volunteer.accountId, event, notice);
    },

    /** Forgets what an account was told; a second call finds nothing left. */
    async forget(accountId: string): Promise<void> {
      await transact(table.client, { closed: table.put(ClosedRecipient, { accountId }) });
      for (;;) {
        const { items } = await table.query(NoticeItem, `RECIPIENT#${accountId}`, { limit: 50 });
        if (items.length === 0) return;
        const writes = items.map((item) => [item.eventId, table.remove(NoticeItem, item)] as const);
        await transact(table.client, Object.fromEntries(writes));
      }
    },

    /** What the person was told, newest first, in their language. */
    async list({ actor }: Request, { limit, cursor }: PageQuery, language: Language): Promise<Page<Notification>> {
      const page = await table.query(NoticeItem, `RECIPIENT#${actor.accountId}`, { limit, cursor, newestFirst: true });
      return {
        ...page,
        items: page.items.map(({ eventId, at, notice }) => ({
          id: eventId,
          at,
          kind: notice.kind,
          ...wordsOf(notice, language),
          ...('shiftId' in notice && { shiftId: notice.shiftId }),
          ...('handoverId' in notice && { handoverId: notice.handoverId }),
        })),
      };
    },
  };
}
