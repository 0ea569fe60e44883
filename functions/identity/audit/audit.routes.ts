import { AuditFile, AuditKey, AuditPage, AuditQuery, OwnAuditEntry } from '@kaifong/shared/identity/audit.ts';
import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { query } from '../../platform/operation.ts';
import type { Identity } from '../index.ts';

/** What was done: searched by those who answer for it, and read by the person whom it was done to. */
export function auditRoutes({ audit, auditFiles }: Pick<Identity, 'audit' | 'auditFiles'>) {
  return new Hono<ApiEnv>()
    .get(
      '/audit',
      query(
        {
          id: 'searchAudit',
          summary: 'What was done in a place and all below it, by day, by whom or to whom',
          permission: 'audit.search',
          query: AuditQuery,
          answer: [200, AuditPage],
        },
        (request, { query }) => audit.search(request, query),
      ),
    )
    .get(
      '/audit/file',
      query(
        {
          id: 'exportAudit',
          summary: 'The same as a signed CSV file, 10,000 lines at most; itself in the audit',
          permission: 'audit.export',
          query: AuditQuery,
          answer: [200, AuditFile],
        },
        (request, { query }, context) =>
          auditFiles.make(request, query, languageFrom(context.req.header('accept-language'))),
      ),
    )
    .get(
      '/audit/key',
      query(
        {
          id: 'readAuditKey',
          summary: 'The public key by which signed files of the audit are checked',
          permission: 'audit.readKey',
          answer: [200, AuditKey],
        },
        () => auditFiles.publicKey(),
      ),
    )
    .get(
      '/audit/mine',
      query(
        {
          id: 'listOwnAudit',
          summary: 'Who looked at or changed the own data: in which role, where and why, the newest first',
          permission: 'audit.readOwn',
          query: PageQuery,
          answer: [200, Page(OwnAuditEntry)],
        },
        (request, { query }) => audit.own(request, query),
      ),
    );
}
