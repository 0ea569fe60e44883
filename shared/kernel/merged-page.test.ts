import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedPage, type Stretch } from './merged-page.ts';
import type { Page } from './paging.ts';
import { toInstant } from './time.ts';

const place = (minute: number, id: string) => `${toInstant(Date.UTC(2026, 10, 24, 0, minute))}#${id}`;
const to = place(59, 'z');

/** A list over these places that answers two at a time. */
const listOf =
  (places: readonly string[]) =>
  async (stretch: Stretch): Promise<Page<string>> => {
    const { from = '', to: end } = stretch.range;
    const all = [...places].sort().filter((each) => each >= from && each <= end);
    const start = Number(stretch.cursor ?? 0);
    const items = all.slice(start, start + 2);
    return { items, ...(start + 2 < all.length && { cursor: `${start + 2}` }) };
  };

async function readAll(lists: readonly (readonly string[])[], limit: number, keep?: (place: string) => boolean) {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const sources = { lists: lists.map(listOf), placeOf: (each: string) => each, to, ...(keep && { keep }) };
    const page = await mergedPage(sources, { limit, cursor });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return found;
}

describe('a page out of several lists', () => {
  it('shows every wanted item once, in the order of time, whatever the size of the page', async () => {
    const lists = fc.array(fc.uniqueArray(fc.nat(58), { maxLength: 9 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(lists, fc.integer({ min: 1, max: 5 }), async (minutes, limit) => {
        const places = minutes.map((ofList, list) => ofList.map((minute) => place(minute, `list${list}`)));
        const keep = (each: string) => !each.includes(':13:');
        expect(await readAll(places, limit, keep)).toEqual(places.flat().filter(keep).sort());
      }),
    );
  });

  it('ends where it is told to', async () => {
    const beyond = `${toInstant(Date.UTC(2026, 10, 25))}#a`;
    expect(await readAll([[place(1, 'a'), beyond]], 5)).toEqual([place(1, 'a')]);
  });

  it.each(['', 'yesterday', '2026-11-24T00:00:00.000Z', `${toInstant(Date.UTC(2027, 0, 1))}#a`])(
    'refuses the cursor %j',
    async (cursor) => {
      const sources = { lists: [listOf([])], placeOf: String, to };
      await expect(mergedPage(sources, { limit: 2, cursor })).rejects.toMatchObject({ code: 'platform.cursorInvalid' });
    },
  );
});
