import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import type { Notice } from '@kaifong/shared/notifications/notice.ts';
import type { Notification } from '@kaifong/shared/notifications/schema.ts';
import { wordsOf } from '@kaifong/shared/notifications/texts.ts';
import type { Request } from '../platform/request.ts';
import { transact } from '../platform/transact.ts';
import type { NotificationsDeps } from './deps.ts';
import { NoticeItem } from './notifications.table.ts';

/** What people are told. */
export function inboxService({ table, people }: NotificationsDeps) {
  async function tell(accountId: string, event: DomainEvent, notice: Notice): Promise<void> {
    const item = { accountId, at: event.at, eventId: event.id, notice };
    await transact(table.client, { notice: table.put(NoticeItem, item, { absent: true }) });
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
        })),
      };
    },
  };
}
