import type { Contexts } from './contexts.ts';
import type { Reaction } from './platform/outbox.ts';

/** What each context does when something happened elsewhere. */
export function createReactions(_contexts: Contexts): Reaction[] {
  return [];
}
