import { appendFileSync, readFileSync } from 'node:fs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ProviderSettings } from '@kaifong/functions/identity/index.ts';
import { folderFiles } from '@kaifong/functions/platform/folder-files.ts';
import { folderProvince } from '@kaifong/functions/platform/folder-province.ts';
import { installedFont } from '@kaifong/functions/platform/installed-font.ts';
import { masterKeyring } from '@kaifong/functions/platform/keyring.ts';
import { lineLog } from '@kaifong/functions/platform/log.ts';
import { type ProvincialSystem, provincialGateway } from '@kaifong/functions/platform/provincial-gateway.ts';
import type { Surroundings } from '@kaifong/functions/wiring.ts';
import type { SessionLimits } from '@kaifong/shared/identity/session-limits.ts';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { tableName } from '../tables.ts';
import type { DataFolder } from './data-folder.ts';

/** What the names of tables begin with on one machine. */
export const localPrefix = 'kaifong';

/** What surrounds the code on one machine; `care` differs in its key only. */
export type LocalSurroundings = Readonly<{
  main: Surroundings;
  care: Surroundings;
  /** Keeps what would be sent to phones and pagers as a line of a file. */
  outbox: (message: object) => void;
}>;

/** How the process in hand differs from a command that only works on the tables. */
export type LocalOptions = Readonly<{
  demo: boolean;
  sessionLimits?: SessionLimits | undefined;
  /** Where the site answers; a command that serves none has none. */
  siteUrl?: string;
}>;

/** Keys, outbox and log are files of the data folder, which its owner alone may read. */
export function localSurroundings(
  folder: DataFolder,
  client: DynamoDBDocumentClient,
  { demo, sessionLimits, siteUrl }: LocalOptions,
): LocalSurroundings {
  const append = (file: string, line: string) => appendFileSync(folder.file(file), `${line}\n`, { mode: 0o600 });
  const outbox = (message: object) => append('outbox.jsonl', JSON.stringify({ at: new Date(), ...message }));
  const main: Surroundings = {
    client,
    tableName: (name) => tableName(localPrefix, name),
    keyring: masterKeyring(folder.keys.personal),
    files: folderFiles(folder.file('files')),
    messenger: { send: async (message) => outbox({ notice: message }) },
    province: provinceOf(folder),
    sms: { sendCode: async (mobile, code, purpose) => outbox({ mobile, code, purpose }) },
    now: () => toInstant(Date.now()),
    log: lineLog((line) => append('server.log', line)),
    demo,
    ...(sessionLimits && { sessionLimits }),
    ...(siteUrl && { signInWays: signInWaysAt(siteUrl, demo) }),
    secureCookies: false,
    readFont: installedFont,
    readDocument: async () => JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')),
  };
  return { main, care: { ...main, keyring: masterKeyring(folder.keys.care) }, outbox };
}

/** The provincial system that the environment names; without one, what would be sent lies in the data folder. */
function provinceOf(folder: DataFolder): ProvincialSystem {
  const { KAIFONG_PROVINCE_URL: url, KAIFONG_PROVINCE_TOKEN: token } = process.env;
  if (url && token) return provincialGateway(url, async () => token);
  return folderProvince(folderFiles(folder.file('to-province')));
}

/**
 * The site's own address is what `KAIFONG_ORIGIN` names, where a proxy with a certificate stands in front; else this machine under its
 * name, since passkeys hold to names only. Administrators of a real installation must have one.
 */
function signInWaysAt(siteUrl: string, demo: boolean): NonNullable<Surroundings['signInWays']> {
  const named = process.env.KAIFONG_ORIGIN;
  const origin = named ? new URL(named).origin : siteUrl.replace('127.0.0.1', 'localhost');
  const provider = providerNamed();
  return { origin, passkeysDue: !demo && named !== undefined, ...(provider && { provider }) };
}

/** The identity provider of the government, where the environment names one that this installation is registered with. */
function providerNamed(): ProviderSettings | undefined {
  const { KAIFONG_PROVIDER_ISSUER: issuer, KAIFONG_PROVIDER_CLIENT: clientId } = process.env;
  if (!issuer || !clientId) return undefined;
  return { issuer, clientId, secret: async () => process.env.KAIFONG_PROVIDER_SECRET ?? '' };
}
