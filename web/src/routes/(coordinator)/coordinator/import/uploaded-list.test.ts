import { describe, expect, it } from 'vitest';
import { mostBytes, readUploadedList } from './uploaded-list.ts';

const aFile = (...parts: BlobPart[]) => new File(parts, 'list.csv');

describe('an uploaded list', () => {
  it('is read in UTF-8 and in what Excel in mainland China writes', async () => {
    expect(await readUploadedList(aFile('姓名,手机'))).toEqual({ ok: true, csv: '姓名,手机' });
    const gb18030 = new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb]);
    expect(await readUploadedList(aFile(gb18030))).toEqual({ ok: true, csv: '姓名' });
  });

  it.each([
    ['nothing', undefined, 'missing'],
    ['a new Excel file under another name', aFile(new Uint8Array([0x50, 0x4b, 3, 4, 20])), 'spreadsheet'],
    ['an old Excel file', aFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])), 'spreadsheet'],
    ['a picture', aFile(new Uint8Array([0x89, 0x50, 0, 0, 0])), 'noText'],
    ['a file that is too large', aFile(new Uint8Array(mostBytes + 1)), 'tooLarge'],
    ['a file that grows too large as JSON', aFile('"'.repeat(2_500_000)), 'tooLarge'],
  ])('is refused: %s', async (_name, file, reason) => {
    expect(await readUploadedList(file)).toEqual({ ok: false, reason });
  });
});
