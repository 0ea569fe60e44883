import { api } from '#lib/api/client.server.ts';
import { newIdempotencyKey } from '#lib/api/command-key.ts';
import { read } from '#lib/api/outcome.server.ts';
import { fileDownload } from '#lib/certificates/file-download.ts';
import type { RequestHandler } from './$types';

/** What proves hours that were asked for afterwards; the audit keeps who opened it. */
export const GET: RequestHandler = async (event) => {
  const { evidence } = api(event, newIdempotencyKey()).api.amendments[':amendmentId'];
  const opened = await read(evidence.$post({ param: event.params }));
  return fileDownload(opened, async (piece) => {
    const param = { ...event.params, piece: String(piece) };
    return (await read(evidence[':piece'].$get({ param, query: { ticket: opened.ticket } }))).content;
  });
};
