import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type Shard,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';
import type { Checkpoints } from './checkpoints.ts';

/** Records of one shard in their order, whether the shard ends with them, and what to call once all were delivered. */
export type ShardBatch = { records: StreamRecord[]; isLast: boolean; delivered(): void };

export type StreamReader = { arn: string; poll(): Promise<ShardBatch[]> };

/** As many as an event-source mapping hands over at once. */
export const batchSize = 100;

/** For how long a list of shards holds, in milliseconds of a clock that nobody sets. */
const shardListAge = 30_000;

/**
 * Reads the stream of one table from where its checkpoint says, or from its oldest record. Each poll answers the next
 * records of every shard whose parent is read to its end. A batch that was not delivered is read again by the next reader,
 * not by this one: deliver each to its end.
 */
export async function streamReader(
  client: DynamoDBStreamsClient,
  tableName: string,
  checkpoints: Checkpoints,
): Promise<StreamReader> {
  const { Streams: streams = [] } = await client.send(new ListStreamsCommand({ TableName: tableName }));
  const arn = streams.at(-1)?.StreamArn;
  if (!arn) throw new Error(`The table ${tableName} has no stream.`);

  const iterators = new Map<string, string>();
  let known: Shard[] = [];
  let listedAt = Number.NEGATIVE_INFINITY;

  async function shards(): Promise<Shard[]> {
    if (performance.now() - listedAt < shardListAge) return known;
    known = await listShards(client, arn as string);
    // When all that is listed is finished, what follows it is about to be listed.
    if (known.some(({ ShardId: id }) => id !== undefined && !isFinished(id))) listedAt = performance.now();
    return known;
  }

  const isFinished = (shard: string) => 'finished' in (checkpoints.position(arn, shard) ?? {});

  return {
    arn,
    async poll() {
      const all = await shards();
      const ids = new Set(all.map((shard) => shard.ShardId));
      const readable = all.filter(
        ({ ShardId: id, ParentShardId: parent }) =>
          id !== undefined && !isFinished(id) && (!parent || !ids.has(parent) || isFinished(parent)),
      );
      return Promise.all(readable.map((shard) => next(shard.ShardId as string)));
    },
  };

  async function next(shard: string): Promise<ShardBatch> {
    const iterator = iterators.get(shard) ?? (await open(shard));
    const answer = await client
      .send(new GetRecordsCommand({ ShardIterator: iterator, Limit: batchSize }))
      .catch((error: unknown) => {
        iterators.delete(shard);
        throw error;
      });
    if (answer.NextShardIterator) iterators.set(shard, answer.NextShardIterator);
    const records = answer.Records ?? [];
    return {
      records,
      isLast: !answer.NextShardIterator,
      delivered: () => {
        const after = records.at(-1)?.dynamodb?.SequenceNumber;
        if (!answer.NextShardIterator) {
          checkpoints.save(arn as string, shard, { finished: true });
          listedAt = Number.NEGATIVE_INFINITY; // its children are due
        } else if (after) {
          checkpoints.save(arn as string, shard, { after });
        }
      },
    };
  }

  async function open(shard: string): Promise<string> {
    const position = checkpoints.position(arn as string, shard);
    const from =
      position && 'after' in position
        ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: position.after }
        : { ShardIteratorType: 'TRIM_HORIZON' as const };
    const answer = await client
      .send(new GetShardIteratorCommand({ StreamArn: arn, ShardId: shard, ...from }))
      .catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'TrimmedDataAccessException')) throw error;
        checkpoints.save(arn as string, shard, undefined);
        throw new Error(
          `The stream of ${tableName} forgot records before they were delivered; it goes on with its oldest.`,
        );
      });
    if (!answer.ShardIterator) throw new Error(`The stream of ${tableName} gave no way into shard ${shard}.`);
    return answer.ShardIterator;
  }
}

async function listShards(client: DynamoDBStreamsClient, arn: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let after: string | undefined;
  do {
    const { StreamDescription: stream } = await client.send(
      new DescribeStreamCommand({ StreamArn: arn, ...(after && { ExclusiveStartShardId: after }) }),
    );
    shards.push(...(stream?.Shards ?? []));
    after = stream?.LastEvaluatedShardId;
  } while (after);
  return shards;
}
