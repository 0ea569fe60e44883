import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { aWorkbook } from '../../test/a-workbook.ts';
import { type Bytes, type FileRow, rowsOf, surveyFile } from './import-file.ts';

const rules = { ofOneCommunity: false, mostRows: 1_000 };
const headings = ['姓名', '证件号码', '手机号码', '社区', '备注'];

/** A file that arrives in pieces of odd sizes. */
const inPieces = (file: string | Uint8Array): Bytes =>
  async function* () {
    const bytes = Buffer.from(file);
    for (let at = 0; at < bytes.length; at += 1_021) yield bytes.subarray(at, at + 1_021);
  };

async function read(file: string | Uint8Array): Promise<FileRow[]> {
  const bytes = inPieces(file);
  const { format } = await surveyFile(bytes, rules);
  const rows: FileRow[] = [];
  for await (const batch of rowsOf(bytes, format)) rows.push(...batch);
  return rows;
}

const refused = (file: string | Uint8Array) => surveyFile(inPieces(file), rules);

describe('a CSV file', () => {
  it('tells where each row begins, over cells of several lines, blank rows and a column of reasons', async () => {
    const rows = await read(`${headings},原因\r\n甲,1,2,"三\r\n三",x,早先\r\n\r\n,,,,\r\n乙,1,2,3,y,早先\r\n`);
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, '甲', '1', '2', '三\n三', 'x'],
      [6, '乙', '1', '2', '3', 'y'],
    ]);
    expect(rows[1]?.read).toEqual({ name: '乙', documentNumber: '1', mobile: '2', community: '3' });
  });

  it('is read with tabs, and in English headings in any order', async () => {
    const [row] = await read('Community\tMobile number\tNAME*\tDocument_number\n沙面\t138\tMei\t9\n');
    expect(row?.read).toEqual({ community: '沙面', mobile: '138', name: 'Mei', documentNumber: '9' });
  });

  it('keeps the beginning of the cells of a row that is far too long', async () => {
    const [long, next] = await read(`${headings}\n甲,1,2,3,${'长'.repeat(10_000)}\n乙,1,2,3,4\n`);
    expect(long).toMatchObject({ isTooLong: true, cells: ['甲', '1', '2', '3', `${'长'.repeat(39)}…`] });
    expect(next).toMatchObject({ isTooLong: false, line: 3 });
  });

  it.each([
    ['nothing', '', 'import.empty', {}],
    ['headings only', `${headings}\n`, 'import.empty', {}],
    [
      'no community',
      '姓名,手机号码\n甲,1\n',
      'import.columnsMissing',
      { columns: '证件号码 (Document number)、社区 (Community)' },
    ],
    ['a quotation mark that is never closed', `${headings}\n"甲,${'1,2,3\n'.repeat(9_000)}`, 'import.unreadable', {}],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'import.noList', {}],
    ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'import.oldExcel', {}],
    ['too many rows', `${headings}\n${'甲,1,2,3,4\n'.repeat(1_001)}`, 'import.tooLong', { limit: 1_000 }],
  ])('is refused as a whole: %s', async (_name, file, code, facts) => {
    await expect(refused(file)).rejects.toMatchObject({ code, facts: expect.objectContaining(facts) });
  });
});

describe('a workbook', () => {
  it('whose rows say of themselves what is no number has them in their order', async () => {
    const row = (name: string, said: string) =>
      `<row ${said}>${['A', 'B', 'C', 'D'].map((column) => `<c r="${column}1" t="str"><v>${column === 'A' ? name : '1'}</v></c>`).join('')}</row>`;
    const heading = `<row r="1">${headings.map((text, at) => `<c r="${'ABCDE'[at]}1" t="str"><v>${text}</v></c>`).join('')}</row>`;
    const sheet = [heading, row('甲', 'r="x"'), row('乙', 'r="1e400"'), row('丙', 'r="-3"'), row('丁', 'r="2.5"')];
    const text = `<worksheet><sheetData>${sheet.join('')}</sheetData></worksheet>`;
    const rows = await read(aWorkbook([], { 'xl/worksheets/sheet2.xml': text }));
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, '甲'],
      [3, '乙'],
      [4, '丙'],
      [5, '丁'],
    ]);
  });

  it('is read from its first sheet: texts in any style, numbers, gaps, and a document number that begins with 0', async () => {
    const rows = await read(
      aWorkbook([headings, ['何<丽&华', '0440103', 13800000001, '', '说明'], [], ['乙', '1', '2', '三']]),
    );
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, '何<丽&华', '0440103', '13800000001', '', '说明'],
      [4, '乙', '1', '2', '三', ''],
    ]);
  });

  it('is read with texts within their cells, as other programs write them', async () => {
    const inline = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`;
    const row = (cells: string[]) => `<x:row>${cells.map(inline).join('')}</x:row>`;
    const sheet = `<x:worksheet xmlns:x="x"><x:sheetData>${row(headings)}${row(['甲', '1', '2', '三', '四'])}</x:sheetData></x:worksheet>`;
    const [first] = await read(aWorkbook([], { 'xl/worksheets/sheet2.xml': sheet }));
    expect(first?.cells).toEqual(['甲', '1', '2', '三', '四']);
  });

  it.each([
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'import.brokenWorkbook'],
    [
      'one that is cut off',
      aWorkbook([headings, ['甲', '1', '2', '三', '四']]).subarray(0, 700),
      'import.brokenWorkbook',
    ],
    ['no XML', aWorkbook([], { 'xl/worksheets/sheet2.xml': '<worksheet><row' }), 'import.brokenWorkbook'],
    [
      'entities that grow',
      aWorkbook([], { 'xl/worksheets/sheet2.xml': '<!DOCTYPE a [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>' }),
      'import.brokenWorkbook',
    ],
  ])('is refused when it is %s', async (_name, file, code) => {
    await expect(refused(file)).rejects.toMatchObject({ code });
  });

  it('that is a bomb is refused by what it says, and by what comes out when it lies, while memory stays small', async () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': Buffer.concat([Buffer.from('<worksheet>'), Buffer.alloc(128 * 1024 * 1024, 0x20)]),
    });
    expect(bomb.length).toBeLessThan(400_000);
    await expect(refused(bomb)).rejects.toMatchObject({ code: 'import.swollenWorkbook' });

    const said = Buffer.from(bomb);
    const sheet = said.indexOf('xl/worksheets/sheet1.xml') - 30;
    said.writeUInt32LE(1_000, sheet + 22);
    const before = process.memoryUsage().rss;
    await expect(refused(said)).rejects.toMatchObject({ code: 'import.swollenWorkbook' });
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(200);
  });
});
