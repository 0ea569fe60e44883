import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

// biome-ignore lint/suspicious/noConfusingVoidType: a handler that reports nothing returns nothing
export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | void>;

export type Delivery = {
  handler: StreamHandler;
  /** How often a record is tried before it is parked. */
  attempts: number;
  /** Milliseconds before the second attempt; doubles with each one more. */
  firstPause: number;
  park(record: DynamoDBRecord, reason: string): void;
  stopping: AbortSignal;
};

/**
 * Hands records over in their order, as an event-source mapping with partial failures, bisecting and a dead-letter
 * queue does: the first failed record is tried again together with all after it, and is parked once its attempts are
 * used up, so that one poisoned event does not hold up the others. Answers whether all were handed over or parked;
 * it gives up half way only when stopping.
 */
export async function deliver(records: DynamoDBRecord[], delivery: Delivery): Promise<boolean> {
  let queue = records;
  let size = queue.length;
  let failures = 0;
  while (queue.length > 0) {
    if (delivery.stopping.aborted) return false;
    const batch = queue.slice(0, size);
    const { handled, reason, whole } = await attempt(batch, delivery.handler);
    queue = queue.slice(handled);
    if (reason === undefined) {
      failures = 0;
      size = queue.length;
      continue;
    }
    if (whole && batch.length > 1) {
      size = Math.ceil(batch.length / 2);
      continue;
    }
    failures = handled > 0 ? 1 : failures + 1;
    size = whole ? 1 : queue.length;
    if (failures >= delivery.attempts) {
      delivery.park(queue[0] as DynamoDBRecord, reason);
      queue = queue.slice(1);
      failures = 0;
      size = queue.length;
    } else {
      await rest(delivery.firstPause * 2 ** (failures - 1), delivery.stopping);
    }
  }
  return true;
}

/** How many records at the front were handled; why the next was not; and whether that was said of the batch as a whole. */
type Attempt = { handled: number; reason?: string; whole?: boolean };

async function attempt(batch: DynamoDBRecord[], handler: StreamHandler): Promise<Attempt> {
  try {
    const answer = await handler({ Records: batch });
    const failed = new Set(answer?.batchItemFailures?.map((failure) => failure.itemIdentifier));
    if (failed.size === 0) return { handled: batch.length };
    const first = batch.findIndex((record) => failed.has(record.dynamodb?.SequenceNumber ?? ''));
    if (first >= 0) return { handled: first, reason: 'a consumer reported it as failed' };
    return { handled: 0, whole: true, reason: 'a consumer reported a record that it was not given' };
  } catch (error) {
    return { handled: 0, whole: true, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function rest(milliseconds: number, stopping: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal: stopping }).catch((error: unknown) => {
    if (!stopping.aborted) throw error;
  });
}
