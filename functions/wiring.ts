import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TableName } from '@kaifong/infra/tables.ts';
import type { SessionLimits } from '@kaifong/shared/identity/session-limits.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { createApi } from './api.ts';
import type { ReadDocument } from './api-document/index.ts';
import { createContexts } from './contexts.ts';
import type { SignInSettings, Sms } from './identity/index.ts';
import type { Messenger } from './notifications/index.ts';
import type { FileStore } from './platform/file-store.ts';
import type { Keyring } from './platform/keyring.ts';
import type { Kit } from './platform/kit.ts';
import type { Log } from './platform/log.ts';
import { changeHandler } from './platform/outbox.ts';
import type { ProvincialSystem } from './platform/provincial-gateway.ts';
import { Receipts } from './platform/receipts.ts';
import { sealerFor } from './platform/sealing.ts';
import { Table } from './platform/table.ts';
import { tickHandler } from './platform/tick.ts';
import { createReactions, createRosterReactions } from './reactions.ts';
import { createTasks } from './tasks.ts';

/** What surrounds the code: in the cloud the entry points read it from their environment, one machine makes it at the start. */
export type Surroundings = Readonly<{
  client: DynamoDBDocumentClient;
  tableName: (table: TableName) => string;
  keyring: Keyring;
  files: FileStore;
  sms: Sms;
  messenger: Messenger;
  now: () => Instant;
  log: Log;
  /** Whether one-time codes are part of the answer. */
  demo: boolean;
  /** How long sessions last, where not as by the rules of `shared/identity/session-limits.ts`. */
  sessionLimits?: SessionLimits;
  /** The ways of signing in besides a code, where there are any. */
  signInWays?: SignInSettings | undefined;
  /** Off only where the site is served over plain http. */
  secureCookies: boolean;
  readDocument: ReadDocument;
  /** Reads the font of what is printed. */
  readFont: () => Promise<Uint8Array>;
  /** The volunteer system of the province, where this installation is connected to one. */
  province?: ProvincialSystem | undefined;
  /** What a request carries that came by the front of this stage. */
  frontPass?: string | undefined;
}>;

/** All contexts but care over these surroundings. */
export function contextsIn(surroundings: Surroundings) {
  const {
    client,
    tableName,
    keyring,
    files,
    sms,
    messenger,
    now,
    demo,
    sessionLimits,
    signInWays,
    readFont,
    province,
  } = surroundings;
  return createContexts({
    tables: (name) => new Table(client, tableName(name)),
    sealer: sealerFor(keyring),
    files,
    sms,
    messenger,
    now,
    demo,
    sessionLimits,
    signInWays,
    readFont,
    province,
  });
}

/** The API of all contexts but care. */
export function apiIn(surroundings: Surroundings) {
  const { client, tableName, now, log, secureCookies, readDocument, frontPass } = surroundings;
  const contexts = contextsIn(surroundings);
  const kit: Kit = {
    authenticate: contexts.identity.authenticate,
    receipts: new Receipts(new Table(client, tableName('platform'))),
    now,
    log,
    frontPass,
  };
  return createApi(kit, contexts, { secureCookies, readDocument });
}

/** What happens when something has happened. */
export function onChangeIn(surroundings: Surroundings) {
  return changeHandler(createReactions(contextsIn(surroundings)), surroundings.log);
}

/** What works rosters out when they were asked for. */
export function rosterIn(surroundings: Surroundings) {
  return changeHandler(createRosterReactions(contextsIn(surroundings)), surroundings.log);
}

/** What happens once a minute. */
export function onClockIn(surroundings: Surroundings) {
  return tickHandler(createTasks(contextsIn(surroundings)), surroundings.now, surroundings.log);
}
