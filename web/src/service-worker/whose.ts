import { fact, setFact } from '#lib/offline/database.ts';
import { personHeader } from '#lib/offline/person-header.ts';
import { forgetPages } from './page-cache.ts';

let known: string | undefined;
let changes = 0;

/** The account whose pages are kept and whose commands are sent; `none` when nobody is signed in or nothing is known yet. */
export async function person(): Promise<string> {
  known ??= (await fact('person')) ?? 'none';
  return known;
}

/** The moment at which a page was asked for: milliseconds since 1970, and how often pages had to go before. */
export type Asked = Readonly<{ at: number; changes: number }>;

export function askedNow(): Asked {
  return { at: Date.now(), changes };
}

/** Whether pages had to go since: what was asked for before must not be kept any more. */
export function isOutdated(asked: Asked): boolean {
  return asked.changes !== changes;
}

/** Deletes what is kept, at once: somebody signs out, or reads the site otherwise from now on. */
export async function forgetEverything(): Promise<void> {
  changes += 1;
  await Promise.all([forgetPages(), setFact('fetchedAheadAt', 0)]);
}

/**
 * Sends a request and looks whose its answer is. When it is no longer the same person's, all kept pages are gone before anybody gets to
 * see the answer. An answer that was asked for before such a change tells nothing any more.
 */
export async function observed(send: () => Promise<Response>): Promise<Response> {
  const asked = askedNow();
  const response = await send();
  const seen = response.headers.get(personHeader);
  if (seen !== null && !isOutdated(asked) && seen !== (await person())) {
    known = seen;
    await forgetEverything();
    await setFact('person', seen);
  }
  return response;
}
