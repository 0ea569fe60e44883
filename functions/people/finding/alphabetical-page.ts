import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Range } from '../../platform/condition.ts';

/** A list in the order of texts, of which a page is made. No two items of it have the same place. */
export type Alphabetical<Item> = Readonly<{
  read: (stretch: Readonly<{ range: Range; limit: number }>) => Promise<Page<Item>>;
  placeOf: (item: Item) => string;
  /** Whether an item is wanted. */
  keep: (item: Item) => boolean;
}>;

/** Sorts behind every text. */
const end = '\u{10FFFF}';

/**
 * One page out of several lists, of what begins with `prefix`, with one read of each list of at most `rows` items. The cursor
 * is the place up to which all lists were seen, so that every list goes on from there by itself.
 *
 * @throws AppError platform.cursorInvalid
 */
export async function alphabeticalPage<Item>(
  lists: readonly Alphabetical<Item>[],
  asked: Readonly<{ prefix: string; limit: number; cursor?: string | undefined; rows: number }>,
): Promise<Page<Item>> {
  const { prefix, limit, rows } = asked;
  const seen = asked.cursor === undefined ? undefined : placeFrom(asked.cursor);
  if (seen !== undefined && !seen.startsWith(prefix)) throw new AppError(platformErrors.cursorInvalid);
  // Nothing lies between a place, which ends with an id, and the same with a tilde.
  const range = {
    ...(seen !== undefined ? { from: `${seen}~` } : prefix !== '' && { from: prefix }),
    to: `${prefix}${end}`,
  };
  const parts = await Promise.all(
    lists.map(async ({ read, placeOf, keep }) => {
      const { items, cursor } = await read({ range, limit: rows });
      const last = items.at(-1);
      return {
        found: items.filter(keep).map((item) => ({ item, place: placeOf(item) })),
        /** How far this list was seen, when it goes on. */
        horizon: cursor !== undefined && last !== undefined ? placeOf(last) : end,
      };
    }),
  );
  const horizon = parts.map((part) => part.horizon).reduce((one, other) => (isBefore(other, one) ? other : one), end);
  const found = parts
    .flatMap((part) => part.found)
    .filter(({ place }) => !isBefore(horizon, place))
    .sort((one, other) => (isBefore(one.place, other.place) ? -1 : 1));
  const shown = found.slice(0, limit);
  const reached = found.length > limit ? shown.at(-1)?.place : horizon;
  return {
    items: shown.map(({ item }) => item),
    ...(reached !== undefined && reached !== end && { cursor: Buffer.from(reached).toString('base64url') }),
  };
}

/** The order in which the tables sort, which is that of bytes and not of UTF-16. */
function isBefore(one: string, other: string): boolean {
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;
}

function placeFrom(cursor: string): string {
  const place = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/#\w+$/.test(place)) throw new AppError(platformErrors.cursorInvalid);
  return place;
}
