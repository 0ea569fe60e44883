import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let clone: string;
let bootstrap: string;

/** A bare clone: the bootstrap, a lock file, and an `npm` on the PATH that only says that it was called. */
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'kaifong-clone-'));
  bootstrap = join(clone, 'infra/bootstrap.mjs');
  mkdirSync(join(clone, 'infra'));
  mkdirSync(join(clone, 'bin'));
  copyFileSync(join(import.meta.dirname, 'bootstrap.mjs'), bootstrap);
  writeFileSync(join(clone, 'package-lock.json'), '{}');
  npmThat('mkdir -p node_modules/.bin; : > node_modules/.package-lock.json; ln -sf "$NODE" node_modules/.bin/node');
});
afterEach(() => rmSync(clone, { recursive: true }));

function npmThat(does: string): void {
  writeFileSync(join(clone, 'bin/npm'), `#!/bin/sh\necho "$@" >> ${clone}/npm.log\n${does}\n`);
  chmodSync(join(clone, 'bin/npm'), 0o755);
}

function installed({ node = true } = {}): void {
  mkdirSync(join(clone, 'node_modules/.bin'), { recursive: true });
  writeFileSync(join(clone, 'node_modules/.package-lock.json'), '{}');
  if (node) symlinkSync(process.execPath, join(clone, 'node_modules/.bin/node'));
}

const environment = () => ({
  PATH: `${join(clone, 'bin')}:${process.env.PATH}`,
  NODE: process.execPath,
});

function run(command: string[], nodeOptions: string[] = []) {
  return spawnSync(process.execPath, [...nodeOptions, bootstrap, ...command], { env: environment(), encoding: 'utf8' });
}

function npmCalls(): string[] {
  const log = join(clone, 'npm.log');
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
}

describe('installing', () => {
  it('happens in a bare clone, after one line that says so', () => {
    const { stdout, stderr, status } = run(['node', '-p', '6 * 7']);
    expect({ stdout, status }).toEqual({ stdout: '42\n', status: 0 });
    expect(stderr).toMatch(/^Installing what Kaifong needs.*\n$/);
    expect(npmCalls()).toEqual([expect.stringMatching(/^ci\b/)]);
  });

  it('happens when the lock file is newer than what is installed', () => {
    installed();
    utimesSync(join(clone, 'package-lock.json'), Date.now() / 1000 + 60, Date.now() / 1000 + 60);
    run(['true']);
    expect(npmCalls()).toHaveLength(1);
  });

  it('does not happen again', () => {
    run(['true']);
    const { stderr } = run(['true']);
    expect(stderr).toBe('');
    expect(npmCalls()).toHaveLength(1);
  });

  it('says what to do when it fails, and runs nothing', () => {
    npmThat('exit 7');
    const { stdout, stderr, status } = run(['echo', 'ran']);
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toMatch(/Installing failed: npm ci, it ended with 7\..*try again/);
  });
});

describe('the Node that runs the command', () => {
  const node20 = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.0'}})`;

  it("is the project's own, whatever Node the host has", () => {
    installed();
    const { stdout } = run(['sh', '-c', 'command -v node'], ['--import', node20]);
    expect(stdout.trim()).toBe(join(clone, 'node_modules/.bin/node'));
  });

  it("may be the host's where no binary fits, if it is new enough", () => {
    installed({ node: false });
    expect(run(['true']).status).toBe(0);
  });

  it('is asked for by name and version where neither will do', () => {
    installed({ node: false });
    const { stderr, status } = run(['true'], ['--import', node20]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/install Node 24 \(at least 22\.17\).*This is Node 20\.20\.0/);
  });
});

describe('the command', () => {
  beforeEach(() => installed());

  it.each([0, 3])('passes its exit code on (%i)', (code) => {
    expect(run(['sh', '-c', `exit ${code}`]).status).toBe(code);
  });

  it('gets its arguments as they are', () => {
    expect(run(['printf', '%s|', 'a b', '$c', '']).stdout).toBe('a b|$c||');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('is told of %s once, however often we are', async (signal) => {
    const { process: child, output } = await started(`
      let told = 0;
      process.on('${signal}', () => { told += 1; setTimeout(() => { console.log('told ' + told); process.exit(5); }, 100); });
    `);
    child.kill(signal);
    child.kill(signal);
    const [code] = await once(child, 'exit');
    expect(code).toBe(5);
    expect(output()).toContain('told 1\n');
  });

  it('ends when the bootstrap is killed', async () => {
    const { process: child, pid } = await started('');
    child.kill('SIGKILL');
    await expect.poll(() => isRunning(pid), { timeout: 5000 }).toBe(false);
  });

  it('ends when the npm that runs the bootstrap is killed', async () => {
    const script = `node ${bootstrap} node -e "console.log(process.pid); setInterval(() => {}, 1000)"`;
    const npm = spawn(
      process.execPath,
      ['-e', 'require("child_process").execSync(process.argv[1], { stdio: "inherit" })', script],
      {
        env: { ...environment(), npm_lifecycle_event: 'start' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [text] = await once(npm.stdout, 'data');
    npm.kill('SIGKILL');
    await expect.poll(() => isRunning(Number(String(text))), { timeout: 5000 }).toBe(false);
  });
});

/** The bootstrap with a command that prints its process id and stays. */
async function started(script: string): Promise<{ process: ChildProcess; pid: number; output: () => string }> {
  const stay = `${script}; console.log(process.pid); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, [bootstrap, 'node', '-e', stay], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await once(child.stdout, 'data');
  return { process: child, pid: Number(output), output: () => output };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
