import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Route } from '../platform/api.ts';
import { masterKeyring } from '../platform/keyring.ts';
import { lineLog } from '../platform/log.ts';
import { allRoutesOf } from '../platform/on-demand.ts';
import { sealerFor } from '../platform/sealing.ts';
import { Table } from '../platform/table.ts';
import { createCare, createCareApi } from './index.ts';

/** What the routes of care say of themselves, for its API document and for tests: the API built over clients that reach nothing. */
export function declaredCareRoutes(): Promise<Route[]> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'none' }));
  const log = lineLog(() => {});
  const care = createCare({
    table: new Table(client, 'care'),
    totals: new Table(client, 'totals'),
    sealer: sealerFor(masterKeyring(Buffer.alloc(32))),
    eligibilityOf: async () => undefined,
    eligibilityByNumber: async () => undefined,
    onCallAt: async () => [],
    pageOnCall: async () => {},
    log,
  });
  const kit = { authenticate: async () => undefined, now: () => new Date().toISOString(), log };
  return allRoutesOf(createCareApi(kit, care));
}
