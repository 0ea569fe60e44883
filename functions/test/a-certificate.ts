import { crc32, deflateSync } from 'node:zlib';
import { pieceBytes } from '@kaifong/shared/people/certificates/certificate-limits.ts';

import { aVolunteer } from './a-volunteer.ts';
import { elsewhere, home, type TestDistrict } from './district.ts';
import type { Answer, TestClient } from './test-client.ts';

/** A PDF of one empty page. */
export const aPdf = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF\n',
  ].join('\n'),
  'latin1',
);

/** A chunk of a PNG. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** A grey PNG of one pixel, with more chunks between its head and its picture. */
export function aPng(...more: Buffer[]): Buffer {
  const head = Buffer.from('00000001000000010800000000', 'hex');
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', head),
    ...more,
    pngChunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A file as a browser would send it. */
export type TestFile = Readonly<{ name: string; bytes: Buffer; size?: number }>;

/** Begins an upload and sends its pieces; answers with the first refusal, or with the upload. */
export async function upload(caller: TestClient, { name, bytes, size = bytes.length }: TestFile): Promise<Answer> {
  const begun = await caller.post('/uploads', { fileName: name, size });
  if (begun.status !== 201) return begun;
  for (let piece = 0; piece * pieceBytes < bytes.length; piece += 1) {
    const content = bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes).toString('base64');
    const kept = await caller.put(`/uploads/${begun.body.uploadId}/pieces/${piece}`, { content });
    if (kept.status !== 200) return kept;
  }
  return begun;
}

/** Uploads a file and hands it in. */
export async function handIn(
  caller: TestClient,
  file: Partial<TestFile> = {},
  facts: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const begun = await upload(caller, { name: '救护员证.pdf', bytes: aPdf, ...file });
  if (begun.status >= 300) return begun;
  const { uploadId } = begun.body;
  return caller.post('/volunteers/me/certificates', { uploadId, kind: 'firstAid', issuedOn: '2026-01-15', ...facts });
}

/** A volunteer without skills who handed a first-aid certificate in, and a coordinator of the branch. */
export async function aCertificate(
  district: TestDistrict,
  facts: Readonly<{ state?: 'submitted' | 'verified'; issuedOn?: string; kind?: string }> = {},
) {
  const { state = 'submitted', ...sent } = facts;
  const volunteer = await aVolunteer(district, { skills: [] });
  const coordinator = await district.person({ role: 'coordinator', scope: home.street });
  const handed = await handIn(volunteer.caller, {}, sent);
  if (handed.status !== 201) throw new Error(JSON.stringify(handed.body));
  const { certificateId } = handed.body;
  const path = `/volunteers/${volunteer.volunteerId}/certificates/${certificateId}`;
  if (state === 'verified') {
    const decided = await coordinator.post(`${path}/decision`, { decision: 'verify' });
    if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
  }
  return { ...volunteer, coordinator, certificateId: String(certificateId), path };
}

/** A coordinator of another street. */
export const anOutsider = (district: TestDistrict) => district.person({ role: 'coordinator', scope: elsewhere.street });
