import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { certificateErrors } from '@kaifong/shared/people/certificates/certificate-errors.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPdf, aPng, pngChunk } from '../../test/a-certificate.ts';
import { plainFile } from './certificate-file.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const segment = (code: number, body: Buffer) => {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** Exif data with a place, a maker and an orientation, in either byte order. */
function exif(order: 'II' | 'MM', orientation: number): Buffer {
  const words = [
    [0x010f, 2, 4, 0],
    [0x0112, 3, 1, orientation],
    [0x8825, 4, 1, 99],
  ] as const;
  const tiff = Buffer.alloc(8 + 2 + 12 * words.length + 4);
  const put16 = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const put32 = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(order, 0, 'latin1');
  put16(42, 2);
  put32(8, 4);
  put16(words.length, 8);
  for (const [index, [tag, type, count, value]] of words.entries()) {
    const at = 10 + 12 * index;
    put16(tag, at);
    put16(type, at + 2);
    put32(count, at + 4);
    if (type === 3) put16(value, at + 8);
    else put32(value, at + 8);
  }
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('Canon 23.1N 113.2E')]);
}

const frame = segment(0xc0, hex('08 0001 0001 01 01 11 00'));
const scan = Buffer.concat([segment(0xda, hex('01 01 00 00 3f 00')), hex('12 ff00 34 ffd0 56')]);
const jpeg = (...segments: Buffer[]) => Buffer.concat([hex('ffd8'), ...segments, frame, scan, hex('ffd9')]);

describe('a JPEG', () => {
  it('loses comments, Exif and what hangs on behind, and keeps its picture and its colours', () => {
    const icc = segment(0xe2, Buffer.from('ICC_PROFILE\0'));
    const jfif = segment(0xe0, Buffer.from('JFIF\0'));
    const dirty = Buffer.concat([
      jpeg(
        jfif,
        segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0')),
        icc,
        segment(0xfe, Buffer.from('note')),
        segment(0xed, Buffer.from('Photoshop')),
      ),
      Buffer.from('PK\x03\x04 a hidden archive'),
    ]);
    expect(plainFile(dirty)).toEqual({ type: 'image/jpeg', content: jpeg(jfif, icc) });
  });

  it.each(['II', 'MM'] as const)('keeps which way up it is, of %s data', (order) => {
    const { content } = plainFile(jpeg(segment(0xe1, exif(order, 6))));
    expect(content.includes('Canon')).toBe(false);
    expect(content.includes(hex('0112 0003 00000001 0006'))).toBe(true);
    expect(plainFile(content).content.equals(content)).toBe(true);
    expect(plainFile(jpeg(segment(0xe1, exif(order, 1)))).content).toEqual(jpeg());
  });

  it('with several scans stays whole', () => {
    const table = segment(0xc4, hex('00'));
    const progressive = Buffer.concat([hex('ffd8'), frame, scan, table, scan, hex('ffd9')]);
    expect(plainFile(progressive).content).toEqual(progressive);
  });

  it('of more pixels than anybody can look at, or of none, is broken', () => {
    for (const size of ['ffff ffff', '0000 0001', '2711 2711']) {
      const vast = Buffer.concat([hex('ffd8'), segment(0xc2, hex(`08 ${size} 01 01 11 00`)), scan, hex('ffd9')]);
      expect(() => plainFile(vast)).toThrow(certificateErrors.broken.code);
    }
  });

  it('without a picture or an end is broken', () => {
    for (const bytes of [hex('ffd8ffd9'), hex('ffd8ff'), jpeg().subarray(0, -2), jpeg().subarray(0, 9)]) {
      expect(() => plainFile(bytes)).toThrow(certificateErrors.broken.code);
    }
  });
});

describe('a PNG', () => {
  it('loses texts, times and what hangs on behind', () => {
    const words = pngChunk('tEXt', Buffer.from('Author\0Chen'));
    const dirty = Buffer.concat([aPng(words, pngChunk('eXIf', exif('MM', 6))), Buffer.from('<script>')]);
    expect(plainFile(dirty)).toEqual({ type: 'image/png', content: aPng() });
  });

  it('that was changed, breaks off, or would unfold to too much is broken', () => {
    const flipped = Buffer.from(aPng());
    flipped[20] = 9;
    const bomb = Buffer.concat([
      aPng().subarray(0, 8),
      pngChunk('IHDR', hex('00100000 00100000 08 00 00 00 00')),
      aPng().subarray(33),
    ]);
    for (const bytes of [flipped, aPng().subarray(0, -3), bomb, aPng().subarray(0, 8)]) {
      expect(() => plainFile(bytes)).toThrow(certificateErrors.broken.code);
    }
  });
});

describe('a PDF', () => {
  it('stays as it is, also with anything inside its packed streams', () => {
    const packed = Buffer.concat([
      aPdf.subarray(0, 9),
      Buffer.from('stream\n/JavaScript\nendstream\n'),
      aPdf.subarray(9),
    ]);
    expect(plainFile(packed)).toEqual({ type: 'application/pdf', content: packed });
  });

  it.each(['/JavaScript', '/JS (app.alert)', '/Launch', '/EmbeddedFiles', '/XFA', '/#4cau#6ech'])(
    'with %s is refused',
    (name) => {
      const bytes = Buffer.from(aPdf.toString('latin1').replace('/Catalog', `/Catalog ${name} `), 'latin1');
      expect(() => plainFile(bytes)).toThrow(certificateErrors.notPlain.code);
    },
  );

  it('full of beginnings without an end is looked through in no time', () => {
    const bytes = Buffer.concat([aPdf.subarray(0, -6), Buffer.from('stream'.repeat(1_600_000)), Buffer.from('%%EOF')]);
    expect(plainFile(bytes).type).toBe('application/pdf');
  });
});

it('whatever comes after the first bytes, it is plain or refused, and never a fault of ours', () => {
  const starts = [
    aPdf.subarray(0, 8),
    aPng().subarray(0, 33),
    hex('ffd8ffe1'),
    hex('ffd8ffda'),
    hex('ffd8ffe1ffff457869660000'),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
      try {
        const { type, content } = plainFile(Buffer.concat([start, rest]));
        expect(plainFile(content).type).toBe(type);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
    { numRuns: 500 },
  );
});
