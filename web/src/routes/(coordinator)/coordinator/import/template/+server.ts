import { importColumnNames, importColumns } from '@kaifong/shared/people/importing/import-columns.ts';
import { csvDownload } from '#lib/csv-download.ts';
import { m } from '#paraglide/messages.js';
import type { RequestHandler } from './$types';

/** An empty list with the headings of every column, in the language of the page; a star is at what must be filled in. */
export const GET: RequestHandler = ({ locals }) => {
  const headings = importColumnNames.map((column) => {
    const { label } = importColumns[column];
    return 'needed' in importColumns[column] ? `${label[locals.locale]}*` : label[locals.locale];
  });
  return csvDownload(m.coordinator_templateName(), `\uFEFF${headings.join(',')}\r\n`);
};
