import { randomUUID } from 'node:crypto';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { type Attributes, fromAttributes } from './attribute-values.ts';
import type { Row } from './item-type.ts';
import { pause } from './retry.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One write of a transaction, made by a `Table`. */
export type Write = Readonly<{
  item: TransactItem;
  /** Hand a conflict with another transaction back at once, for a caller who has something else to try. */
  yields?: boolean;
}>;

/**
 * How a transaction ended: all of it written, or nothing, because of the named writes.
 * `refused`: their condition did not hold (`found` is what was there instead). `contended`: another transaction held them.
 */
export type Outcome<Name extends string> =
  | Readonly<{ committed: true }>
  | Readonly<{
      committed: false;
      refused: ReadonlySet<Name>;
      contended: ReadonlySet<Name>;
      found: Partial<Record<Name, Row>>;
    }>;

const attempts = 8;

/** Writes by name; one that is `undefined` is not part of the transaction. */
export type Writes<Name extends string> = { readonly [Key in Name]?: Write | undefined };

/**
 * Writes all or nothing and says by name what stood in the way. Conflicts and throttling are tried again with jitter, up to
 * eight times, unless a condition failed too or the contended write `yields`.
 *
 * @throws AppError platform.busy when they last longer than that
 */
export async function transact<Name extends string>(
  client: DynamoDBDocumentClient,
  writes: Writes<Name>,
): Promise<Outcome<Name>> {
  const named = (Object.entries(writes) as [Name, Write | undefined][]).filter((entry) => entry[1] !== undefined);
  const names = named.map(([name]) => name);
  const items = named.flatMap(([, write]) => write?.item ?? []);
  // The same token for the same try: when only the answer was lost, the engine gives it again instead of finding its own work in the way.
  let token = randomUUID();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const outcome = await attemptOnce(client, names, items, token);
    if (outcome === 'tryAgain') {
      await pause(attempt);
    } else if (
      outcome.committed ||
      outcome.refused.size > 0 ||
      names.some((name) => outcome.contended.has(name) && writes[name]?.yields)
    ) {
      return outcome;
    } else {
      token = randomUUID();
      await pause(attempt);
    }
  }
  throw new AppError(platformErrors.busy);
}

async function attemptOnce<Name extends string>(
  client: DynamoDBDocumentClient,
  names: readonly Name[],
  items: TransactItem[],
  token: string,
): Promise<Outcome<Name> | 'tryAgain'> {
  try {
    await client.send(new TransactWriteCommand({ TransactItems: items, ClientRequestToken: token }));
    return { committed: true };
  } catch (error) {
    if (!isCancelled(error)) {
      if (isTransient(error)) return 'tryAgain';
      throw error;
    }
    const refused = new Set<Name>();
    const contended = new Set<Name>();
    const found: Partial<Record<Name, Row>> = {};
    for (const [position, reason] of (error.CancellationReasons ?? []).entries()) {
      const name = names[position];
      if (!name) continue;
      if (reason.Code === 'ConditionalCheckFailed') {
        refused.add(name);
        if (reason.Item) found[name] = fromAttributes(reason.Item);
      } else if (reason.Code === 'TransactionConflict') {
        contended.add(name);
      } else if (reason.Code && reason.Code !== 'None' && !transientCodes.has(reason.Code)) {
        throw error;
      }
    }
    if (refused.size === 0 && contended.size === 0) return 'tryAgain';
    return { committed: false, refused, contended, found };
  }
}

type Cancelled = Error & { CancellationReasons?: { Code?: string; Item?: Attributes }[] };

const transientCodes = new Set([
  'ThrottlingError',
  'ThrottlingException',
  'ProvisionedThroughputExceeded',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
  'TransactionConflictException',
  'InternalServerError',
]);

function isCancelled(error: unknown): error is Cancelled {
  return error instanceof Error && error.name === 'TransactionCanceledException';
}

/** Whether the engine asks to try the same request again: throttling and faults of its own, matched by name. */
export function isTransient(error: unknown): boolean {
  return error instanceof Error && transientCodes.has(error.name);
}
