import { volunteerStates } from '@kaifong/shared/people/volunteer-state.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { csvDownload, fileDownload } from '#lib/csv-download.ts';
import { csvRows } from '#lib/csv-rows.ts';
import { type FilePage, inPages } from '../in-pages.ts';
import type { RequestHandler } from './$types';

/** The volunteers of a place as a file: `?place=440103/001&state=active&format=xlsx`. */
export const GET: RequestHandler = async (event) => {
  const asked = event.url.searchParams;
  const place = asked.get('place') ?? '';
  const state = volunteerStates.find((state) => state === asked.get('state')) ?? 'active';
  const exports = api(event).api['volunteer-exports'];
  const pageAt = (cursor?: string) => read(exports.$get({ query: { place, state, ...(cursor && { cursor }) } }));
  const first = await pageAt();
  if (asked.get('format') !== 'xlsx') return csvDownload(first.filename, inPages(first, pageAt));
  const { workbookOf, workbookType } = await import('#lib/workbook.ts');
  const name = first.filename.replace(/\.csv$/, '');
  return fileDownload(`${name}.xlsx`, workbookType, workbookOf(name.slice(0, 31), rowsFrom(first, pageAt)));
};

/** The rows page by page, each fetched when the one before was taken. */
async function* rowsFrom(first: FilePage, pageAt: (cursor: string) => Promise<FilePage>): AsyncGenerator<string[][]> {
  let page = first;
  yield csvRows(page.csv.replace('\uFEFF', ''));
  while (page.cursor) {
    page = await pageAt(page.cursor);
    yield csvRows(page.csv);
  }
}
