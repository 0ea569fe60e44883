import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { lockFolder } from './folder-lock.ts';

export type DataFolder = {
  path: string;
  /** What the engine keeps its tables in, the change feed its position, and so on: a path inside the folder. */
  file(name: string): string;
  keys: MasterKeys;
  /** Lets another server have the folder. */
  release(): void;
};

/** 32 bytes each. Care has a key of its own, so that nothing sealed by the other contexts' key opens care's records. */
export type MasterKeys = { personal: Buffer; care: Buffer };

/** `KAIFONG_DATA`, or `.kaifong` in the project. */
export function dataFolderPath(): string {
  return resolve(process.env.KAIFONG_DATA || join(import.meta.dirname, '../../.kaifong'));
}

/**
 * Opens the data folder for one server: makes it (for its owner only), takes the lock, and reads the master keys, which
 * are made at the first start. Throws an error that says what to do when the folder cannot be written, when another
 * server holds it, and when its keys are missing, unreadable or open to others.
 */
export async function openDataFolder(path: string = dataFolderPath()): Promise<DataFolder> {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Error(
      `Cannot write to the data folder ${path}: give this user write permission, or set KAIFONG_DATA to another folder.`,
      { cause },
    );
  }
  const release = await lockFolder(path);
  try {
    return { path, file: (name) => join(path, name), keys: masterKeys(path), release };
  } catch (error) {
    release();
    throw error;
  }
}

const hexKey = z.hex().length(64);
const keyFile = z.strictObject({ personal: hexKey, care: hexKey });

function masterKeys(folder: string): MasterKeys {
  const path = join(folder, 'keys.json');
  if (!existsSync(path)) {
    // New keys would leave everything sealed under the old ones unreadable for good, without a word.
    if (existsSync(join(folder, 'tables.sqlite'))) {
      throw new Error(`${path} is missing, but ${folder} holds data sealed with it: put the key file back.`);
    }
    const fresh = { personal: randomBytes(32).toString('hex'), care: randomBytes(32).toString('hex') };
    writeFileSync(path, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  if ((statSync(path).mode & 0o077) !== 0) {
    throw new Error(`Other users may read ${path}: run "chmod 600 ${path}", and consider the keys known to them.`);
  }
  const keys = keyFile.safeParse(parseJson(readFileSync(path, 'utf8')));
  if (!keys.success) throw new Error(`${path} is not a key file of ours: put back the one this data was sealed with.`);
  return { personal: Buffer.from(keys.data.personal, 'hex'), care: Buffer.from(keys.data.care, 'hex') };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
