import { mostBytes, pieceBytes } from '@kaifong/shared/people/certificates/certificate-limits.ts';

/** How often a piece is sent before the file goes with the form instead. */
const attempts = 4;

/**
 * Sends a chosen file from the browser, piece by piece, so that a slow line shows how far it is and a broken one loses one piece only.
 *
 * @returns the id of the upload; `undefined` when it did not work out, and the file is to go with the form as it does without script
 */
export async function sendInPieces(file: File, tell: (share: number) => void): Promise<string | undefined> {
  if (file.size === 0 || file.size > mostBytes) return undefined;
  const begun = await send('POST', '/api/uploads', { fileName: file.name.slice(-400), size: file.size });
  if (!begun) return undefined;
  const { uploadId, pieces } = begun;
  for (let piece = 0; piece < pieces; piece += 1) {
    tell(piece / pieces);
    const content = await base64Of(file.slice(piece * pieceBytes, (piece + 1) * pieceBytes));
    if (!(await send('PUT', `/api/uploads/${uploadId}/pieces/${piece}`, { content }))) return undefined;
  }
  tell(1);
  return uploadId;
}

type Begun = Readonly<{ uploadId: string; pieces: number }>;

async function send(method: string, path: string, body: object): Promise<Begun | undefined> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** attempt));
    const answer = await fetch(path, { method, headers, body: JSON.stringify(body) }).catch(() => undefined);
    if (answer?.ok) return answer.json();
    if (answer && answer.status < 500) return undefined;
  }
  return undefined;
}

function base64Of(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(part);
  });
}
