import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { newIdempotencyKey } from '#lib/api/command-key.ts';
import { read } from '#lib/api/outcome.server.ts';
import { fileDownload } from '#lib/certificates/file-download.ts';
import { m } from '#paraglide/messages.js';
import type { RequestHandler } from './$types';

/** The file of an own certificate. */
export const GET: RequestHandler = async (event) => {
  const { certificateId } = event.params;
  const volunteerId = event.locals.me?.volunteerId;
  if (!volunteerId) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const own = api(event, newIdempotencyKey()).api.volunteers.me.certificates[':certificateId'];
  const opened = await read(own.opening.$post({ param: { certificateId } }));
  const { pieces } = api(event).api.volunteers[':volunteerId'].certificates[':certificateId'];
  return fileDownload(opened, async (piece) => {
    const param = { volunteerId, certificateId, piece: String(piece) };
    return (await read(pieces[':piece'].$get({ param, query: { ticket: opened.ticket } }))).content;
  });
};
