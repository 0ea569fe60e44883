import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentClient } from '@kaifong/functions/platform/document-client.ts';
import { contextsIn } from '@kaifong/functions/wiring.ts';
import { inWords } from '@kaifong/shared/points/ledger/ledger.ts';
import { createTables } from './create-tables.ts';
import { dataFolderPath, openDataFolder } from './data-folder.ts';
import { startEngine } from './engine.ts';
import { command } from './run.ts';
import { localPrefix, localSurroundings } from './surroundings.ts';

/**
 * `npm run reconcile`: adds every account of points up again from its postings, while the server is stopped, and names each that differs.
 * Ends with 1 when one does.
 */
command(async () => {
  const folder = await openDataFolder(dataFolderPath());
  const engine = await startEngine({ dataFolder: folder.path });
  const client = new DynamoDBClient(engine.clientConfig);
  try {
    await createTables(client, localPrefix);
    const { points } = contextsIn(localSurroundings(folder, documentClient(client, engine.wire), { demo: false }).main);
    const { accounts, postings, found } = await points.reconciliation.all();
    const read = `${accounts} accounts, ${postings} postings`;
    if (found.length > 0) throw new Error(`${read}: ${found.length} differ.\n${inWords(found)}`);
    console.error(`${read}: all add up.`);
  } finally {
    client.destroy();
    await engine.stop();
    folder.release();
  }
});
