/** What a page tells the worker. */
export type ToWorker =
  /** Here is a page, with the attributes of its `<html>`. Sent when a page opens and when the network comes back. */
  | Readonly<{ type: 'here'; path: string; look: Readonly<Record<string, string>> }>
  /** How do the commands stand? */
  | Readonly<{ type: 'ask' }>
  /** The person wants the new version now. */
  | Readonly<{ type: 'takeOver' }>;

/** What the worker tells the pages: how the commands of the person stand, in her language; empty when there is nothing to say. */
export type ToPage = Readonly<{
  said: string;
  /** Where that leads. */
  href: string;
  /** Whether something is to be sent again by and by. */
  waits: boolean;
}>;
