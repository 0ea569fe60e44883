import { createHash } from 'node:crypto';
import { type ImportAim, pieceBytes } from '@kaifong/shared/people/importing/import-schema.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { type Outcome, outcomeOf } from '#lib/api/outcome.server.ts';

/** Pieces under way at once. */
const piecesAtOnce = 4;

/**
 * Hands a list to the API, piece by piece, and has it started. Sent again with the same key it is the same import, so that
 * pressing twice uploads nothing twice.
 */
export async function uploadList(
  event: Caller,
  list: Readonly<{ file: File; place: string; aim: ImportAim; key: string }>,
): Promise<Outcome<{ importId: string }>> {
  const { file, place, aim, key } = list;
  const imports = api(event, key).api['volunteer-imports'];
  const bytes = Buffer.from(await file.arrayBuffer());
  const digest = createHash('sha256').update(bytes).digest('base64url');
  const json = { place, fileName: file.name.slice(-200) || 'list', size: bytes.length, digest };
  const begun = await outcomeOf(imports.$post({ json }));
  if (!begun.ok) return begun;
  const { importId } = begun.body;

  const count = Math.ceil(bytes.length / pieceBytes);
  let next = 0;
  let refused: Outcome<never> | undefined;
  const worker = async () => {
    while (next < count && !refused) {
      const piece = next;
      next += 1;
      const content = bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes).toString('base64');
      const param = { importId, piece: String(piece) };
      const kept = await outcomeOf(imports[':importId'].pieces[':piece'].$put({ param, json: { content } }));
      if (!kept.ok) refused = kept;
    }
  };
  await Promise.all(Array.from({ length: piecesAtOnce }, worker));
  if (refused) return refused;
  return outcomeOf(imports[':importId'].start.$post({ param: { importId }, json: { aim } }));
}

/** How long the page waits to be told that a file cannot be read, in milliseconds, so that this is said beside the file. */
const patience = 2_500;

/** Why the file of an import was refused, if that shows soon. */
export async function earlyRefusal(event: Caller, importId: string): Promise<string | undefined> {
  for (const until = Date.now() + patience; Date.now() < until; ) {
    const report = await outcomeOf(api(event).api['volunteer-imports'][':importId'].$get({ param: { importId } }));
    if (!report.ok || report.body.refusal !== undefined) return report.ok ? report.body.refusal : undefined;
    if (report.body.state !== 'reading') return undefined;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return undefined;
}
