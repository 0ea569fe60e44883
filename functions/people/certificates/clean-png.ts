import { crc32 } from 'node:zlib';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { certificateErrors } from '@kaifong/shared/people/certificates/certificate-errors.ts';
import { mustBeDrawable } from './picture-size.ts';

/** What a picture is drawn from; everything else in a PNG is words about it. */
const neededChunks = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
]);

const broken = () => new AppError(certificateErrors.broken);

/**
 * A PNG of its picture alone: without texts, times and Exif data, and without anything behind its end.
 *
 * @throws AppError certificate.broken
 */
export function cleanPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  let hasPicture = false;
  let at = 8;
  for (;;) {
    if (at + 12 > bytes.length) throw broken();
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw broken();
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw broken();
    if (at === 8) mustBeHeader(type, bytes.subarray(at + 8, end - 4));
    hasPicture ||= type === 'IDAT';
    if (neededChunks.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') break;
    at = end;
  }
  if (!hasPicture) throw broken();
  return Buffer.concat(kept);
}

function mustBeHeader(type: string, header: Buffer): void {
  if (type !== 'IHDR' || header.length !== 13) throw broken();
  mustBeDrawable(header.readUInt32BE(0), header.readUInt32BE(4));
}
