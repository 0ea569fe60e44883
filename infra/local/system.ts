import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { getRequestListener } from '@hono/node-server';
import { documentClient } from '@kaifong/functions/platform/document-client.ts';
import { apiIn, onChangeIn, onClockIn, rosterIn } from '@kaifong/functions/wiring.ts';
import type { SessionLimits } from '@kaifong/shared/identity/session-limits.ts';
import { pageHeaders } from '@kaifong/shared/kernel/page-headers.ts';
import { tableName, tableNames, tables } from '../tables.ts';
import { careOnThisMachine } from './care.ts';
import { startChangeFeed } from './change-feed.ts';
import { startClock } from './clock.ts';
import { createTables } from './create-tables.ts';
import { openDataFolder } from './data-folder.ts';
import { startEngine } from './engine.ts';
import { type Seed, seedForeignEngine, seedFreshFolder } from './first-start.ts';
import { builtSite, type SiteSettings } from './site.ts';
import { type LocalSurroundings, localPrefix, localSurroundings } from './surroundings.ts';

export type SystemOptions = Readonly<{
  /** 0 for any free port. */
  port: number;
  dataFolder: string;
  /** Shows one-time codes on the page and says DEMO. */
  demo: boolean;
  /** Seconds between two ticks of the clock; the cloud's rule has 60. */
  tickSeconds?: number;
  /** How long sessions last, where not by role: for journeys that move the clock. */
  sessionLimits?: SessionLimits;
  /** What serves the pages: the site as built, unless it is being worked on. */
  site?: (settings: SiteSettings) => Promise<RequestListener>;
  /** What the tables hold at the very first start. */
  seed?: Seed;
}>;

export type System = Readonly<{
  url: string;
  surroundings: LocalSurroundings;
  /** Resolves when every event so far has reached its consumers. */
  settled: () => Promise<void>;
  /** Resolves, with what it said last, when the engine ends by itself. */
  engineEnded: Promise<string>;
  stop: () => Promise<void>;
}>;

/**
 * The whole system in this process: engine, API, care API, change feed, clock and site, at one address on loopback.
 *
 * @throws Error that says what to do when the port is taken, the data folder cannot be had, or no engine fits the platform
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  const ready = Promise.withResolvers<RequestListener>();
  const server = await listening(options.port, ready.promise);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    await closed(server);
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const folder = await openDataFolder(options.dataFolder);
    undo.push(() => folder.release());
    if (options.seed) await seedFreshFolder(folder, options.seed);
    const engine = await startEngine({ dataFolder: options.dataFolder });
    undo.push(() => engine.stop());
    const client = new DynamoDBClient(engine.clientConfig);
    undo.push(() => client.destroy());
    await createTables(client, localPrefix);

    const { demo, sessionLimits } = options;
    const surroundings = localSurroundings(folder, documentClient(client, engine.wire), {
      ...{ demo, sessionLimits, siteUrl: url },
    });
    if (options.seed) await seedForeignEngine(surroundings, options.seed);

    const onChange = onChangeIn(surroundings.main);
    const onClock = onClockIn(surroundings.main);
    const care = careOnThisMachine(surroundings, (page) => surroundings.outbox({ onCall: page }));
    const streams = new DynamoDBStreamsClient(engine.clientConfig);
    const feed = startChangeFeed({
      client: streams,
      tables: tableNames
        .filter((name) => tables[name].stream && name !== 'care')
        .map((name) => tableName(localPrefix, name)),
      handler: (batch) => onChange(batch),
      checkpoints: folder.file('change-feed.json'),
      deadLetters: folder.file('dead-letters.jsonl'),
    });
    const rosters = startChangeFeed({
      client: streams,
      tables: [tableName(localPrefix, 'scheduling')],
      handler: rosterIn(surroundings.main),
      checkpoints: folder.file('roster-feed.json'),
      deadLetters: folder.file('dead-letters.jsonl'),
    });
    undo.push(
      () => streams.destroy(),
      () => feed.stop(),
      () => rosters.stop(),
    );
    const clock = startClock({
      seconds: options.tickSeconds ?? 60,
      handler: () => Promise.all([onClock(), care.onClock()]),
    });
    undo.push(() => clock.stop());

    const site = await (options.site ?? builtSite)({
      ...{ apiOrigin: url, demo: options.demo },
      hasGovernmentSignIn: surroundings.main.signInWays?.provider !== undefined,
    });
    ready.resolve(
      routed(
        { api: getRequestListener(apiIn(surroundings.main).fetch), care: getRequestListener(care.api.fetch), site },
        () => {
          feed.wake();
          rosters.wake();
        },
      ),
    );
    return {
      url,
      surroundings,
      settled: async () => {
        await rosters.caughtUp();
        await feed.caughtUp();
      },
      engineEnded: engine.ended,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Listeners = Readonly<Record<'api' | 'care' | 'site', RequestListener>>;

/** Hands each request to what answers it, as the gateway of the cloud does by path; after a write the change feed looks at once. */
function routed(listeners: Listeners, wake: () => void): RequestListener {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const isApi = pathname.startsWith('/api/');
    request.headers['x-forwarded-proto'] = 'http';
    request.headers['x-forwarded-for'] ??= request.socket.remoteAddress ?? '';
    if (isApi && request.method !== 'GET') response.on('finish', wake);
    // The pages and files that the build made come from the disk as they are.
    if (!isApi) response.setHeaders(new Map(Object.entries(pageHeaders)));
    const listener = pathname.startsWith('/api/care/') ? listeners.care : isApi ? listeners.api : listeners.site;
    listener(request, response);
  };
}

/** Takes the port. Whoever comes before the system is there waits until it is. */
async function listening(port: number, ready: Promise<RequestListener>): Promise<Server> {
  const server = createServer(async (request, response) => (await ready)(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken by another program: stop it, or choose another with PORT=8788 npm start.`)
          : error.code === 'EACCES'
            ? new Error(`This user may not use port ${port}: choose one above 1023, such as PORT=8788 npm start.`)
            : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function closed(server: Server): Promise<void> {
  const done = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 2_000).unref();
  await done;
}
