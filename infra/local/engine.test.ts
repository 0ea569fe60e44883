import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { engineBinary, startEngine } from './engine.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the engine', () => {
  it('answers once started and is gone once stopped', async () => {
    const engine = await startEngine();
    expect((await fetch(engine.endpoint)).status).toBeLessThan(500);
    expect(isRunning(engine.pid)).toBe(true);
    await engine.stop();
    expect(isRunning(engine.pid)).toBe(false);
  });

  it('keeps its tables in the data folder', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'kaifong-engine-'));
    const engine = await startEngine({ dataFolder });
    await engine.stop();
    expect(await readdir(dataFolder)).toContain('tables.sqlite');
    await rm(dataFolder, { recursive: true });
  });

  it('says so when it ends by itself', async () => {
    const engine = await startEngine();
    process.kill(engine.pid as number, 'SIGKILL');
    await expect(engine.ended).resolves.toBeTypeOf('string');
    await engine.stop();
  });

  it('says why it cannot start', async () => {
    await expect(startEngine({ dataFolder: '/nowhere/at/all' })).rejects.toThrow(/did not start: .*\S/);
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)('does not outlive a parent that ends by %s', async (signal) => {
    const start = `
      const { startEngine } = await import(${JSON.stringify(import.meta.resolve('./engine.ts'))});
      console.log((await startEngine()).pid);
    `;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', start], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = await once(parent.stdout, 'data');
    const pid = Number(String(output));
    expect(isRunning(pid)).toBe(true);
    parent.kill(signal);
    await expect.poll(() => isRunning(pid), { timeout: 3000 }).toBe(false);
  });

  it('uses the endpoint that DYNAMODB_ENDPOINT names, and leaves it running', async () => {
    const running = await startEngine();
    vi.stubEnv('DYNAMODB_ENDPOINT', running.endpoint);
    const engine = await startEngine();
    expect(engine.endpoint).toBe(running.endpoint);
    expect(engine.pid).toBeUndefined();
    await engine.stop();
    await pause(20);
    expect(isRunning(running.pid)).toBe(true);
    await running.stop();
  });

  it('leaves the credentials of a real AWS endpoint to the environment', async () => {
    vi.stubEnv('DYNAMODB_ENDPOINT', 'https://dynamodb.cn-north-1.amazonaws.com.cn');
    expect((await startEngine()).clientConfig).toEqual({ endpoint: 'https://dynamodb.cn-north-1.amazonaws.com.cn' });
  });

  it('names the two ways out where no engine is packaged', () => {
    expect(() => engineBinary('darwin-arm64')).toThrow(/Linux x64.*DYNAMODB_ENDPOINT/);
  });
});

function isRunning(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
