import { read } from '#lib/api/outcome.server.ts';
import { csvDownload } from '#lib/csv-download.ts';
import { careApi } from '../../../care-client.server.ts';
import type { RequestHandler } from './$types';

/** The published figures of a place as a file for a spreadsheet: `?place=…`. */
export const GET: RequestHandler = async (event) => {
  const query = { place: event.url.searchParams.get('place') ?? '' };
  const { filename, csv } = await read(careApi(event).figures.file.$get({ query }));
  return csvDownload(filename, csv);
};
