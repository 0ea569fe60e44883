import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dataFolderPath, openDataFolder } from './data-folder.ts';

let parent: string;
let path: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'kaifong-data-'));
  path = join(parent, 'data');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(parent, { recursive: true });
});

describe('the data folder', () => {
  it('is .kaifong in the project unless KAIFONG_DATA says otherwise', () => {
    vi.stubEnv('KAIFONG_DATA', '');
    expect(dataFolderPath()).toBe(join(import.meta.dirname, '../../.kaifong'));
    vi.stubEnv('KAIFONG_DATA', path);
    expect(dataFolderPath()).toBe(path);
  });

  it('is made for its owner only, and so is the key file', async () => {
    const folder = await openDataFolder(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(statSync(folder.file('keys.json')).mode & 0o777).toBe(0o600);
    folder.release();
  });

  it('keeps its two keys from start to start', async () => {
    const first = await openDataFolder(path);
    first.release();
    const second = await openDataFolder(path);
    second.release();
    expect(second.keys).toEqual(first.keys);
    expect(first.keys.personal).toHaveLength(32);
    expect(first.keys.personal.equals(first.keys.care)).toBe(false);
  });

  it('says what to do when it cannot be made', async () => {
    writeFileSync(path, 'a file');
    await expect(openDataFolder(path)).rejects.toThrow(/Cannot write to the data folder .*KAIFONG_DATA/);
  });
});

describe('the keys', () => {
  beforeEach(async () => (await openDataFolder(path)).release());

  it('are refused while others may read them', async () => {
    chmodSync(join(path, 'keys.json'), 0o644);
    await expect(openDataFolder(path)).rejects.toThrow(/chmod 600/);
  });

  it('are refused when the file is damaged', async () => {
    writeFileSync(join(path, 'keys.json'), '{"personal":');
    await expect(openDataFolder(path)).rejects.toThrow(/not a key file/);
  });

  it('are not made anew over data that they cannot open', async () => {
    writeFileSync(join(path, 'tables.sqlite'), '');
    unlinkSync(join(path, 'keys.json'));
    await expect(openDataFolder(path)).rejects.toThrow(/put the key file back/);
  });

  it('leave the folder free when they are refused', async () => {
    chmodSync(join(path, 'keys.json'), 0o644);
    await expect(openDataFolder(path)).rejects.toThrow();
    expect(existsSync(join(path, 'server.lock'))).toBe(false);
  });
});

describe('the lock of the folder', () => {
  it('turns away a second server and says which process holds it', async () => {
    const first = await openDataFolder(path);
    await expect(openDataFolder(path)).rejects.toThrow(new RegExp(`process ${process.pid}\\b.*KAIFONG_DATA`));
    first.release();
    (await openDataFolder(path)).release();
  });

  it('is taken over from a server that was killed', async () => {
    const server = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `const { openDataFolder } = await import(${JSON.stringify(import.meta.resolve('./data-folder.ts'))});
       await openDataFolder(${JSON.stringify(path)});
       console.log('open');
       setInterval(() => {}, 1000);`,
    ]);
    await once(server.stdout, 'data');
    await expect(openDataFolder(path)).rejects.toThrow(new RegExp(`process ${server.pid}\\b`));
    server.kill('SIGKILL');
    await once(server, 'exit');
    (await openDataFolder(path)).release();
  });

  it('is taken over when its process id now belongs to another program', async () => {
    (await openDataFolder(path)).release();
    writeFileSync(join(path, 'server.lock'), `${process.pid} 1`);
    const folder = await openDataFolder(path);
    expect(readFileSync(join(path, 'server.lock'), 'utf8')).not.toBe(`${process.pid} 1`);
    folder.release();
  });

  it('is given to one only of many that want it at once', async () => {
    (await openDataFolder(path)).release();
    writeFileSync(join(path, 'server.lock'), '999999999 1');
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => openDataFolder(path)));
    const opened = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(opened).toHaveLength(1);
    for (const { value } of opened) value.release();
  });
});
