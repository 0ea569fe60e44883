import { AppError } from './errors.ts';
import type { Page, PageQuery } from './paging.ts';
import { platformErrors } from './platform-errors.ts';

/** A place in the order of time: an instant, and ids that tell apart what happened at the same moment. */
const placeInTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z(#\w+)+$/;

/** A part of a list: what lies between two places in its order (inclusive), at most so many, on from a cursor of its own. */
export type Stretch = Readonly<{ range: { from?: string; to: string }; limit: number; cursor?: string | undefined }>;

/**
 * One page out of several lists, each of which is in the order of time, up to the place `to`. Its cursor is the place of the last item,
 * so that every list goes on from there by itself.
 *
 * @param sources.placeOf an item's place, such as `2026-11-24T06:30:00.000Z#sft_…`; no two items have the same
 * @param sources.keep which items are wanted, when the lists hold others too
 * @throws AppError platform.cursorInvalid
 */
export async function mergedPage<Item>(
  sources: Readonly<{
    lists: readonly ((stretch: Stretch) => Promise<Page<Item>>)[];
    placeOf: (item: Item) => string;
    to: string;
    keep?: (item: Item) => boolean;
  }>,
  { limit, cursor }: PageQuery,
): Promise<Page<Item>> {
  const { lists, placeOf, to, keep = () => true } = sources;
  if (cursor !== undefined && (!placeInTime.test(cursor) || cursor > to))
    throw new AppError(platformErrors.cursorInvalid);
  // Nothing lies between a place and the same with a tilde, which sorts behind all that an id is made of.
  const range = cursor === undefined ? { to } : { from: `${cursor}~`, to };
  const parts = await Promise.all(lists.map((list) => takeFrom(list, { range, limit: limit + 1 }, keep)));
  const found = parts.flat().sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(found.length > limit && last !== undefined && { cursor: placeOf(last) }) };
}

async function takeFrom<Item>(
  list: (stretch: Stretch) => Promise<Page<Item>>,
  { range, limit }: Omit<Stretch, 'cursor'>,
  keep: (item: Item) => boolean,
): Promise<Item[]> {
  const taken: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ range, limit, cursor });
    taken.push(...page.items.filter(keep));
    cursor = page.cursor;
  } while (cursor !== undefined && taken.length < limit);
  return taken;
}
