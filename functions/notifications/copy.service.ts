import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Notification, SentMessage } from '@kaifong/shared/notifications/schema.ts';
import type { Request } from '../platform/request.ts';
import type { NotificationsDeps } from './deps.ts';
import type { InboxService } from './inbox.service.ts';
import type { OutgoingService } from './outgoing.service.ts';

type Parts = Readonly<{ inbox: Pick<InboxService, 'listOf'>; outgoing: Pick<OutgoingService, 'sentTo'> }>;

/** What one of a person's records was told: her part of the copy of her own data (个人信息保护法 art. 45). */
export function copyService({ people }: Pick<NotificationsDeps, 'people'>, { inbox, outgoing }: Parts) {
  /** The account that a record had or has. @throws AppError platform.notFound for a record that is not hers */
  async function accountOf(request: Request, volunteerId: string): Promise<string> {
    await people.copies.mustBeHers(request, volunteerId);
    const record = await people.findVolunteer(volunteerId);
    if (!record) throw new AppError(platformErrors.notFound);
    return record.accountId;
  }

  return {
    /** What the site told the record's account, newest first. @throws AppError platform.notFound for a record that is not hers */
    async notices(
      request: Request,
      volunteerId: string,
      page: PageQuery,
      language: Language,
    ): Promise<Page<Notification>> {
      return inbox.listOf(await accountOf(request, volunteerId), page, language);
    },

    /** What went to that account by other channels, newest first. @throws AppError platform.notFound for a record that is not hers */
    async sentMessages(request: Request, volunteerId: string, page: PageQuery): Promise<Page<SentMessage>> {
      return outgoing.sentTo(await accountOf(request, volunteerId), page);
    },
  };
}
