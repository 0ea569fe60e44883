import type { Tally } from './queue.ts';

/** What a page tells the worker. */
export type ToWorker =
  /** Here is a page, with the attributes of its `<html>`. Sent when a page opens and when the network comes back. */
  | Readonly<{ type: 'here'; path: string; look: Readonly<Record<string, string>> }>
  /** How do the commands stand? */
  | Readonly<{ type: 'ask' }>
  /** The person wants the new version now. */
  | Readonly<{ type: 'takeOver' }>;

/** What the worker tells the pages: how the commands of the person stand. */
export type ToPage = Readonly<{ type: 'queue'; signInFirst: boolean } & Tally>;
