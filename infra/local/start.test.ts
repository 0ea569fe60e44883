import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
const running = new Set<ChildProcess>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaifong-start-'));
});
afterEach(async () => {
  for (const server of running) await end(server, 'SIGTERM');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Started = { server: ChildProcess; url: string; line: string };

/** Starts the server as `npm start` does and waits for the line in which it says what it serves. */
async function start(options: { args?: string[]; env?: Record<string, string> } = {}): Promise<Started> {
  const { server, said } = launch(options);
  const line = await until(() => said().match(/^Kaifong serves .*$/m)?.[0], server, said);
  return { server, line, url: /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? '' };
}

function launch({ args = [], env = {} }: { args?: string[]; env?: Record<string, string> }) {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'start.ts'), '--volunteers', '40', ...args], {
    env: { ...process.env, DYNAMODB_ENDPOINT: '', PORT: '0', KAIFONG_DATA: join(folder, 'data'), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(server);
  let text = '';
  server.stderr.on('data', (chunk) => {
    text += chunk;
  });
  return { server, said: () => text };
}

async function until<Value>(find: () => Value | undefined, server: ChildProcess, said: () => string): Promise<Value> {
  for (;;) {
    const value = find();
    if (value !== undefined) return value;
    if (server.exitCode !== null) throw new Error(`the server ended: ${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  running.delete(server);
  if (server.exitCode !== null || server.signalCode !== null) return server.exitCode;
  const ended = once(server, 'exit');
  server.kill(signal);
  const [code] = await ended;
  return code;
}

/** How a start that must fail ended: its exit code and what it said. */
async function failure(env: Record<string, string>, args: string[] = []): Promise<[code: number | null, said: string]> {
  const { server, said } = launch({ env, args });
  const [code] = await once(server, 'exit');
  running.delete(server);
  return [code, said()];
}

/** The engine that a server started: its child by the process table. */
function engineOf(server: ChildProcess): number {
  const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').trim().split(' ');
  const engine = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('tables.sqlite'));
  return Number(engine);
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

const ask = (url: string, path: string, body: object, cookie = '') =>
  fetch(`${url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), cookie },
    body: JSON.stringify(body),
  });

// biome-ignore lint/suspicious/noExplicitAny: tests look at whatever came back
const bodyOf = async (answer: Response | Promise<Response>): Promise<any> => (await answer).json();

describe('the server', () => {
  it('says in one line what it serves and who can sign in, stops on Ctrl-C, and finds its data again', async () => {
    const first = await start();
    expect(first.line).toContain('volunteer 13800000001');
    const page = await fetch(first.url);
    expect([page.status, (await page.text()).includes('DEMO')]).toEqual([200, true]);
    const asked = await ask(first.url, '/one-time-codes', { mobile: '13800000001' });
    const [device = ''] = asked.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
    const { demoCode } = await bodyOf(asked);
    const signedIn = await ask(first.url, '/sessions', { mobile: '13800000001', code: demoCode }, device);
    const [cookie = ''] = signedIn.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
    const engine = engineOf(first.server);
    expect(await end(first.server, 'SIGINT')).toBe(0);
    expect(isAlive(engine)).toBe(false);

    const second = await start();
    const session = await fetch(`${second.url}/api/session`, { headers: { cookie } });
    expect((await bodyOf(session)).account.name).toBe('陈嘉敏');
  });

  it('answers whoever came while it was starting', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as { port: number };
    probe.close();
    await once(probe, 'close');

    const { server, said } = launch({ env: { PORT: String(port), KAIFONG_DATA: join(folder, 'early') } });
    let answer: Response | undefined;
    while (!answer) {
      if (server.exitCode !== null) throw new Error(`the server ended: ${said()}`);
      // As soon as the port is taken: long before the engine and the site are there.
      answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    }
    expect(answer.status).toBe(200);
  });

  it('leaves no engine behind when it is killed', async () => {
    const { server } = await start();
    const engine = engineOf(server);
    expect(isAlive(engine)).toBe(true);
    await end(server, 'SIGKILL');
    while (isAlive(engine)) await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('without the demo shows no code, says no DEMO and knows no demo people', async () => {
    const env = { KAIFONG_DATA: join(folder, 'real') };
    const { url, line } = await start({ args: ['--no-demo'], env });
    expect(line).not.toContain('138');
    expect(await bodyOf(ask(url, '/one-time-codes', { mobile: '13800000001' }))).toEqual({
      expiresInSeconds: 300,
    });
    const page = await (await fetch(`${url}/sign-in`)).text();
    expect(page).not.toContain('DEMO');
    const places = async (parent: string) => (await bodyOf(fetch(`${url}/api/places?parent=${parent}`))).items;
    expect((await places('440103')).length).toBe(22);
    expect(await places('440103/001')).toEqual([]);
  });

  it('refuses what it cannot do in one line that says what to do', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    expect(await failure({ PORT: String(port) })).toEqual([
      1,
      expect.stringMatching(/^Port \d+ is taken .*PORT=.*\n$/),
    ]);
    taken.close();

    const file = join(folder, 'a file');
    writeFileSync(file, '');
    expect(await failure({ KAIFONG_DATA: file })).toEqual([
      1,
      expect.stringMatching(/^Cannot write .*KAIFONG_DATA.*\n$/),
    ]);
    expect(await failure({ PORT: 'eighty' })).toEqual([
      1,
      'PORT must be a whole number from 0 to 65535, not "eighty".\n',
    ]);
    expect(await failure({}, ['--volunteers', '3'])).toEqual([1, expect.stringContaining('--volunteers must be')]);

    const { url } = await start();
    expect(url).not.toBe('');
    expect(await failure({})).toEqual([1, expect.stringMatching(/^Another Kaifong server .*\n$/)]);
  });
});
