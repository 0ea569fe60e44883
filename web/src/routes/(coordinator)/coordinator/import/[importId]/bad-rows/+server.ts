import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { csvDownload } from '../../csv-download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { importId } = event.params;
  const { filename, csv } = await read(
    api(event).api['volunteer-imports'][':importId']['bad-rows'].$get({ param: { importId } }),
  );
  return csvDownload(filename, csv);
};
