/**
 * The text of a list as it came from a spreadsheet: UTF-8 with or without byte-order mark, UTF-16 with one ("Unicode
 * text"), or what Excel in mainland China writes when asked for CSV, GB18030. Bytes that are valid UTF-8 are taken as
 * UTF-8, which Chinese text in GB18030 practically never is.
 */
export function decodeCsv(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
