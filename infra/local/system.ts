import { appendFileSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { getRequestListener } from '@hono/node-server';
import { masterKeyring } from '@kaifong/functions/platform/keyring.ts';
import { lineLog } from '@kaifong/functions/platform/log.ts';
import { apiIn, onChangeIn, onClockIn, type Surroundings } from '@kaifong/functions/wiring.ts';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { tableName, tableNames, tables } from '../tables.ts';
import { careOnThisMachine } from './care.ts';
import { startChangeFeed } from './change-feed.ts';
import { startClock } from './clock.ts';
import { createTables } from './create-tables.ts';
import { openDataFolder } from './data-folder.ts';
import { startEngine } from './engine.ts';
import { builtSite, type SiteSettings } from './site.ts';

export type SystemOptions = Readonly<{
  /** 0 for any free port. */
  port: number;
  dataFolder: string;
  /** Shows one-time codes on the page and says DEMO. */
  demo: boolean;
  /** Seconds between two ticks of the clock; the cloud's rule has 60. */
  tickSeconds?: number;
  /** What serves the pages: the site as built, unless it is being worked on. */
  site?: (settings: SiteSettings) => Promise<RequestListener>;
  /** Puts something into the empty tables before anybody is served. */
  seed?: (surroundings: Surroundings, careSurroundings: Surroundings) => Promise<void>;
}>;

export type System = Readonly<{
  url: string;
  surroundings: Surroundings;
  /** Resolves when every event so far has reached its consumers. */
  settled: () => Promise<void>;
  /** Resolves, with what it said last, when the engine ends by itself. */
  engineEnded: Promise<string>;
  stop: () => Promise<void>;
}>;

const prefix = 'kaifong';

/**
 * The whole system in this process: engine, API, care API, change feed, clock and site, at one address on loopback.
 *
 * @throws Error that says what to do when the port is taken, the data folder cannot be had, or no engine fits the platform
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  const server = await listening(options.port);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const undo: (() => unknown)[] = [() => closed(server)];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const folder = await openDataFolder(options.dataFolder);
    undo.push(() => folder.release());
    const engine = await startEngine({ dataFolder: options.dataFolder });
    undo.push(() => engine.stop());
    const client = new DynamoDBClient(engine.clientConfig);
    undo.push(() => client.destroy());
    await createTables(client, prefix);

    const surroundings: Surroundings = {
      client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
      tableName: (name) => tableName(prefix, name),
      keyring: masterKeyring(folder.keys.personal),
      // On one machine a text message is a line in a file that its owner alone may read.
      sms: {
        sendCode: async (mobile, code) =>
          appendFileSync(folder.file('outbox.jsonl'), `${JSON.stringify({ at: new Date(), mobile, code })}\n`, {
            mode: 0o600,
          }),
      },
      now: () => toInstant(Date.now()),
      log: lineLog((line) => appendFileSync(folder.file('server.log'), `${line}\n`, { mode: 0o600 })),
      demo: options.demo,
      secureCookies: false,
      readDocument: async () => JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')),
    };
    const careSurroundings: Surroundings = { ...surroundings, keyring: masterKeyring(folder.keys.care) };
    await options.seed?.(surroundings, careSurroundings);

    const onChange = onChangeIn(surroundings);
    const onClock = onClockIn(surroundings);
    const care = careOnThisMachine(careSurroundings, surroundings);
    const streams = new DynamoDBStreamsClient(engine.clientConfig);
    const feed = startChangeFeed({
      client: streams,
      tables: tableNames
        .filter((name) => tables[name].stream && name !== 'care')
        .map((name) => tableName(prefix, name)),
      handler: (batch) => onChange(batch),
      checkpoints: folder.file('change-feed.json'),
      deadLetters: folder.file('dead-letters.jsonl'),
    });
    undo.push(
      () => streams.destroy(),
      () => feed.stop(),
    );
    const clock = startClock({
      seconds: options.tickSeconds ?? 60,
      handler: () => Promise.all([onClock(), care.onClock()]),
    });
    undo.push(() => clock.stop());

    const site = await (options.site ?? builtSite)({ apiOrigin: url, demo: options.demo });
    server.on(
      'request',
      routed(
        { api: getRequestListener(apiIn(surroundings).fetch), care: getRequestListener(care.api.fetch), site },
        feed.wake,
      ),
    );
    return { url, surroundings, settled: feed.caughtUp, engineEnded: engine.ended, stop };
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
    const listener = pathname.startsWith('/api/care/') ? listeners.care : isApi ? listeners.api : listeners.site;
    listener(request, response);
  };
}

async function listening(port: number): Promise<Server> {
  const server = createServer();
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
