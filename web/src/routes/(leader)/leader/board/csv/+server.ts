import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { csvDownload } from '#lib/csv-download.ts';
import type { RequestHandler } from './$types';

/** The week of a team as a file for a spreadsheet: `?team=…&week=…`. */
export const GET: RequestHandler = async (event) => {
  const asked = event.url.searchParams;
  const query = { team: asked.get('team') ?? '', week: asked.get('week') ?? '' };
  const { filename, csv } = await read(api(event).api.boards.file.$get({ query }));
  return csvDownload(filename, csv);
};
