import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { workbookOf } from './workbook.ts';

async function* batches(...all: string[][][]) {
  yield* all;
}

async function sheetOf(file: ReadableStream<Uint8Array>): Promise<Record<string, string>> {
  const parts = unzipSync(new Uint8Array(await new Response(file).arrayBuffer()));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

it('is a sheet with the rows of every batch in their order, each cell as text', async () => {
  const parts = await sheetOf(
    workbookOf('名册', batches([['编号', '姓名']], [['007', '何<丽&华']], [['=1+1', '\u0000"x"']])),
  );
  expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
  expect(parts['xl/workbook.xml']).toContain('<sheet name="名册" sheetId="1"');
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
  const cells = [...sheet.matchAll(/<c t="inlineStr"><is><t xml:space="preserve">([^<]*)<\/t><\/is><\/c>/g)];
  expect(cells.map(([, text]) => text)).toEqual(['编号', '姓名', '007', '何&lt;丽&amp;华', '=1+1', '&quot;x&quot;']);
  expect(sheet.match(/<row>/g)).toHaveLength(3);
  expect(sheet).not.toContain('<f>');
  expect(sheet.endsWith('</sheetData></worksheet>')).toBe(true);
});

it('breaks off when its rows do', async () => {
  const broken = async function* () {
    yield [['a']];
    throw new Error('busy');
  };
  await expect(new Response(workbookOf('a', broken())).arrayBuffer()).rejects.toThrow('busy');
});

it('goes on over many batches that are packed into little', async () => {
  const many = async function* () {
    for (let batch = 0; batch < 500; batch += 1) yield Array.from({ length: 100 }, () => ['同', '样', '的']);
  };
  const sheet = (await sheetOf(workbookOf('a', many())))['xl/worksheets/sheet1.xml'] ?? '';
  expect(sheet.match(/<row>/g)).toHaveLength(50_000);
});
