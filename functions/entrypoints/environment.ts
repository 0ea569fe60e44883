import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import type { SignInSettings, Sms } from '../identity/index.ts';
import { deferred } from '../platform/deferred.ts';
import { documentClient } from '../platform/document-client.ts';
import type { Keyring } from '../platform/keyring.ts';
import { lineLog } from '../platform/log.ts';
import { messageGateway } from '../platform/message-gateway.ts';
import { s3Files } from '../platform/s3-files.ts';
import { sealerFor } from '../platform/sealing.ts';
import { smsGateway } from '../platform/sms-gateway.ts';
import type { Surroundings } from '../wiring.ts';

/** A variable that must be there; the name of what is missing is all that is said of it. */
export function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment lacks ${name}`);
  return value;
}

/** The DynamoDB client of a Lambda. `DYNAMODB_ENDPOINT` points it elsewhere, as tests of the bundles do. */
export function tableClient(): DynamoDBDocumentClient {
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  const client = new DynamoDBClient({ ...(endpoint && { endpoint }), maxAttempts: 4 });
  return documentClient(client);
}

/** The keyring of personal data, or that of care: two pairs of KMS keys. What needs no key does not wait for KMS's client. */
export function keyringOf(kind: 'PERSONAL' | 'CARE'): Keyring {
  const keys = { sealing: variable(`${kind}_KEY_ID`), indexing: variable(`${kind}_MAC_KEY_ID`) };
  return deferred(async () => {
    const [{ KMSClient }, { kmsKeyring }] = await Promise.all([
      import('@aws-sdk/client-kms'),
      import('../platform/kms-keyring.ts'),
    ]);
    return kmsKeyring(new KMSClient({}), keys);
  });
}

/** The ways of signing in besides a code: none where the site has no address of its own. */
function signInWays(keyring: Keyring): SignInSettings | undefined {
  const { SITE_ORIGIN: origin, PROVIDER_ISSUER: issuer, PROVIDER_CLIENT: clientId } = process.env;
  if (!origin) return undefined;
  const secret = () => sealerFor(keyring).open(variable('PROVIDER_SECRET_SEALED'), 'settings/providerSecret');
  return { origin, passkeysDue: true, ...(issuer && clientId && { provider: { issuer, clientId, secret } }) };
}

/** Text messages in the cloud. The gateway's token is sealed like personal data, so that no secret stands in the environment. */
function sms(keyring: Keyring): Sms {
  return {
    async sendCode(mobile, code, purpose) {
      const token = await sealerFor(keyring).open(variable('SMS_GATEWAY_TOKEN_SEALED'), 'settings/smsGatewayToken');
      await smsGateway(variable('SMS_GATEWAY_URL'), token).sendCode(mobile, code, purpose);
    },
  };
}

/** Notices go by the same gateway, which knows the channels of its contract. */
function messenger(keyring: Keyring): Surroundings['messenger'] {
  return {
    async send(message) {
      const token = await sealerFor(keyring).open(variable('SMS_GATEWAY_TOKEN_SEALED'), 'settings/smsGatewayToken');
      await messageGateway(variable('SMS_GATEWAY_URL'), token).send(message);
    },
  };
}

/** The volunteer system of the province; none where the stage names none. */
function province(keyring: Keyring): Surroundings['province'] {
  const { PROVINCE_URL: url, PROVINCE_TOKEN_SEALED: sealed } = process.env;
  if (!url || !sealed) return undefined;
  const token = () => sealerFor(keyring).open(sealed, 'settings/provinceToken');
  return deferred(async () => (await import('../platform/provincial-gateway.ts')).provincialGateway(url, token));
}

/** What a Lambda of all contexts but care finds around it; the cloud has no demo mode. @throws Error naming what is missing */
export function surroundings(): Surroundings {
  const keyring = keyringOf('PERSONAL');
  return {
    client: tableClient(),
    tableName: (table) => variable(`${table.toUpperCase()}_TABLE`),
    keyring,
    files: s3Files({
      endpoint: variable('FILES_ENDPOINT'),
      region: variable('AWS_REGION'),
      credentials: () => ({
        accessKeyId: variable('AWS_ACCESS_KEY_ID'),
        secretAccessKey: variable('AWS_SECRET_ACCESS_KEY'),
        sessionToken: process.env.AWS_SESSION_TOKEN,
      }),
    }),
    sms: sms(keyring),
    messenger: messenger(keyring),
    province: province(keyring),
    now: () => toInstant(Date.now()),
    log: lineLog((line) => process.stdout.write(`${line}\n`)),
    frontPass: process.env.FRONT_PASS,
    demo: false,
    signInWays: signInWays(keyring),
    secureCookies: true,
    // The build puts the document and the font beside the bundle.
    readDocument: async () => JSON.parse(await readFile(join(variable('LAMBDA_TASK_ROOT'), 'openapi.json'), 'utf8')),
    readFont: () => readFile(join(variable('LAMBDA_TASK_ROOT'), 'certificate-font.ttf')),
  };
}
