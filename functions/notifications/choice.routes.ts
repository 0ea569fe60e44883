import { Done } from '@kaifong/shared/identity/schema.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { noticeErrors } from '@kaifong/shared/notifications/errors.ts';
import { SentMessage, Unsubscription } from '@kaifong/shared/notifications/schema.ts';
import { NoticeChoiceChange, OwnNoticeChoice } from '@kaifong/shared/notifications/settings.ts';
import { Hono } from 'hono';
import * as z from 'zod';
import type { ApiEnv } from '../platform/kit.ts';
import { command, query } from '../platform/operation.ts';
import type { Notifications } from './index.ts';

/** How a person wants to be told, and what went to them. */
export function choiceRoutes({ choices, outgoing }: Notifications) {
  return new Hono<ApiEnv>()
    .get(
      '/notice-choice',
      query(
        {
          id: 'readNoticeChoice',
          summary: 'By which channels and at which hours you are told',
          permission: 'notification.choose',
          answer: [200, OwnNoticeChoice],
        },
        (request) => choices.readOwn(request),
      ),
    )
    .put(
      '/notice-choice',
      command(
        {
          id: 'changeNoticeChoice',
          summary: 'Choose by which channels and at which hours you are told',
          permission: 'notification.choose',
          body: NoticeChoiceChange,
          answer: [200, z.object({ version: z.int() })],
          errors: [noticeErrors.changedMeanwhile],
        },
        (request, { body }) => choices.change(request, body),
      ),
    )
    .get(
      '/sent-messages',
      query(
        {
          id: 'listSentMessages',
          summary: 'What went to you by other channels than the site, newest first, and what became of it',
          permission: 'notification.readOwn',
          query: PageQuery,
          answer: [200, Page(SentMessage)],
        },
        (request, { query }) => outgoing.sent(request, query),
      ),
    )
    .post(
      '/unsubscriptions',
      command(
        {
          id: 'unsubscribe',
          summary: 'End the e-mails to whoever got the link in one of them',
          permission: 'notification.unsubscribe',
          body: Unsubscription,
          answer: [200, Done],
          errors: [platformErrors.notFound],
        },
        (request, { body }) => choices.unsubscribe(request, body.token),
      ),
    );
}
