import { decodeCsv } from '@kaifong/shared/people/import-text.ts';

/** The most bytes that a list may have, 3 MB: as JSON it has to pass the API's 4 MiB. */
export const mostBytes = 3_000_000;

export type UploadedList =
  | { ok: true; csv: string }
  | { ok: false; reason: 'missing' | 'tooLarge' | 'spreadsheet' | 'noText' };

/** The text of an uploaded list, in whatever encoding a spreadsheet wrote it; or why there is none. */
export async function readUploadedList(file: File | undefined): Promise<UploadedList> {
  if (!file) return { ok: false, reason: 'missing' };
  if (file.size > mostBytes) return { ok: false, reason: 'tooLarge' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isSpreadsheet(bytes)) return { ok: false, reason: 'spreadsheet' };
  const csv = decodeCsv(bytes);
  if (csv.includes('\0')) return { ok: false, reason: 'noText' };
  // Chinese takes two bytes in GB18030 and three in UTF-8.
  if (new TextEncoder().encode(JSON.stringify(csv)).length > 4_100_000) return { ok: false, reason: 'tooLarge' };
  return { ok: true, csv };
}

/** Excel's own files, new (a zip) and old (a compound file), whatever they are called. */
function isSpreadsheet(bytes: Uint8Array): boolean {
  return [
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((magic) => magic.every((byte, place) => bytes[place] === byte));
}
