import { type FileStore, mustBeFileKey } from './file-store.ts';
import type { ProvincialSystem } from './provincial-gateway.ts';

/** In place of a provincial system: each part is a file in a folder, from where somebody carries it on. The same part is the same file. */
export function folderProvince(files: Pick<FileStore, 'put'>): ProvincialSystem {
  return {
    async send(part) {
      const key = `province/${part.key}`;
      mustBeFileKey(key);
      await files.put(key, Buffer.from(`${JSON.stringify(part, null, 1)}\n`));
      return { refused: [] };
    },
  };
}
