import {
  InternalServerError,
  ProvisionedThroughputExceededException,
  ThrottlingException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { oneOf, type Random, seededRandom, upTo } from '@kaifong/shared/demo/random.ts';

/** What an unruly client does to calls; each a share between 0 and 1, which a test may change as it goes. */
export type Unruliness = {
  readonly seed: number;
  /** Calls that are throttled. */
  throttled?: number;
  /** Transactions that are carried out, but whose answer gets lost. */
  lost?: number;
  /** Calls that wait up to a few milliseconds before they go out, so that others overtake them. */
  delayed?: number;
};

/** Nothing unusual, for the time in which a test makes its world. */
export const calm = { throttled: 0, lost: 0, delayed: 0 };

/** What a bad hour is like. */
export const storm = { throttled: 0.02, lost: 0.02, delayed: 0.4 };

/**
 * What DynamoDB does under load and the engine of one machine never does: two transactions in flight on one item conflict, some
 * calls are throttled, and some answers are lost. The dice are seeded; how calls interleave is up to the machine.
 *
 * @example const district = await startDistrict({ wrap: unruly({ seed: 7, throttled: 0.02 }) });
 */
export function unruly(unruliness: Unruliness) {
  const random = seededRandom(unruliness.seed);
  const inFlight = new Set<string>();

  return (client: DynamoDBDocumentClient): DynamoDBDocumentClient => {
    async function send(command: Parameters<DynamoDBDocumentClient['send']>[0]): Promise<unknown> {
      const { throttled = 0, lost = 0, delayed = 0 } = unruliness;
      if (random() < delayed) await delay(random);
      if (!(command instanceof TransactWriteCommand)) {
        if (random() < throttled) throw throttling(random);
        return client.send(command);
      }
      const keys = keysOf(command);
      if (keys.some((key) => inFlight.has(key))) {
        throw cancelled(keys.map((key) => (inFlight.has(key) ? 'TransactionConflict' : 'None')));
      }
      if (random() < throttled) throw throttledTransaction(keys.length, random);
      for (const key of keys) inFlight.add(key);
      try {
        if (random() < delayed) await delay(random);
        const answer = await client.send(command);
        if (random() < lost) throw new InternalServerError({ message: 'the answer was lost', $metadata: {} });
        return answer;
      } finally {
        for (const key of keys) inFlight.delete(key);
      }
    }
    return new Proxy(client, {
      get: (target, property) => (property === 'send' ? send : Reflect.get(target, property)),
    });
  };
}

/** Which items a transaction holds, in its order. */
function keysOf({ input }: TransactWriteCommand): string[] {
  return (input.TransactItems ?? []).map(({ Put, Update, Delete, ConditionCheck }) => {
    const { pk, sk } = Put?.Item ?? (Update ?? Delete ?? ConditionCheck)?.Key ?? {};
    return `${(Put ?? Update ?? Delete ?? ConditionCheck)?.TableName} ${pk} ${sk}`;
  });
}

function cancelled(codes: readonly string[]): TransactionCanceledException {
  return new TransactionCanceledException({
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(', ')}]`,
    $metadata: { httpStatusCode: 400 },
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
}

function throttling(random: Random): Error {
  const details = { message: 'Throughput exceeds the current capacity', $metadata: { httpStatusCode: 400 } };
  return random() < 0.5 ? new ThrottlingException(details) : new ProvisionedThroughputExceededException(details);
}

/** A transaction is throttled as a whole, or because of one of its items. */
function throttledTransaction(items: number, random: Random): Error {
  if (random() < 0.3) return throttling(random);
  const codes = Array<string>(items).fill('None');
  codes[upTo(random, items)] = oneOf(random, ['ThrottlingError', 'ProvisionedThroughputExceeded']);
  return cancelled(codes);
}

function delay(random: Random): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, random() * 4));
}
