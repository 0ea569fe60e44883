import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { allAtMost } from './all-at-most.ts';

/** How many are worked on at once. */
const atOnce = 10;
/** Milliseconds of a tick after which no further page is begun; a tick has under a minute for all that is due. */
const mostPerTick = 12_000;

/**
 * Works through what is due page by page, until there is no more or the time of a tick is up; what is left is due at the next one.
 *
 * @throws AggregateError when some failed, after all of their page were tried
 */
export async function workThrough<Item>(
  pageFrom: (cursor: string | undefined) => Promise<Page<Item>>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  let cursor: string | undefined;
  do {
    const page = await pageFrom(cursor);
    await allAtMost(atOnce, page.items, work);
    cursor = page.cursor;
  } while (cursor !== undefined && performance.now() - began < mostPerTick);
}
