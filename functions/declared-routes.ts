import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createApi } from './api.ts';
import { createContexts } from './contexts.ts';
import type { Route } from './platform/api.ts';
import { memoryFiles } from './platform/file-store.ts';
import { masterKeyring } from './platform/keyring.ts';
import { lineLog } from './platform/log.ts';
import { allRoutesOf } from './platform/on-demand.ts';
import { Receipts } from './platform/receipts.ts';
import { sealerFor } from './platform/sealing.ts';
import { Table } from './platform/table.ts';

/** What the routes say of themselves, for the API document and for tests: the API built over clients that reach nothing. */
export function declaredRoutes(): Promise<Route[]> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'none' }));
  const table = (name: string) => new Table(client, name);
  const contexts = createContexts({
    tables: table,
    sealer: sealerFor(masterKeyring(Buffer.alloc(32))),
    files: memoryFiles(),
    sms: { sendCode: async () => {} },
    messenger: { send: async () => {} },
    now: () => new Date().toISOString(),
    demo: false,
    readFont: async () => new Uint8Array(),
  });
  const kit = {
    authenticate: contexts.identity.authenticate,
    receipts: new Receipts(table('platform')),
    now: () => new Date().toISOString(),
    log: lineLog(() => {}),
  };
  return allRoutesOf(createApi(kit, contexts, { secureCookies: true, readDocument: async () => ({}) }));
}
