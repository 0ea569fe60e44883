import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { certificateErrors } from '@kaifong/shared/people/certificates/certificate-errors.ts';
import type { FileType } from '@kaifong/shared/people/file-name.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';

const magic: readonly (readonly [FileType, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-1.', 'latin1')],
  ['application/pdf', Buffer.from('%PDF-2.', 'latin1')],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
];

/**
 * What a file is by its first bytes, whatever it is called, and its content made plain: pictures without what they tell beside the
 * picture and without anything hung on behind; a PDF as it is, when it does nothing but show pages.
 *
 * @throws AppError certificate.wrongType, certificate.broken, certificate.notPlain
 */
export function plainFile(bytes: Buffer): { type: FileType; content: Buffer } {
  const type = magic.find(([, start]) => bytes.subarray(0, start.length).equals(start))?.[0];
  switch (type) {
    case 'application/pdf':
      mustBePlainPdf(bytes);
      return { type, content: bytes };
    case 'image/jpeg':
      return { type, content: cleanJpeg(bytes) };
    case 'image/png':
      return { type, content: cleanPng(bytes) };
    default:
      throw new AppError(certificateErrors.wrongType);
  }
}

/** Programs, files inside, and what sends or starts something when the PDF is opened. */
const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z0-9])/;

/** How an archive ends: a file that is a PDF in front and an archive behind is neither. It ends so within its last 64 KiB. */
const archiveEnd = Buffer.from('PK\x05\x06', 'latin1');

function mustBePlainPdf(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  if (end < 0) throw new AppError(certificateErrors.broken);
  const isNothingBehind = /^[\s\0]*$/.test(text.slice(end + 5));
  const hasArchive = bytes.indexOf(archiveEnd, Math.max(0, bytes.length - 66_000)) >= 0;
  // A name may be written with its letters as `#4a`.
  const names = withoutStreams(text).replace(/#([0-9A-Fa-f]{2})/g, (_, code) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  if (!isNothingBehind || hasArchive || active.test(names)) throw new AppError(certificateErrors.notPlain);
}

/** The objects of a PDF without the packed data between them, in which anything may stand by chance. */
function withoutStreams(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('stream', at);
    const end = start < 0 ? -1 : text.indexOf('endstream', start + 6);
    if (end < 0) return parts.join(' ') + text.slice(at);
    parts.push(text.slice(at, start));
    at = end + 9;
  }
}
