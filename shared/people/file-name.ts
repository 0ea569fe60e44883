/** The kinds of file that are taken as evidence. */
export const fileTypes = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
} as const;
export type FileType = keyof typeof fileTypes;
export const fileTypeNames = Object.keys(fileTypes) as [FileType, ...FileType[]];

const longestName = 80;

/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name under which a file is safe to keep on any computer: without folders, control characters, marks that turn the reading direction or
 * are not seen, and without the signs that Windows forbids; not too long; and with the ending that its content has, whatever it was called.
 */
export function safeFileName(name: string, type: FileType): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    // Cc control, Cf format (bidi and zero-width marks among them), Zl and Zp separators, Co and Cs what has no meaning of its own.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*%]/g, '_')
    .replace(/\.\p{L}[\p{L}\p{N}]{0,5}$/u, '')
    // No second ending, such as that of a program, is left inside.
    .replace(/\.+/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s_]+|[\s_]+$/gu, '');
  const short = [...stem].slice(0, longestName).join('').trim();
  return `${short === '' || reserved.test(short) ? 'certificate' : short}.${fileTypes[type]}`;
}
