import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { checkpointFile } from './checkpoints.ts';
import { deadLetterFile } from './dead-letters.ts';
import { type Delivery, deliver, type StreamHandler } from './delivery.ts';
import { isEvent, lambdaRecord } from './stream-event.ts';
import { batchSize, type ShardBatch, type StreamReader, streamReader } from './stream-reader.ts';

export type ChangeFeed = {
  /** Looks at once instead of after the pause between two looks: worth a call after a write. */
  wake(): void;
  /** Resolves when every event so far was delivered, together with those that its consumers wrote meanwhile. */
  caughtUp(): Promise<void>;
  /** Takes no further batch; resolves when those under way have ended. What is left is delivered after the next start. */
  stop(): Promise<void>;
};

export type ChangeFeedOptions = {
  client: DynamoDBStreamsClient;
  /** The full names of the tables with streams. */
  tables: string[];
  handler: StreamHandler;
  /** The file that keeps how far each stream was delivered. */
  checkpoints: string;
  /** The file that takes the events which no attempt could deliver. */
  deadLetters: string;
  attempts?: number;
  /** Milliseconds before a second attempt. */
  firstPause?: number;
  /** Milliseconds between two looks at a quiet stream; a busy one is looked at again after a tenth of it. */
  idlePause?: number;
  report?: (message: string, error?: unknown) => void;
};

/**
 * Stands in for the event-source mappings of the cloud on one machine: hands the events of every table to one handler,
 * table by table in their order, each at least once, over restarts too.
 */
export function startChangeFeed(options: ChangeFeedOptions): ChangeFeed {
  const { attempts = 5, firstPause = 100, idlePause = 500, report = console.error } = options;
  const checkpoints = checkpointFile(options.checkpoints);
  const deadLetters = deadLetterFile(options.deadLetters);
  const stopping = new AbortController();
  const delivery: Delivery = {
    handler: options.handler,
    attempts,
    firstPause,
    stopping: stopping.signal,
    park: (record, reason) => {
      deadLetters.park(record, reason);
      report(`An event could not be delivered and was parked in ${options.deadLetters}: ${reason}`);
    },
  };

  let records = 0;
  const feeds = options.tables.map((table) => tableFeed(table));

  function tableFeed(table: string) {
    let reader: StreamReader | undefined;
    let lookedAt = 0;
    let wake = () => {};
    let woken = false;
    let asked: (() => void)[] = [];

    async function look(): Promise<'quiet' | 'busy' | 'full'> {
      reader ??= await streamReader(options.client, table, checkpoints);
      const arn = reader.arn;
      const batches = await reader.poll();
      records += batches.reduce((sum, batch) => sum + batch.records.length, 0);
      await Promise.all(batches.map((batch) => hand(batch, arn)));
      if (batches.some((batch) => batch.records.length >= batchSize)) return 'full';
      // Where a shard ends, another goes on: there is more to look at.
      return batches.some(({ records, isLast }) => records.length > 0 || isLast) ? 'busy' : 'quiet';
    }

    async function hand(batch: ShardBatch, arn: string): Promise<void> {
      const events = batch.records.filter(isEvent).map((record) => lambdaRecord(record, arn));
      if (await deliver(events, delivery)) batch.delivered();
    }

    /** Pauses between two looks; a wake cuts it short, but many wakes do not make a look each. */
    function rest(milliseconds: number): Promise<void> {
      const soon = () => Math.max(0, lookedAt + idlePause / 20 - performance.now());
      return new Promise((resolve) => {
        let timer = setTimeout(resolve, woken ? soon() : milliseconds);
        wake = () => {
          clearTimeout(timer);
          timer = setTimeout(resolve, soon());
        };
      });
    }

    async function run(): Promise<void> {
      let failing = false;
      while (!stopping.signal.aborted) {
        woken = false;
        lookedAt = performance.now();
        const waiting = asked;
        asked = [];
        try {
          const found = await look();
          failing = false;
          if (found === 'quiet') for (const resolve of waiting) resolve();
          else asked.unshift(...waiting);
          if (found !== 'full') await rest(found === 'busy' || asked.length > 0 ? idlePause / 10 : idlePause);
        } catch (error) {
          asked.unshift(...waiting);
          if (!failing) report(`The change feed cannot read ${table} and keeps trying:`, error);
          failing = true;
          await rest(idlePause);
        }
      }
      for (const resolve of asked) resolve();
    }

    return {
      ended: run(),
      wake: () => {
        woken = true;
        wake();
      },
      /** Resolves at the end of a look that began after the call and found nothing. */
      quiet: () => new Promise<void>((resolve) => asked.push(resolve)),
    };
  }

  const wakeAll = () => {
    for (const feed of feeds) feed.wake();
  };

  return {
    wake: wakeAll,
    async caughtUp() {
      for (let before = -1; before !== records && !stopping.signal.aborted; ) {
        before = records;
        const quiet = feeds.map((feed) => feed.quiet());
        wakeAll();
        await Promise.all(quiet);
      }
    },
    async stop() {
      stopping.abort();
      wakeAll();
      await Promise.all(feeds.map((feed) => feed.ended));
    },
  };
}
