import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Notification } from '@kaifong/shared/notifications/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { routesOnDemand } from '../platform/on-demand.ts';
import { query } from '../platform/operation.ts';
import type { Notifications } from './index.ts';

const choices = (notifications: Notifications) =>
  routesOnDemand(['/notice-choice', '/sent-messages', '/unsubscriptions'], async () =>
    (await import('./choice.routes.ts')).choiceRoutes(notifications),
  );

const copies = (notifications: Notifications) =>
  routesOnDemand(['/notification-copy'], async () =>
    (await import('./copy.routes.ts')).noticeCopyRoutes(notifications),
  );

/** What a person was told. */
export function notificationsRoutes(notifications: Notifications) {
  const { inbox } = notifications;
  return new Hono<ApiEnv>()
    .route('/', choices(notifications))
    .route('/', copies(notifications))
    .get(
      '/notifications',
      query(
        {
          id: 'listNotifications',
          summary: 'What you were told, newest first, in your language',
          permission: 'notification.readOwn',
          query: PageQuery,
          answer: [200, Page(Notification)],
        },
        (request, { query }, context) =>
          inbox.list(request, query, languageFrom(context.req.header('accept-language'))),
      ),
    );
}
