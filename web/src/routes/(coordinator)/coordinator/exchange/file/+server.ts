import { Dataset } from '@kaifong/shared/attendance/exchange/datasets.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { csvDownload, fileDownload } from '#lib/csv-download.ts';
import { inPages } from '../../import/in-pages.ts';
import type { RequestHandler } from './$types';
import { jsonInPages } from './json-in-pages.ts';

/** Records as a file: `?dataset=training&place=440103/001&from=2026-01-01&until=2026-11-24&format=json`. */
export const GET: RequestHandler = async (event) => {
  const asked = (name: string) => event.url.searchParams.get(name) ?? '';
  const dataset = Dataset.catch('serviceRecords').parse(asked('dataset'));
  const format = asked('format') === 'json' ? 'json' : 'csv';
  const query = { dataset, format, place: asked('place'), from: asked('from'), until: asked('until') } as const;
  const pageAt = (cursor?: string) =>
    read(api(event).api['exchange-files'].$get({ query: { ...query, ...(cursor && { cursor }) } }));
  const first = await pageAt();
  if (format === 'json') {
    return fileDownload(first.filename, 'application/json; charset=utf-8', jsonInPages(first, pageAt));
  }
  const asText = ({ csv = '', cursor }: typeof first) => ({ csv, cursor });
  return csvDownload(
    first.filename,
    inPages(asText(first), async (cursor) => asText(await pageAt(cursor))),
  );
};
