import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KMSClient } from '@aws-sdk/client-kms';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { type TestEngine, testEngine } from '@kaifong/infra/local/test-engine.ts';
import { tableNames } from '@kaifong/infra/tables.ts';
import { serviceRecorded } from '@kaifong/shared/attendance/events.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  DynamoDBBatchResponse,
  DynamoDBRecord,
} from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { encode } from '../platform/item-type.ts';
import { kmsKeyring } from '../platform/kms-keyring.ts';
import { EventItem } from '../platform/outbox.ts';
import { sealerFor } from '../platform/sealing.ts';
import { Table } from '../platform/table.ts';
import { VolunteerAccount } from '../points/points.table.ts';
import { bundleFolder, entryPoints } from './build.ts';
import { startFakeCloud } from './fake-cloud.ts';

type Handler<Answer> = (event: unknown, context: unknown) => Promise<Answer>;

let engine: TestEngine;
let cloud: Awaited<ReturnType<typeof startFakeCloud>>;

/** Imports a bundle as Lambda would, with what the stacks put into its environment. */
async function handlerOf<Answer>(name: (typeof entryPoints)[number]): Promise<Handler<Answer>> {
  vi.stubEnv('LAMBDA_TASK_ROOT', join(bundleFolder, name));
  return (await import(join(bundleFolder, name, 'index.mjs'))).handler;
}

beforeAll(async () => {
  for (const name of entryPoints) {
    if (!existsSync(join(bundleFolder, name))) throw new Error(`dist has no ${name}: run "npm run build" first.`);
  }
  [engine, cloud] = await Promise.all([testEngine(), startFakeCloud()]);
  const environment = {
    AWS_REGION: 'cn-north-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_KMS: cloud.url,
    DYNAMODB_ENDPOINT: engine.endpoint,
    API_ORIGIN: 'https://liwan.example',
    FILES_ENDPOINT: `${cloud.url}/files`,
    SMS_GATEWAY_URL: `${cloud.url}/sms`,
    PAGER_URL: `${cloud.url}/pager`,
    ...Object.fromEntries(tableNames.map((name) => [`${name.toUpperCase()}_TABLE`, engine.tables[name]])),
    ...Object.fromEntries(
      ['PERSONAL', 'CARE'].flatMap((kind) => [`${kind}_KEY_ID`, `${kind}_MAC_KEY_ID`].map((name) => [name, name])),
    ),
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const keys = { sealing: 'PERSONAL_KEY_ID', indexing: 'PERSONAL_MAC_KEY_ID' };
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const sealer = sealerFor(kmsKeyring(new KMSClient({ endpoint: cloud.url, region: 'cn-north-1', credentials }), keys));
  vi.stubEnv('SMS_GATEWAY_TOKEN_SEALED', await sealer.seal('gateway token', 'settings/smsGatewayToken'));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([engine.stop(), cloud.stop()]);
});

describe('the bundle of', () => {
  it.each(entryPoints)('%s comes up in a process of its own', async (name) => {
    const load = `await import(${JSON.stringify(join(bundleFolder, name, 'index.mjs'))}); process.exit(0)`;
    const env = { ...process.env, LAMBDA_TASK_ROOT: join(bundleFolder, name) };
    // An entry point that waits for itself ends with 13.
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', load], { env });
  });

  it('the API signs somebody in over API Gateway: a code by the gateway, a session as a cookie', async () => {
    const handler = await handlerOf<APIGatewayProxyStructuredResultV2>('api');
    const asked = await handler(request('POST', '/api/one-time-codes', { body: { mobile: '13800000001' } }), {});
    expect([asked.statusCode, JSON.parse(asked.body ?? '')]).toEqual([202, { expiresInSeconds: 300 }]);
    const message = cloud.sent.at(-1);
    expect(message).toMatchObject({ path: '/sms', to: '+8613800000001', authorization: 'Bearer gateway token' });

    const body = { mobile: '13800000001', code: message?.code };
    const cookies = asked.cookies?.map((each) => each.split(';')[0] ?? '') ?? [];
    const signedIn = await handler(request('POST', '/api/sessions', { body, cookies }), {});
    expect(signedIn.statusCode).toBe(201);
    const [cookie = ''] = signedIn.cookies ?? [];
    expect(cookie).toContain('HttpOnly; Secure; SameSite=Lax');
    const session = await handler(request('GET', '/api/session', { cookies: [cookie.split(';')[0] ?? ''] }), {});
    expect(JSON.parse(session.body ?? '').account).toMatchObject({ roles: [] });

    const document = await handler(request('GET', '/api/openapi.json'), {});
    expect(JSON.parse(document.body ?? '').openapi).toBe('3.1.0');
    expect((await handler(request('GET', '/api/docs'), {})).headers?.['content-type']).toContain('text/html');
  });

  it('the care API lets no stranger in', async () => {
    const handler = await handlerOf<APIGatewayProxyStructuredResultV2>('care-api');
    const answer = await handler(request('GET', '/api/care/queue?place=440103'), {});
    expect([answer.statusCode, JSON.parse(answer.body ?? '').code]).toEqual([401, 'platform.signInNeeded']);
  });

  it('the change feed books points for a served shift, once, and reports a record that it cannot read', async () => {
    const handler = await handlerOf<DynamoDBBatchResponse>('on-change');
    const now = toInstant(Date.now());
    const volunteerId = newId('volunteer', Date.now());
    const event = serviceRecorded.make(now, {
      volunteerId,
      seq: 1,
      kind: 'service',
      minutes: 130,
      day: '2026-11-24',
      shiftId: newId('shift', Date.now()),
      teamScope: '440103/001/001/T0001',
      community: '440103/001/001',
    });
    const points = new Table(DynamoDBDocumentClient.from(engine.client), engine.tables.points);
    const told = streamRecord(encode(EventItem, event));
    // The volunteer of this event is known to nobody, so that telling her fails after her points were booked.
    for (let delivery = 0; delivery < 2; delivery += 1) await handler({ Records: [told] }, {});
    expect(await points.get(VolunteerAccount, { volunteerId })).toMatchObject({
      balance: 2,
      carriedMinutes: 10,
      seq: 1,
    });

    const broken = streamRecord({ ...encode(EventItem, event), at: 'never' });
    expect(await handler({ Records: [broken] }, {})).toEqual({ batchItemFailures: [{ itemIdentifier: '100000' }] });
    const other = { ...told, eventName: 'MODIFY' as const };
    expect(await handler({ Records: [other] }, {})).toEqual({ batchItemFailures: [] });
  });

  it('the clocks take the event of a rule', async () => {
    const tick = { 'detail-type': 'Scheduled Event', source: 'aws.events', time: '2026-11-24T02:00:00Z', detail: {} };
    for (const name of ['on-clock', 'care-on-clock'] as const) {
      await expect((await handlerOf<void>(name))(tick, {})).resolves.toBeUndefined();
    }
  });

  it('the site shows its pages, the ready-made ones too', async () => {
    const handler = await handlerOf<APIGatewayProxyStructuredResultV2>('site');
    const pages = await Promise.all(['/sign-in', '/help'].map((path) => handler(request('GET', path), {})));
    expect(pages.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(pages[0]?.body).toContain('<html lang="zh-Hans">');
    expect(pages[1]?.body).toContain('12356');
    for (const { headers } of pages)
      expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' });
  });
});

/** What API Gateway v2 sends. */
function request(
  method: string,
  address: string,
  options: { body?: unknown; cookies?: string[] } = {},
): APIGatewayProxyEventV2 {
  const [rawPath = '/', rawQueryString = ''] = address.split('?');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: {
      host: 'liwan.example',
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-proto': 'https',
      'accept-language': 'zh-CN',
      ...(method !== 'GET' && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(options.cookies && { cookies: options.cookies }),
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'liwan.example',
      domainPrefix: 'liwan',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '203.0.113.9', userAgent: 'test' },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: '24/Nov/2026:02:00:00 +0000',
      timeEpoch: Date.now(),
    },
  };
}

/** What a stream sends for a new item. */
function streamRecord(row: Record<string, unknown>): DynamoDBRecord {
  const image = marshall(row, { removeUndefinedValues: true }) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];
  return {
    eventID: randomUUID(),
    eventName: 'INSERT',
    eventSource: 'aws:dynamodb',
    eventVersion: '1.1',
    awsRegion: 'cn-north-1',
    dynamodb: {
      ...(image && { NewImage: image }),
      SequenceNumber: '100000',
      StreamViewType: 'NEW_IMAGE',
      SizeBytes: 300,
    },
  };
}
