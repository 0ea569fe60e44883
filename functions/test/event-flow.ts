import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Position } from '@kaifong/infra/local/checkpoints.ts';
import { isEvent, lambdaRecord } from '@kaifong/infra/local/stream-event.ts';
import { streamReader } from '@kaifong/infra/local/stream-reader.ts';
import type { TestEngine } from '@kaifong/infra/local/test-engine.ts';
import { tableNames, tables } from '@kaifong/infra/tables.ts';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

/** Carries the events of a test's engine from its streams to a handler, when the test says so. */
export function eventFlow(engine: TestEngine, handler: (batch: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>) {
  const client = new DynamoDBStreamsClient(engine.clientConfig);
  const positions = new Map<string, Position>();
  const checkpoints = {
    position: (stream: string, shard: string) => positions.get(`${stream} ${shard}`),
    save: (stream: string, shard: string, position: Position | undefined) => {
      if (position) positions.set(`${stream} ${shard}`, position);
      else positions.delete(`${stream} ${shard}`);
    },
  };
  const streams = tableNames.filter((name) => tables[name].stream).map((name) => engine.tables[name]);
  const readers = streams.map((stream) => streamReader(client, stream, checkpoints));
  const delivered: DynamoDBRecord[] = [];

  async function hand(Records: DynamoDBRecord[]): Promise<void> {
    const { batchItemFailures } = await handler({ Records });
    if (batchItemFailures.length > 0) throw new Error('an event could not be delivered: see the log of the district');
  }

  return {
    /** Delivers what happened since the last call, and what its consumers did about it. Answers how many events there were. */
    async settle(): Promise<number> {
      const before = delivered.length;
      for (let quiet = false; !quiet; ) {
        quiet = true;
        for (const reader of await Promise.all(readers)) {
          for (const batch of await reader.poll()) {
            if (batch.records.length > 0 || batch.isLast) quiet = false;
            const events = batch.records.filter(isEvent).map((record) => lambdaRecord(record, reader.arn));
            await hand(events);
            batch.delivered();
            delivered.push(...events);
          }
        }
      }
      return delivered.length - before;
    },

    /** Delivers every event again, the newest first: a source promises neither once nor in order. */
    async redeliver(): Promise<void> {
      for (const record of delivered.toReversed()) await hand([record]);
    },

    /** Waits for what was begun, so that nothing asks an engine that has stopped. */
    async stop(): Promise<void> {
      await Promise.allSettled(readers);
      client.destroy();
    },
  };
}
