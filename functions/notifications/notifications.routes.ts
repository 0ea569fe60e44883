import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Notification } from '@kaifong/shared/notifications/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { query } from '../platform/operation.ts';
import type { Notifications } from './index.ts';

/** What a person was told. */
export function notificationsRoutes({ inbox }: Notifications) {
  return new Hono<ApiEnv>().get(
    '/notifications',
    query(
      {
        id: 'listNotifications',
        summary: 'What you were told, newest first, in your language',
        permission: 'notification.readOwn',
        query: PageQuery,
        answer: [200, Page(Notification)],
      },
      (request, { query }, context) => inbox.list(request, query, languageFrom(context.req.header('accept-language'))),
    ),
  );
}
