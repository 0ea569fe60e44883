import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Notification, SentMessage } from '@kaifong/shared/notifications/schema.ts';
import { VolunteerParams } from '@kaifong/shared/people/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { query } from '../platform/operation.ts';
import type { Notifications } from './index.ts';

/** What a record that is the person's own or was made hers by a merge was told, for the copy of her own data. */
export function noticeCopyRoutes({ copies }: Pick<Notifications, 'copies'>) {
  return new Hono<ApiEnv>()
    .get(
      '/notification-copy/:volunteerId/notices',
      query(
        {
          id: 'copyNotices',
          summary: 'What a record of the person was told, newest first: a part of the copy of one’s own data',
          permission: 'notification.readOwn',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(Notification)],
        },
        (request, { params, query }, context) =>
          copies.notices(request, params.volunteerId, query, languageFrom(context.req.header('accept-language'))),
      ),
    )
    .get(
      '/notification-copy/:volunteerId/sent-messages',
      query(
        {
          id: 'copySentMessages',
          summary: 'What went to a record of the person by other channels, newest first, in the words that were sent',
          permission: 'notification.readOwn',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(SentMessage)],
        },
        (request, { params, query }) => copies.sentMessages(request, params.volunteerId, query),
      ),
    );
}
