import { createHash, randomUUID } from 'node:crypto';
import { type ImportAim, pieceBytes } from '@kaifong/shared/people/importing/import-schema.ts';
import type { TestClient } from './test-client.ts';

type Upload = Readonly<{ place: string; key?: string; fileName?: string }>;

/** Uploads a list as the site does, and answers with the id of its import; nothing is started. */
export async function uploadList(caller: TestClient, list: string | Uint8Array, options: Upload): Promise<string> {
  const bytes = Buffer.from(list);
  const { place, key = randomUUID(), fileName = '名单.csv' } = options;
  const digest = createHash('sha256').update(bytes).digest('base64url');
  const begun = await caller.post('/volunteer-imports', { place, fileName, size: bytes.length, digest }, { key });
  if (begun.status !== 201) throw new Error(`not begun: ${JSON.stringify(begun.body)}`);
  const { importId } = begun.body;
  for (let piece = 0; piece * pieceBytes < bytes.length; piece += 1) {
    const content = bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes).toString('base64');
    const kept = await caller.put(`/volunteer-imports/${importId}/pieces/${piece}`, { content });
    if (kept.status !== 200) throw new Error(`not kept: ${JSON.stringify(kept.body)}`);
  }
  return importId;
}

/** Starts an import, lets it work to its end, and answers with how it stands then. */
export async function carryOut(
  district: Readonly<{ settle: () => Promise<unknown> }>,
  caller: TestClient,
  importId: string,
  aim: ImportAim = 'enter',
) {
  const started = await caller.post(`/volunteer-imports/${importId}/start`, { aim });
  if (started.status !== 202) throw new Error(`not started: ${JSON.stringify(started.body)}`);
  await district.settle();
  return (await caller.get(`/volunteer-imports/${importId}`)).body;
}
