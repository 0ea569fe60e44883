import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { eventKeyPrefix } from '../tables.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { HouseFunction } from './house-function.ts';
import type { HouseTable } from './house-table.ts';

/**
 * Hands the events of one table's outbox to a function, in order: only inserts of events; a failed one is tried again
 * apart from the rest and then parked, so that it holds up nobody.
 */
export class OutboxFeed extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: {
      from: HouseTable;
      to: HouseFunction;
      deadLetters: DeadLetterQueue;
      /** Only events of these types, each by itself, so that a long one holds up no other; all events when left out. */
      only?: readonly string[];
    },
  ) {
    super(scope, id);
    const stream = props.from.table.tableStreamArn;
    if (!stream) throw new Error(`The table ${id} has no stream to feed from.`);
    const actions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
    props.to.allow(
      actions.map((name) => `dynamodb:${name}`),
      [stream],
    );
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: props.to.function,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: props.only ? 1 : 100,
      ...(props.only && { parallelizationFactor: 5 }),
      retryAttempts: 5,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(props.deadLetters.queue),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: {
            Keys: { pk: { S: FilterRule.beginsWith(eventKeyPrefix) } },
            ...(props.only && { NewImage: { type: { S: FilterRule.or(...props.only) } } }),
          },
        }),
      ],
    });
    mapping.node.addDependency(props.to.role); // the mapping is refused until the role may read the stream
  }
}
