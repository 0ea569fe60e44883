import { columnOf } from './import-columns.ts';

/** How the text of a list is written. */
export const importEncodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type ImportEncoding = (typeof importEncodings)[number];

/**
 * How a list from a spreadsheet is written: UTF-16 has a byte-order mark; what is valid UTF-8 throughout is taken as UTF-8,
 * which Chinese text in GB18030 practically never is; of the rest, what Excel in mainland China writes, unless the headings
 * are known only when read as UTF-8 (a file in which a byte broke).
 */
export async function encodingOf(bytes: AsyncIterable<Uint8Array>): Promise<ImportEncoding> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let start: Uint8Array | undefined;
  let isUtf8 = true;
  for await (const chunk of bytes) {
    start ??= chunk;
    if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
    if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
    isUtf8 &&= decodes(() => strict.decode(chunk, { stream: true }));
    if (!isUtf8) break;
  }
  if (isUtf8 && decodes(() => strict.decode())) return 'utf-8';
  return knowsHeadings(start, 'utf-8') && !knowsHeadings(start, 'gb18030') ? 'utf-8' : 'gb18030';
}

/** The text of a list, with one sort of line end and no byte-order mark; what cannot be read becomes `\uFFFD`. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>, encoding: ImportEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for await (const chunk of bytes) {
    const text = held + decoder.decode(chunk, { stream: true });
    // A line feed may follow in the next chunk.
    held = text.endsWith('\r') ? '\r' : '';
    yield withPlainLineEnds(text.slice(0, text.length - held.length));
  }
  yield withPlainLineEnds(held + decoder.decode());
}

const withPlainLineEnds = (text: string) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

function decodes(decode: () => string): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}

function knowsHeadings(start: Uint8Array | undefined, encoding: ImportEncoding): boolean {
  const [line = ''] = new TextDecoder(encoding).decode(start).split(/\r?\n/);
  return line.split(/[,\t]/).some((heading) => columnOf(heading.replaceAll('"', '')) !== undefined);
}
