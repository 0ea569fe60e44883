import { languages } from '@kaifong/shared/kernel/language.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import type { RequestHandler } from './$types';

/** An own certificate as a PDF, in the language that the address names or else that of the page. */
export const GET: RequestHandler = async (event) => {
  const wished = languages.find((language) => language === event.url.searchParams.get('language'));
  const query = { language: wished ?? event.locals.locale, site: event.url.origin };
  const param = { number: event.params.number };
  const { name, pdf } = await read(api(event).api['service-certificates'].mine[':number'].file.$get({ param, query }));
  return new Response(Buffer.from(pdf, 'base64'), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="certificate.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
};
