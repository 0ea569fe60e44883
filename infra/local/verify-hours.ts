import { readFile } from 'node:fs/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { checkHours, type HoursFault } from '@kaifong/functions/attendance/hours-check.ts';
import { documentClient } from '@kaifong/functions/platform/document-client.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import * as z from 'zod';
import { tableName } from '../tables.ts';
import { openDataFolder } from './data-folder.ts';
import { startEngine } from './engine.ts';
import { command } from './run.ts';
import { localPrefix } from './surroundings.ts';

const Published = z.object({ items: z.array(z.object({ day: z.string(), hash: z.string() })) });

/**
 * `npm run verify-hours [-- DIGESTS.json]`: checks every chain of service records against every digest, while the server is stopped, and names
 * the first record that is wrong. The file is what `/api/hour-digests` answered at some time: whoever kept one can tell when even the
 * digests were made anew.
 */
command(async () => {
  const [file] = process.argv.slice(2);
  const kept = file ? Published.parse(JSON.parse(await readFile(file, 'utf8'))).items : [];
  const folder = await openDataFolder();
  const engine = await startEngine({ dataFolder: folder.path });
  const client = new DynamoDBClient(engine.clientConfig);
  try {
    const table = new Table(documentClient(client, engine.wire), tableName(localPrefix, 'attendance'));
    const found = await checkHours(table, new Map(kept.map(({ day, hash }) => [day, hash])));
    if (!found.sound) throw new Error(inWords(found));
    const { digests, chains, records } = found;
    console.error(`${records} records in ${chains} chains are as ${digests} digests say.`);
  } finally {
    client.destroy();
    await engine.stop();
    folder.release();
  }
});

function inWords(found: HoursFault): string {
  if ('day' in found) {
    const digest = `The digest of ${found.day}`;
    switch (found.fault) {
      case 'digest':
        return `${digest} is not what was made of its records.`;
      case 'published':
        return `${digest} is another than the one that was published.`;
      case 'publishedGone':
        return `${digest} was published and is gone.`;
    }
  }
  const record = `Record ${found.seq} of ${found.volunteerId}`;
  switch (found.fault) {
    case 'changed':
      return `${record} was changed after it was written.`;
    case 'notFollowing':
      return `${record} does not follow the one before: one is missing, was slipped in or was changed.`;
    case 'missing':
      return `${record} is in a digest and is gone.`;
    case 'otherThanDigest':
      return `${record} is another than in its digest: the chain was made anew.`;
    case 'head':
      return `The hours of ${found.volunteerId} that people read are not what the ${found.seq} records of the chain add up to.`;
    case 'notInDigest':
      return `${record} is in no digest though its day has one: it was slipped in.`;
  }
}
