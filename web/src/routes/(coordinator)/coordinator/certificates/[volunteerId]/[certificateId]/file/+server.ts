import { api } from '#lib/api/client.server.ts';
import { newIdempotencyKey } from '#lib/api/command-key.ts';
import { read } from '#lib/api/outcome.server.ts';
import { fileDownload } from '#lib/certificates/file-download.ts';
import type { RequestHandler } from './$types';

/** The file of a volunteer's certificate; the audit keeps who opened it. */
export const GET: RequestHandler = async (event) => {
  const client = api(event, newIdempotencyKey()).api.volunteers[':volunteerId'].certificates[':certificateId'];
  const opened = await read(client.opening.$post({ param: event.params }));
  return fileDownload(opened, async (piece) => {
    const param = { ...event.params, piece: String(piece) };
    return (await read(client.pieces[':piece'].$get({ param, query: { ticket: opened.ticket } }))).content;
  });
};
