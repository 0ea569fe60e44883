import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Actor } from './actor.ts';
import type { Write } from './transact.ts';

/** What a service knows of a request that only reads. */
export type Request = Readonly<{
  actor: Actor;
  now: Instant;
  /** The operation of the API that it came by. */
  operation?: string;
}>;

/** What a service knows of a command: also the receipt that must be written with it. */
export type Command = Request &
  Readonly<{
    idempotencyKey: string;
    /** The write that stores `answer` under the command's key; it is refused when the command was carried out before. */
    receipt: (answer: unknown) => Write;
  }>;
