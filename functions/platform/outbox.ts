import { DomainEvent, type EventType } from '@kaifong/shared/kernel/events.ts';
import { day, epochSeconds } from '@kaifong/shared/kernel/time.ts';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { type Attributes, fromAttributes } from './attribute-values.ts';
import { decode, itemType } from './item-type.ts';
import type { Log } from './log.ts';

/** An event waits for its consumers in the table of the context that it happened in (`EVENT#<id>`); purged after a week. */
export const EventItem = itemType({
  entity: 'event',
  schema: DomainEvent,
  key: ({ id }: { id: string }) => ({ pk: `EVENT#${id}`, sk: 'EVENT' }),
  purgeAt: ({ at }) => epochSeconds(at) + (7 * day) / 1000,
});

/** What a context does when something happened elsewhere. It must change nothing when it is called a second time. */
export type Reaction = Readonly<{ type: string; react: (event: DomainEvent) => Promise<void> }>;

/** A reaction to one type of event. */
export function on<Data>(type: EventType<Data>, react: (data: Data, event: DomainEvent) => Promise<void>): Reaction {
  return { type: type.type, react: (event) => react(type.read(event), event) };
}

/**
 * The handler of a table's stream: hands each event to every reaction to its type, in order, and reports the first record that
 * failed, so that the source delivers from there again. Records that are not new events are passed over.
 */
export function changeHandler(reactions: readonly Reaction[], log: Log) {
  return async (batch: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of batch.Records) {
      try {
        const event = eventOf(record);
        if (!event) continue;
        for (const reaction of reactions) if (reaction.type === event.type) await reaction.react(event);
      } catch (error) {
        log.error('event.failed', error, { record: record.eventID ?? 'unknown' });
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
      }
    }
    return { batchItemFailures: [] };
  };
}

function eventOf(record: DynamoDBRecord): DomainEvent | undefined {
  const image = record.dynamodb?.NewImage;
  if (record.eventName !== 'INSERT' || !image?.pk?.S?.startsWith('EVENT#')) return undefined;
  return decode(EventItem, fromAttributes(image as Attributes));
}
