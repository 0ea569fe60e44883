import type { Me as SignedIn } from '@kaifong/shared/identity/schema.ts';
import { m } from '#paraglide/messages.js';

/** The person who is signed in, as the API names them. */
export type Me = SignedIn['account'];

/** What to call a person on a page: their name, or "neighbour" before they gave one. */
export function nameOf(me: Me | null): string {
  return me?.name ?? m.shell_neighbour();
}
