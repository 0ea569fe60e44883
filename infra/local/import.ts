import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentClient } from '@kaifong/functions/platform/document-client.ts';
import { contextsIn } from '@kaifong/functions/wiring.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import { importErrors } from '@kaifong/shared/people/importing/import-errors.ts';
import { mostBytes, mostMegabytes } from '@kaifong/shared/people/importing/import-schema.ts';
import { createTables } from './create-tables.ts';
import { dataFolderPath, openDataFolder } from './data-folder.ts';
import { startEngine } from './engine.ts';
import { command } from './run.ts';
import { localPrefix, localSurroundings } from './surroundings.ts';

const usage =
  'Usage: npm run import -- FILE.csv --place 440103/001 [--check] (the street or community that the people belong to)';

/**
 * `npm run import -- FILE --place SCOPE [--check] [--language en]`: volunteers from a list on paper, CSV or XLSX, while the
 * server is stopped. `--check` tells how it would go and enters nobody. The same file again goes on where it stopped; rows that
 * cannot enter are put into FILE.bad.csv with the reason of each.
 */
command(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      place: { type: 'string' },
      check: { type: 'boolean', default: false },
      language: { type: 'string', default: 'zh-Hans' },
    },
  });
  const [file] = positionals;
  const place = Scope.safeParse(values.place);
  if (!file || !place.success) throw new Error(usage);
  const language = values.language === 'en' || values.language === 'zh-Hant' ? values.language : 'zh-Hans';
  const size = sizeOf(file);
  if (size > mostBytes) throw new Error(importErrors.tooLarge.say[language].replace('{limit}', String(mostMegabytes)));
  const aim = values.check ? 'check' : 'enter';

  const folder = await openDataFolder(dataFolderPath());
  const engine = await startEngine({ dataFolder: folder.path });
  const client = new DynamoDBClient(engine.clientConfig);
  try {
    await createTables(client, localPrefix);
    const { people } = contextsIn(localSurroundings(folder, documentClient(client, engine.wire), { demo: false }).main);
    const order = { place: place.data, fileName: basename(file), size, aim, by: 'operator' } as const;
    const key = await keyOf(file, place.data, aim);
    const end = await people.importVolunteers({ ...order, key }, () => createReadStream(file), say);
    if (end.refusal) throw new Error(await people.imports.refusalOf(end, language));
    const { total, accepted, alreadyKnown, rejected } = end;
    const entered = aim === 'check' ? 'would enter' : 'entered';
    console.error(`${total} rows: ${accepted} ${entered}, ${alreadyKnown} known already, ${rejected} rejected.`);
    if (rejected === 0) return;
    const badFile = file.replace(/(\.\w+)?$/, '.bad.csv');
    await pipeline(
      Readable.from(await people.badRows.textOf(end, language)),
      createWriteStream(badFile, { mode: 0o600 }),
    );
    console.error(`The rejected rows are in ${badFile}, each with its reason.`);
  } finally {
    client.destroy();
    await engine.stop();
    folder.release();
  }
});

function say(done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${total} rows`);
}

/** The same file for the same place and purpose is the same import. */
async function keyOf(file: string, place: string, aim: string): Promise<string> {
  const hash = createHash('sha256').update(`${place} ${aim} `);
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('base64url');
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    throw new Error(`Cannot read ${file}. ${usage}`);
  }
}
