import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentClient } from '@kaifong/functions/platform/document-client.ts';
import { contextsIn } from '@kaifong/functions/wiring.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import { decodeCsv } from '@kaifong/shared/people/import-text.ts';
import { createTables } from './create-tables.ts';
import { dataFolderPath, openDataFolder } from './data-folder.ts';
import { startEngine } from './engine.ts';
import { command } from './run.ts';
import { localPrefix, localSurroundings } from './surroundings.ts';

const usage =
  'Usage: npm run import -- FILE.csv --place 440103/001 (the street or community that the people belong to)';

/**
 * `npm run import -- FILE.csv --place SCOPE [--language en]`: volunteers from a list on paper, while the server is stopped. The same file again goes on
 * where it stopped; rows that cannot enter come back in FILE.bad.csv with the reason of each.
 */
command(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { place: { type: 'string' }, language: { type: 'string', default: 'zh-Hans' } },
  });
  const [file] = positionals;
  const place = Scope.safeParse(values.place);
  if (!file || !place.success) throw new Error(usage);
  const language = values.language === 'en' || values.language === 'zh-Hant' ? values.language : 'zh-Hans';
  const bytes = read(file);

  const folder = await openDataFolder(dataFolderPath());
  const engine = await startEngine({ dataFolder: folder.path });
  const client = new DynamoDBClient(engine.clientConfig);
  try {
    await createTables(client, localPrefix);
    const { people } = contextsIn(localSurroundings(folder, documentClient(client, engine.wire), false).main);
    const { total, accepted, alreadyKnown, rejected, badRows } = await people.importVolunteers({
      place: place.data,
      csv: decodeCsv(bytes),
      by: 'operator',
      key: createHash('sha256').update(bytes).update(place.data).digest('base64url'),
      language,
    });
    console.error(`${total} rows: ${accepted} entered, ${alreadyKnown} known already, ${rejected} rejected.`);
    if (rejected === 0) return;
    const badFile = file.replace(/(\.csv)?$/i, '.bad.csv');
    writeFileSync(badFile, badRows.csv, { mode: 0o600 });
    console.error(`The rejected rows are in ${badFile}, each with its reason.`);
  } finally {
    client.destroy();
    await engine.stop();
    folder.release();
  }
});

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new Error(`Cannot read ${file}. ${usage}`);
  }
}
