import type { Sealer } from './sealing.ts';

/**
 * Where files lie: a folder on one machine, a bucket in the cloud. A key is a path of plain words, `certificates/crt_…/0`. Writing the same
 * key again replaces what was there; taking away what is not there is no fault.
 */
export type FileStore = Readonly<{
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  get: (key: string) => Promise<Buffer | undefined>;
  remove: (key: string) => Promise<void>;
}>;

/** @throws Error for a key that could mean something else to a file system or in an address */
export function mustBeFileKey(key: string): void {
  if (!/^[a-zA-Z0-9_-]+(\/[a-zA-Z0-9_-]+)+$/.test(key)) throw new Error(`not the key of a file: ${key}`);
}

/**
 * The same store with everything under seal, each file bound to its key, so that neither who holds the disk nor who swaps two files there gets
 * anywhere.
 */
export function sealedFiles(store: FileStore, sealer: Sealer): FileStore {
  const placeOf = (key: string) => `file/${key}`;
  return {
    put: async (key, bytes) => {
      mustBeFileKey(key);
      await store.put(key, await sealer.sealBytes(bytes, placeOf(key)));
    },
    get: async (key) => {
      mustBeFileKey(key);
      const sealed = await store.get(key);
      return sealed && sealer.openBytes(sealed, placeOf(key));
    },
    remove: async (key) => {
      mustBeFileKey(key);
      await store.remove(key);
    },
  };
}

/** A store in memory, for tests and for what only asks which routes there are. */
export function memoryFiles(): FileStore & Readonly<{ all: Map<string, Uint8Array> }> {
  const all = new Map<string, Uint8Array>();
  return {
    all,
    put: async (key, bytes) => void all.set(key, bytes),
    get: async (key) => {
      const found = all.get(key);
      return found && Buffer.from(found);
    },
    remove: async (key) => void all.delete(key),
  };
}
