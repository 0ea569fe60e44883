import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { day, epochSeconds, Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from './item-type.ts';
import type { Table } from './table.ts';
import type { Write } from './transact.ts';

/** How long the same command answers the same; a form left open overnight still counts as the same. */
const keptFor = 2 * day;

/**
 * The receipt of a command: what it answered, under who sent it and the key they chose.
 *
 * Access patterns: by owner and key (`RECEIPT#<owner>#<key>`); purged after two days.
 */
const Receipt = itemType({
  entity: 'receipt',
  schema: z.object({ owner: z.string(), key: z.string(), digest: z.string(), answer: z.unknown(), at: Instant }),
  key: ({ owner, key }: { owner: string; key: string }) => ({ pk: `RECEIPT#${owner}#${key}`, sk: 'RECEIPT' }),
  purgeAt: ({ at }) => epochSeconds(at) + keptFor / 1000,
});

/** Who sent a command, under which key, and a digest of what was asked. */
export type CommandKey = Readonly<{ owner: string; key: string; digest: string }>;

/** Remembers what commands answered. Care has one of its own, so that its answers stay in its own table. */
export class Receipts {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  /**
   * The earlier answer to the same command.
   *
   * @throws AppError platform.idempotencyKeyReused when the key was used for something else
   */
  async find({ owner, key, digest }: CommandKey): Promise<{ answer: unknown } | undefined> {
    const receipt = await this.#table.get(Receipt, { owner, key });
    if (!receipt) return undefined;
    if (receipt.digest !== digest) throw new AppError(platformErrors.idempotencyKeyReused);
    return { answer: receipt.answer };
  }

  /** The write that keeps `answer`; refused when there is one already. */
  keep(command: CommandKey, answer: unknown, at: Instant): Write {
    return this.#table.put(Receipt, { ...command, answer, at }, { absent: true });
  }
}
