import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Takes a folder for this process and returns what lets it go again. Throws when a running process holds it.
 * The lock of a process that is gone is taken over; so is one whose process id belongs to another program by now.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const path = join(folder, 'server.lock');
  const mine = `${process.pid} ${startOf(process.pid)}`;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (let attempt = 1; !linked(draft, path); attempt += 1) {
      const holder = contents(path);
      if (attempt === 5 || isRunning(holder)) throw heldError(folder, holder);
      removeIfThere(path);
    }
    // Two takeovers of one stale lock may cross: the later removes the earlier's lock. The earlier notices here.
    await pause(20);
    if (contents(path) !== mine) throw heldError(folder, contents(path));
  } finally {
    removeIfThere(draft);
  }
  return () => {
    if (contents(path) === mine) removeIfThere(path);
  };
}

function heldError(folder: string, holder: string | undefined): Error {
  const [pid] = (holder ?? '').split(' ');
  return new Error(
    `Another Kaifong server (process ${pid || 'unknown'}) is using the data folder ${folder}: ` +
      'stop it, or set KAIFONG_DATA to another folder.',
  );
}

function isRunning(holder: string | undefined): boolean {
  const [pid, start] = (holder ?? '').split(' ');
  if (!pid || !/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return start === startOf(Number(pid));
}

/** When a process began, in ticks since boot, where the system says so: it tells a process from a later one of the same id. */
function startOf(pid: number): string {
  try {
    const [, afterName = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=[^)]*$)/);
    const [state, ...fields] = afterName.split(' ');
    return state === 'Z' ? 'ended' : (fields[18] ?? '');
  } catch {
    return '';
  }
}

/** Makes the lock at once with its contents, or answers that there is one. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function contents(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
