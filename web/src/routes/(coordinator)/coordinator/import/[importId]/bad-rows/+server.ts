import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { csvDownload } from '#lib/csv-download.ts';
import { inPages } from '../../in-pages.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const param = { importId: event.params.importId };
  const badRows = api(event).api['volunteer-imports'][':importId']['bad-rows'];
  const pageAt = (cursor?: string) => read(badRows.$get({ param, query: cursor ? { cursor } : {} }));
  const first = await pageAt();
  return csvDownload(first.filename, inPages(first, pageAt));
};
