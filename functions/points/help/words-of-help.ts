import * as z from 'zod';
import type { Sealer } from '../../platform/sealing.ts';

const Words = z.object({ what: z.string(), where: z.string() });

const placeOf = (id: string) => `help/${id}/words`;

/** What is asked for and where to come, sealed. */
export function sealedWords(sealer: Sealer, id: string, { what, where }: z.output<typeof Words>): Promise<string> {
  return sealer.seal(JSON.stringify({ what, where }), placeOf(id));
}

/** What was asked for; nothing of one whose words are gone. */
export async function openWords(
  sealer: Sealer,
  { id, wordsSealed }: Readonly<{ id: string; wordsSealed?: string | undefined }>,
): Promise<Partial<z.output<typeof Words>>> {
  if (wordsSealed === undefined) return {};
  return Words.parse(JSON.parse(await sealer.open(wordsSealed, placeOf(id))));
}
