import { appendFileSync, readFileSync } from 'node:fs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { folderFiles } from '@kaifong/functions/platform/folder-files.ts';
import { masterKeyring } from '@kaifong/functions/platform/keyring.ts';
import { lineLog } from '@kaifong/functions/platform/log.ts';
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

/** Keys, outbox and log are files of the data folder, which its owner alone may read. */
export function localSurroundings(
  folder: DataFolder,
  client: DynamoDBDocumentClient,
  demo: boolean,
  sessionLimits?: SessionLimits,
): LocalSurroundings {
  const append = (file: string, line: string) => appendFileSync(folder.file(file), `${line}\n`, { mode: 0o600 });
  const outbox = (message: object) => append('outbox.jsonl', JSON.stringify({ at: new Date(), ...message }));
  const main: Surroundings = {
    client,
    tableName: (name) => tableName(localPrefix, name),
    keyring: masterKeyring(folder.keys.personal),
    files: folderFiles(folder.file('files')),
    messenger: { send: async (message) => outbox({ notice: message }) },
    sms: { sendCode: async (mobile, code, purpose) => outbox({ mobile, code, purpose }) },
    now: () => toInstant(Date.now()),
    log: lineLog((line) => append('server.log', line)),
    demo,
    ...(sessionLimits && { sessionLimits }),
    secureCookies: false,
    readDocument: async () => JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')),
  };
  return { main, care: { ...main, keyring: masterKeyring(folder.keys.care) }, outbox };
}
