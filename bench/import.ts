import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb';
import { oneOf, seededRandom } from '@kaifong/shared/demo/random.ts';
import { demoName } from '@kaifong/shared/demo/volunteers.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { engineUnderTest, surroundingsOver } from './machine-under-test.ts';
import type { Figures } from './run.ts';

/** As many volunteers as the district has. */
const rows = Number(process.env.IMPORT_ROWS ?? 83_000);
/** The most heap, well below what the import’s Lambda has: on a machine of much memory Node would put off cleaning up. */
const heapMegabytes = 256;

/** The same number in flight as an import has. */
const transactionsAtOnce = 8;

/**
 * A list of a whole district, entered by a process of its own, beside the very same transactions sent straight to a fresh engine
 * on the same disk.
 */
export async function run(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'kaifong-import-'));
  const list = join(folder, 'list.csv');
  const recorded = join(folder, 'transactions.jsonl');
  try {
    await writeList(list);
    await importInOwnProcess(list, recorded);
    const { seconds, rssMegabytes } = await importInOwnProcess(list);
    const engineSeconds = await replay(recorded);
    return {
      rows,
      seconds: round(seconds, 1),
      rows_per_s: Math.round(rows / seconds),
      engine_rows_per_s: Math.round(rows / engineSeconds),
      ratio: round(seconds / engineSeconds, 2),
      rss_mb: Math.round(rssMegabytes),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everybody has a document and a number of their own; names are as common as in the demo district, so that some are somebody else's as well. */
async function writeList(file: string): Promise<void> {
  const lines = function* () {
    const random = seededRandom(1);
    yield '姓名,证件类型,证件号码,手机号码,社区,技能\r\n';
    for (let row = 0; row < rows; row += 1) {
      const birthDate = new Date(Date.UTC(1950, 0, 1 + (row % 18_000))).toISOString().slice(0, 10);
      const documentNumber = makeSyntheticId({ birthDate, sequence: 2 * Math.floor(row / 18_000) });
      const mobile = `137${String(row).padStart(8, '0')}`;
      const name = demoName(random, oneOf(random, ['female', 'male']));
      yield `${name},居民身份证,${documentNumber},${mobile},440103/001/001,急救、骑行巡逻\r\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(file));
}

type Outcome = Readonly<{ seconds: number; rssMegabytes: number }>;

async function importInOwnProcess(list: string, recordTo = ''): Promise<Outcome> {
  const { engine, stop } = await engineUnderTest();
  try {
    const env = { ...process.env, DYNAMODB_ENDPOINT: engine.endpoint };
    const worker = fork(fileURLToPath(new URL('./import-worker.ts', import.meta.url)), [list, recordTo], {
      env,
      execArgv: [...process.execArgv, `--max-old-space-size=${heapMegabytes}`],
    });
    const [outcome] = (await Promise.race([
      once(worker, 'message'),
      once(worker, 'exit').then(([code]) => Promise.reject(new Error(`the import ended with ${code}`))),
    ])) as [Outcome & { entered: number }];
    if (outcome.entered !== rows) throw new Error(`${outcome.entered} of ${rows} people were entered`);
    worker.disconnect();
    return outcome;
  } finally {
    await stop();
  }
}

/** How long a fresh engine takes for transactions that were taken down. In seconds. */
async function replay(file: string): Promise<number> {
  const { engine, stop } = await engineUnderTest();
  try {
    await surroundingsOver(engine, 'bench');
    const { wire } = engine;
    if (!wire) throw new Error('the bench needs an engine on this machine');
    const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })[
      Symbol.asyncIterator
    ]();
    const began = performance.now();
    await Promise.all(
      Array.from({ length: transactionsAtOnce }, async () => {
        for (let next = await lines.next(); !next.done; next = await lines.next()) {
          await wire('TransactWriteItems', JSON.parse(next.value) as TransactWriteItemsCommandInput).catch(alsoRefused);
        }
      }),
    );
    return (performance.now() - began) / 1000;
  } finally {
    await stop();
  }
}

/** A volunteer number that was drawn twice was refused to the import as well, which then drew another. */
function alsoRefused(error: Error): void {
  if (error.name !== 'TransactionCanceledException') throw error;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
