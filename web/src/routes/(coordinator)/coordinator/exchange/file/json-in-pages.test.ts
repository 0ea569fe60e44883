import { expect, it } from 'vitest';
import { jsonInPages } from './json-in-pages.ts';

const textOf = (pages: { rows: unknown[] }[]) => {
  const cursorAfter = (index: number) => (index + 1 < pages.length ? { cursor: `${index + 1}` } : {});
  const pageAt = async (cursor: string) => ({ ...pages[Number(cursor)], ...cursorAfter(Number(cursor)) });
  return new Response(jsonInPages({ ...pages[0], ...cursorAfter(0) }, pageAt)).text();
};

it('is one list however the pages fall, empty ones among them', async () => {
  const rows = [{ a: 1 }, { a: '二' }, { a: 3 }];
  const [one, two, three] = rows;
  for (const pages of [[rows], [[], [one], [], [two, three], []], [[one, two], [three]]]) {
    expect(JSON.parse(await textOf(pages.map((page) => ({ rows: page }))))).toEqual(rows);
  }
  expect(JSON.parse(await textOf([{ rows: [] }, { rows: [] }]))).toEqual([]);
});
