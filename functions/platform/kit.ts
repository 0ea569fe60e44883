import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Context } from 'hono';
import type { Actor, Identity } from './actor.ts';
import type { Log } from './log.ts';
import type { Lookup } from './lookup.ts';
import type { Receipts } from './receipts.ts';

/** What every route needs and an entry point hands over. */
export type Kit = Readonly<{
  /**
   * Whose session the request carries; `undefined` for none or one that has ended. What is to be read `beside` it goes in the same
   * call, and not at all when the request carries no session.
   */
  authenticate: (context: Context, beside?: Lookup<unknown>) => Promise<Identity | undefined>;
  receipts: Receipts;
  now: () => Instant;
  log: Log;
  /** What a request carries that came by the front of this stage; none where there is no front. */
  frontPass?: string | undefined;
}>;

/** What a handler finds in its Hono context. */
export type ApiEnv = { Variables: { kit: Kit; operation?: string; actor?: Actor } };
