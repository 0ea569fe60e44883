import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import type { Wire } from '@kaifong/functions/platform/document-client.ts';
import type { HttpRequest } from '@smithy/types';
import { engineWire } from './engine-wire.ts';
import { localAuthorization } from './local-authorization.ts';
import { indexStreamRecords } from './stream-index.ts';

/** A DynamoDB endpoint that answers. */
export type Engine = {
  endpoint: string;
  /** What a DynamoDB or DynamoDB Streams client needs to reach it. */
  clientConfig: Pick<DynamoDBClientConfig, 'endpoint' | 'region' | 'credentials' | 'signer'>;
  /** The short way to an engine on this machine; `undefined` on AWS. */
  wire: Wire | undefined;
  /** Of the engine that we started; absent when `DYNAMODB_ENDPOINT` named one that was running. */
  pid?: number;
  /** Resolves when the engine should end by itself, with what it said last. Never resolves for an engine that we did not start. */
  ended: Promise<string>;
  /** Ends the engine if we started it, and resolves when it is gone. */
  stop(): Promise<void>;
};

/**
 * Starts the engine of one machine, or takes the one that `DYNAMODB_ENDPOINT` names.
 * Without a data folder its tables live in memory. The engine ends with this process, even when that is killed.
 */
export async function startEngine(options: { dataFolder?: string } = {}): Promise<Engine> {
  const running = process.env.DYNAMODB_ENDPOINT;
  if (running) return engineAt(running);

  const binary = engineBinary();
  const file = options.dataFolder === undefined ? undefined : join(options.dataFolder, 'tables.sqlite');
  const store = file === undefined ? [] : ['--db-path', file];
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawnWatched(binary, ['serve', '--host', '127.0.0.1', '--port', String(port), ...store]);
    const endpoint = `http://127.0.0.1:${port}`;
    const failure = await answering(endpoint, child);
    if (failure === undefined) {
      if (file !== undefined) indexStreamRecords(file);
      const { wire, close } = engineWire(endpoint);
      return {
        endpoint,
        clientConfig: localClientConfig(endpoint),
        wire,
        pid: child.process.pid as number,
        ended: child.ended,
        async stop() {
          await close();
          await stop(child);
        },
      };
    }
    await stop(child);
    // Another process may take the free port between our look and the engine's start.
    if (attempt === 3 || !failure.includes('already in use')) {
      throw new Error(`The database engine did not start: ${failure.trim() || 'it gave no reason'}`);
    }
  }
}

function engineAt(endpoint: string): Engine {
  const onAws = /\.amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname);
  const local = onAws ? undefined : engineWire(endpoint);
  return {
    endpoint,
    clientConfig: onAws ? { endpoint } : localClientConfig(endpoint),
    wire: local?.wire,
    ended: new Promise(() => {}),
    stop: async () => local?.close(),
  };
}

function localClientConfig(endpoint: string) {
  return {
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    signer: {
      async sign(request: HttpRequest): Promise<HttpRequest> {
        Object.assign(request.headers, localAuthorization);
        return request;
      },
    },
  };
}

/** The path of the engine for this platform. Throws an error that names the two ways out where there is none. */
export function engineBinary(platform: string = `${process.platform}-${process.arch}`): string {
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${platform}/dynoxide`);
  } catch {
    throw new Error(
      `No database engine is packaged for ${platform}. Two ways out: run Kaifong on Linux x64 (optional packages ` +
        'installed), or start DynamoDB Local (or use any DynamoDB endpoint) and set DYNAMODB_ENDPOINT to its address, ' +
        'for example DYNAMODB_ENDPOINT=http://127.0.0.1:8000.',
    );
  }
}

/** A child, what it said last, and when it ended. */
type Watched = { process: ChildProcess; said(): string; ended: Promise<string> };

/**
 * Runs a program that cannot outlive us. A subshell waits on a pipe that we hold and never write to; the kernel closes
 * it however we end, and the subshell then ends the program. The shell replaces itself by the program, so the pid is the
 * program's own. In a session of its own, so that Ctrl-C reaches it through our orderly stop and not before.
 */
function spawnWatched(program: string, args: string[]): Watched {
  const watch = '(read _ <&3 || { kill $$; sleep 5; kill -9 $$; }) >/dev/null 2>&1 & exec "$@" 3<&-';
  const child = spawn('sh', ['-c', watch, 'sh', program, ...args], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const leash = child.stdio[3] as Writable;
  leash.on('error', () => {});
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000);
  });
  const ended = once(child, 'exit').then(async () => {
    leash.end('ended\n');
    await pause(5); // what it said last may still be in the pipe
    return said;
  });
  return { process: child, said: () => said, ended };
}

async function stop({ process: child, ended }: Watched): Promise<void> {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(late);
}

/** Resolves with nothing once the endpoint answers, or with what went wrong. */
async function answering(endpoint: string, child: Watched): Promise<string | undefined> {
  let failure: string | undefined;
  void child.ended.then((said) => {
    failure = said;
  });
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; ) {
    if (failure !== undefined) return failure;
    // An answer alone could be that of another program which took the port first.
    if (child.said().includes(`listening on ${endpoint}`)) {
      const answer = await fetch(endpoint, { signal: AbortSignal.timeout(1000) }).catch(() => undefined);
      if (answer) return undefined;
    }
    await pause(5);
  }
  return 'it did not answer within 10 seconds';
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1');
  return address.port;
}
