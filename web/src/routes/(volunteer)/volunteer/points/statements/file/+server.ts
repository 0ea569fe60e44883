import { StatementParams, statementForms } from '@kaifong/shared/points/ledger/statement-schema.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { fileDownload } from '#lib/csv-download.ts';
import type { RequestHandler } from './$types';

const types = { pdf: 'application/pdf', csv: 'text/csv; charset=utf-8' } as const;

/** The own statement of a month as a file, in the language of the site. One for which no month was chosen leads back to choosing. */
export const GET: RequestHandler = async (event) => {
  const asked = StatementParams.safeParse({ month: event.url.searchParams.get('month') });
  if (!asked.success) redirect(303, '/volunteer/points/statements');
  const form = statementForms.find((one) => one === event.url.searchParams.get('form')) ?? 'pdf';
  const query = { form, language: event.locals.locale };
  const { name, content } = await read(
    api(event).api['points-statements'][':month'].$get({ param: asked.data, query }),
  );
  return fileDownload(name, types[form], new Blob([Buffer.from(content, 'base64')]).stream());
};
