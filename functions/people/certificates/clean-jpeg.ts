import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { certificateErrors } from '@kaifong/shared/people/certificates/certificate-errors.ts';
import { mustBeDrawable } from './picture-size.ts';

const marker = { start: 0xd8, end: 0xd9, scan: 0xda, app0: 0xe0, app1: 0xe1, app2: 0xe2, adobe: 0xee, comment: 0xfe };

const broken = () => new AppError(certificateErrors.broken);

/**
 * A JPEG without what it tells beside the picture (where and with what it was taken, previews, comments), and without anything behind its
 * end. Of the Exif data only which way up the picture is stays; colours keep their profile.
 *
 * @throws AppError certificate.broken
 */
export function cleanJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let hasPicture = false;
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const code = bytes[at + 1];
    if (bytes[at] !== 0xff || code === undefined) throw broken();
    if (code === marker.end) {
      if (!hasPicture) throw broken();
      return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    }
    if (at + 4 > bytes.length) throw broken();
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) throw broken();
    const segment = bytes.subarray(at, end);
    if (isFrame(code)) mustBeFrame(segment);
    if (code === marker.app1) kept.push(...orientationOf(segment));
    else if (isNeeded(code)) kept.push(segment);
    at = end;
    if (code === marker.scan) {
      hasPicture = true;
      const next = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, next));
      at = next;
    }
  }
}

/** Tables, frames and scans; of what applications add, what colours are read by. */
function isNeeded(code: number): boolean {
  if (code === marker.comment || code === marker.start) return false;
  const isApplication = code >= marker.app0 && code <= 0xef;
  return !isApplication || code === marker.app0 || code === marker.app2 || code === marker.adobe;
}

/** What tells the size of the picture: c0 to cf, but for three of them, which are tables. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);

function mustBeFrame(segment: Buffer): void {
  if (segment.length < 9) throw broken();
  mustBeDrawable(segment.readUInt16BE(7), segment.readUInt16BE(5));
}

/** Where the picture's own data ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1] ?? 0;
    if (code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return at;
  }
  throw broken();
}

/** A segment that says which way up the picture is and nothing else; none for one that stands upright or does not say. */
function orientationOf(segment: Buffer): Buffer[] {
  const tiff = segment.subarray(10);
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || tiff.length < 14) return [];
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const word = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < Math.min(word(first), 200); entry += 1) {
    const at = first + 2 + 12 * entry;
    if (word(at) !== 0x0112) continue;
    const orientation = word(at + 8);
    return orientation >= 2 && orientation <= 8 ? [orientationSegment(orientation)] : [];
  }
  return [];
}

function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, marker.app1, 0, 2 + 6 + tiff.length]);
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff]);
}
