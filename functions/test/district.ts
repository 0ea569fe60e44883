import { randomBytes, randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { testEngine } from '@kaifong/infra/local/test-engine.ts';
import type { TableName } from '@kaifong/infra/tables.ts';
import type { Role } from '@kaifong/shared/identity/roles.ts';
import type { SessionLimits } from '@kaifong/shared/identity/session-limits.ts';
import { type Instant, toInstant } from '@kaifong/shared/kernel/time.ts';
import type { Channel } from '@kaifong/shared/notifications/groups.ts';
import { createApi } from '../api.ts';
import { createContexts } from '../contexts.ts';
import type { Message } from '../notifications/index.ts';
import { plantedPlace, plantedTeam } from '../organisation/index.ts';
import { documentClient } from '../platform/document-client.ts';
import { memoryFiles } from '../platform/file-store.ts';
import { folderProvince } from '../platform/folder-province.ts';
import { installedFont } from '../platform/installed-font.ts';
import { masterKeyring } from '../platform/keyring.ts';
import type { Kit } from '../platform/kit.ts';
import { lineLog } from '../platform/log.ts';
import { changeHandler } from '../platform/outbox.ts';
import type { ProvincialSystem } from '../platform/provincial-gateway.ts';
import { Receipts } from '../platform/receipts.ts';
import { sealerFor } from '../platform/sealing.ts';
import { Table } from '../platform/table.ts';
import { tickHandler } from '../platform/tick.ts';
import { transact } from '../platform/transact.ts';
import { createReactions, createRosterReactions } from '../reactions.ts';
import { createTasks } from '../tasks.ts';
import { siteOrigin } from './an-authenticator.ts';
import { anIdentityProvider } from './an-identity-provider.ts';
import { eventFlow } from './event-flow.ts';
import { lastingSessions } from './lasting-sessions.ts';
import { TestClient } from './test-client.ts';

/** The place and team that tests use unless they say otherwise. */
export const home = { street: '440103/001', community: '440103/001/001', team: '440103/001/001/T0001' } as const;
/** A place and team elsewhere in the district. */
export const elsewhere = { street: '440103/002', community: '440103/002/001', team: '440103/002/001/T0002' } as const;

/**
 * A small district on an engine of its own: the real API over real tables, with a clock that tests move by hand.
 * Start it in `beforeAll`, stop it in `afterAll`.
 *
 * @param options.wrap puts something between our code and the engine, such as a client that injects conflicts
 */
export async function startDistrict(
  options: {
    demo?: boolean;
    sessionLimits?: SessionLimits;
    /** Where the site is. */
    origin?: string;
    passkeysDue?: boolean;
    /** With an identity provider of the government, on this machine. */
    withProvider?: boolean;
    /** The volunteer system of the province that this district sends to. */
    province?: ProvincialSystem;
    wrap?: (client: DynamoDBDocumentClient) => DynamoDBDocumentClient;
  } = {},
) {
  const engine = await testEngine();
  const plain = documentClient(engine.client);
  const client = options.wrap?.(plain) ?? plain;
  const table = (name: TableName) => new Table(client, engine.tables[name]);
  const clock = { now: '2026-11-24T02:00:00.000Z' as Instant };
  const sent: { mobile: string; code: string }[] = [];
  const log: string[] = [];
  const messages: Message[] = [];
  const brokenChannels = new Set<Channel>();
  const messenger = {
    async send(message: Message): Promise<void> {
      if (brokenChannels.has(message.channel)) throw new Error('nobody there');
      messages.push(message);
    },
  };
  const files = memoryFiles();
  const sealer = sealerFor(masterKeyring(randomBytes(32)));

  const provider = options.withProvider ? await anIdentityProvider() : undefined;
  const contexts = createContexts({
    tables: table,
    sealer,
    files,
    now: () => clock.now,
    readFont: installedFont,
    province: options.province ?? folderProvince(files),
    demo: options.demo ?? false,
    sessionLimits: options.sessionLimits ?? lastingSessions,
    messenger,
    signInWays: {
      origin: options.origin ?? siteOrigin,
      passkeysDue: options.passkeysDue ?? false,
      provider: provider?.settings,
    },
    sms: { sendCode: async (mobile, code) => void sent.push({ mobile, code }) },
  });
  const kit: Kit = {
    authenticate: contexts.identity.authenticate,
    receipts: new Receipts(table('platform')),
    now: () => clock.now,
    log: lineLog((line) => log.push(line)),
  };
  const api = createApi(kit, contexts, { secureCookies: true, readDocument: async () => ({ paths: {} }) });
  await plantTree(table('organisation'));
  const events = eventFlow(
    engine,
    changeHandler([...createReactions(contexts), ...createRosterReactions(contexts)], kit.log),
  );

  let people = 0;
  const nextMobile = () => `139${String(++people).padStart(8, '0')}`;

  return {
    api,
    contexts,
    kit,
    clock,
    /** The codes that were sent to phones. */
    sent,
    /** What brings messages to people, for tests to break. */
    messenger,
    /** What went to people outside the site. */
    messages,
    /** Channels by which nothing arrives. */
    brokenChannels,
    /** The lines of the log. */
    log,
    table,
    sealer,
    /** What lies in the file store. */
    files: files.all,
    /** The identity provider, if there is one. @throws Error if there is none */
    provider() {
      if (!provider) throw new Error('this district was started without a provider');
      return provider;
    },
    nextMobile,
    /** What the clock does once a minute. */
    tick: tickHandler(createTasks(contexts), () => clock.now, kit.log),
    /** Delivers the events that are waiting to their consumers. */
    settle: events.settle,
    /** Delivers all of them once more, in the wrong order. */
    redeliver: events.redeliver,
    async stop() {
      await events.stop();
      await provider?.stop();
      await engine.stop();
    },

    /** Moves the clock. */
    later(milliseconds: number) {
      clock.now = toInstant(Date.parse(clock.now) + milliseconds);
    },

    /** A caller without a session. */
    stranger: () => new TestClient(api),

    /** A person who has signed in, with the grants given. */
    async person(...grants: { role: Role; scope: string }[]): Promise<TestClient> {
      const mobile = nextMobile();
      const { writes } = await contexts.identity.accounts.open({
        mobile: `+86${mobile}`,
        name: '测试',
        grants,
        now: clock.now,
      });
      await transact(client, writes);
      const caller = new TestClient(api, { address: randomUUID() });
      await caller.signIn(mobile, sent);
      return caller;
    },
  };
}

export type TestDistrict = Awaited<ReturnType<typeof startDistrict>>;

async function plantTree(table: Table): Promise<void> {
  const place = (scope: string, kind: 'district' | 'street' | 'community', name: string) =>
    plantedPlace(table, { scope, kind, name, validFrom: '2020-01-01' });
  const team = (scope: string, name: string) => plantedTeam(table, { scope, kind: 'patrol', name });
  const writes = [
    ...place('440103', 'district', '荔湾区'),
    ...place(home.street, 'street', '沙面街道'),
    ...place(home.community, 'community', '沙面社区'),
    ...team(home.team, '沙面巡逻队'),
    ...place(elsewhere.street, 'street', '岭南街道'),
    ...place(elsewhere.community, 'community', '岭南社区'),
    ...team(elsewhere.team, '岭南巡逻队'),
  ];
  await transact(table.client, Object.fromEntries(writes.entries()));
}
