import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { groupOf, mayGoOut, namesSomebody, waitsForDigest } from '@kaifong/shared/notifications/groups.ts';
import type { Notice } from '@kaifong/shared/notifications/notice.ts';
import type { SentMessage } from '@kaifong/shared/notifications/schema.ts';
import { channelsFor } from '@kaifong/shared/notifications/settings.ts';
import { wordsOf } from '@kaifong/shared/notifications/texts.ts';
import type { Request } from '../platform/request.ts';
import type { Write } from '../platform/transact.ts';
import type { ChoiceService } from './choice.service.ts';
import { MessageItem } from './delivery.table.ts';
import type { NotificationsDeps } from './deps.ts';

export type OutgoingService = ReturnType<typeof outgoingService>;

/** Which notices leave the site, and what went. */
export function outgoingService({ table, now }: NotificationsDeps, choices: Pick<ChoiceService, 'find'>) {
  /** What went to an account, newest first, in the words that were sent. */
  async function sentTo(accountId: string, { limit, cursor }: PageQuery): Promise<Page<SentMessage>> {
    const [page, { language }] = await Promise.all([
      table.query(MessageItem, `MESSAGES#${accountId}`, { limit, cursor, newestFirst: true }),
      choices.find(accountId),
    ]);
    return {
      ...page,
      items: page.items.map(({ eventId, at, notice, state, channel, sentAt }) => ({
        ...{ id: eventId, at, state, channel, sentAt },
        ...outsideWords(notice, language),
      })),
    };
  }

  return {
    /** The write that puts a notice on its way, or none where the person wants it on the site only. */
    async messageFor(
      accountId: string,
      { id: eventId, at }: Pick<DomainEvent, 'id' | 'at'>,
      notice: Notice,
      volunteerId?: string,
    ): Promise<Write | undefined> {
      if (!mayGoOut(notice)) return undefined;
      const choice = await choices.find(accountId);
      const waits = choice.digestAt !== undefined && waitsForDigest(notice.kind);
      if (waits || channelsFor(choice, groupOf(notice.kind)).length === 0) return undefined;
      return table.put(MessageItem, {
        accountId,
        ...(volunteerId && { volunteerId }),
        ...{ at, eventId, notice, state: 'waiting', dueAt: now(), tries: 0, failed: [], version: 0 },
      });
    },

    sentTo,

    /** What went to the person, newest first, in the words that were sent. */
    sent: ({ actor }: Request, page: PageQuery): Promise<Page<SentMessage>> => sentTo(actor.accountId, page),
  };
}

/** A notice in the words in which it leaves the site. */
export function outsideWords(notice: Notice, language: Language): { heading: string; body?: string } {
  const { heading, body } = wordsOf(notice, language);
  return namesSomebody(notice) ? { heading } : { heading, body };
}
