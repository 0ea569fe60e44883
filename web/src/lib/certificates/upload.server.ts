import { pieceBytes } from '@kaifong/shared/people/certificates/certificate-limits.ts';

import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { type Outcome, outcomeOf } from '#lib/api/outcome.server.ts';

/** Hands a file that came with a form to the API, piece by piece. */
export async function uploadFile(event: Caller, file: File, key: string): Promise<Outcome<{ uploadId: string }>> {
  const { uploads } = api(event, key).api;
  const begun = await outcomeOf(uploads.$post({ json: { fileName: file.name.slice(-400), size: file.size } }));
  if (!begun.ok) return begun;
  const { uploadId, pieces } = begun.body;
  const bytes = Buffer.from(await file.arrayBuffer());
  for (let piece = 0; piece < pieces; piece += 1) {
    const content = bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes).toString('base64');
    const param = { uploadId, piece: String(piece) };
    const kept = await outcomeOf(uploads[':uploadId'].pieces[':piece'].$put({ param, json: { content } }));
    if (!kept.ok) return kept;
  }
  return begun;
}
