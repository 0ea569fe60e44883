import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

/** How far a shard was delivered: after which sequence number, or wholly. */
export type Position = { after: string } | { finished: true };

export type Checkpoints = {
  position(stream: string, shard: string): Position | undefined;
  save(stream: string, shard: string, position: Position | undefined): void;
};

const position = z.union([z.strictObject({ after: z.string() }), z.strictObject({ finished: z.literal(true) })]);
const file = z.record(z.string(), z.record(z.string(), position));

/**
 * The positions of the change feed in a file. A file that cannot be read counts as none: everything the streams still
 * hold is then delivered again, which consumers must bear anyway, and nothing is lost.
 */
export function checkpointFile(path: string): Checkpoints {
  const positions = read(path);
  return {
    position: (stream, shard) => positions[stream]?.[shard],
    save: (stream, shard, next) => {
      const shards = positions[stream] ?? {};
      positions[stream] = shards;
      if (next) shards[shard] = next;
      else delete shards[shard];
      writeFileSync(`${path}.new`, JSON.stringify(positions), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
  };
}

function read(path: string): z.infer<typeof file> {
  try {
    return file.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return {};
  }
}
