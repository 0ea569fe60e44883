import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Actor } from '@kaifong/functions/platform/actor.ts';
import { AlreadyDone } from '@kaifong/functions/platform/commit.ts';
import { documentClient } from '@kaifong/functions/platform/document-client.ts';
import { Receipts } from '@kaifong/functions/platform/receipts.ts';
import type { Command } from '@kaifong/functions/platform/request.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import { transact } from '@kaifong/functions/platform/transact.ts';
import { VolunteerAccount } from '@kaifong/functions/points/points.table.ts';
import { RewardItem } from '@kaifong/functions/points/rewards/rewards.table.ts';
import { contextsIn } from '@kaifong/functions/wiring.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { inWords } from '@kaifong/shared/points/ledger/ledger.ts';
import { createTables } from '../local/create-tables.ts';
import { openDataFolder } from '../local/data-folder.ts';
import { startEngine } from '../local/engine.ts';
import { localPrefix, localSurroundings } from '../local/surroundings.ts';
import { type Deed, deeds, people, reward } from './points-history.ts';

/*
 * A server of points that a test kills: `node points-worker.ts <folder> <first deed> [end]`. It says its engine's pid, adds everything up, then
 * does the deeds of a history from one on, those that were done before too, and says each. With `end` it does all and says what people have.
 */

const [path = '', first = '0', end] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

const folder = await openDataFolder(path);
const engine = await startEngine({ dataFolder: folder.path });
say(`engine ${engine.pid}`);
const client = new DynamoDBClient(engine.clientConfig);
await createTables(client, localPrefix);
const { main } = localSurroundings(folder, documentClient(client, engine.wire), { demo: false });
const { ledger, redemptions, reconciliation } = contextsIn(main).points;
const table = new Table(main.client, main.tableName('points'));
const receipts = new Receipts(new Table(main.client, main.tableName('platform')));
const now: Instant = '2026-11-24T02:00:00.000Z';

const { found, postings } = await reconciliation.all();
say(found.length === 0 ? `sound ${postings}` : `unsound ${inWords(found)}`);
await transact(table.client, { reward: table.put(RewardItem, reward, { absent: true }) });

const all = deeds();
const from = Number(first) % all.length;
const queue = [...all.slice(from), ...all.slice(0, from)];
await Promise.all(
  Array.from({ length: 6 }, async () => {
    for (let deed = queue.shift(); deed; deed = queue.shift()) {
      await carryOut(deed);
      say('did');
    }
  }),
);
if (end) {
  const accounts = await table.getAll(
    VolunteerAccount,
    people.map((volunteerId) => ({ volunteerId })),
  );
  const left = (await table.get(RewardItem, { id: reward.id }))?.left;
  const last = await reconciliation.all();
  say(`end ${JSON.stringify({ accounts, left, found: last.found })}`);
}
await engine.stop();
folder.release();

async function carryOut(deed: Deed): Promise<void> {
  if (deed.kind === 'book') return ledger.book(deed.record, now);
  await redemptions.redeem(commandOf(deed.volunteerId), reward.id).catch((error: unknown) => {
    const isRefused = error instanceof AppError && error.definition.code.startsWith('reward.');
    if (!isRefused && !(error instanceof AlreadyDone)) throw error;
  });
}

/** The same command, however often it is sent. */
function commandOf(volunteerId: string): Command {
  const idempotencyKey = `redeem-${volunteerId}`;
  const key = { owner: volunteerId, key: idempotencyKey, digest: 'digest' };
  return {
    actor: new Actor({ accountId: volunteerId, volunteerId, grants: [{ role: 'volunteer', scope: '440103' }] }),
    now,
    operation: 'redeemReward',
    idempotencyKey,
    receipt: (answer) => receipts.keep(key, answer, now),
  };
}
