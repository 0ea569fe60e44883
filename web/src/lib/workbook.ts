import { Zip, ZipDeflate } from 'fflate';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A workbook of one sheet, written as its rows come, so that a long one is never held as a whole. Every cell is text: nothing in it is ever
 * carried out, and no number loses its zeros. When the rows break off so does the file, which a browser shows.
 */
export function workbookOf(
  sheetName: string,
  batches: AsyncIterable<readonly (readonly string[])[]>,
): ReadableStream<Uint8Array> {
  const rows = batches[Symbol.asyncIterator]();
  let sheet: ZipDeflate | undefined;
  let zip: Zip;
  let written = 0;
  return new ReadableStream({
    start(controller) {
      zip = new Zip((error, bytes, isLast) => {
        if (error) return controller.error(error);
        if (bytes.length > 0) controller.enqueue(bytes);
        written += bytes.length;
        if (isLast) controller.close();
      });
      for (const [name, text] of Object.entries(partsAround(sheetName))) begin(zip, name).push(encode(text), true);
      sheet = begin(zip, 'xl/worksheets/sheet1.xml');
      sheet.push(encode(`${declaration}<worksheet xmlns="${main}"><sheetData>`));
    },
    /** Nobody asks again before something came, and what is packed comes only now and then. */
    async pull() {
      for (const before = written; written === before; ) {
        const next = await rows.next();
        if (!next.done) {
          sheet?.push(encode(next.value.map(rowOf).join('')));
          continue;
        }
        sheet?.push(encode('</sheetData></worksheet>'), true);
        return zip.end();
      }
    },
    async cancel() {
      await rows.return?.();
    },
  });
}

function begin(zip: Zip, name: string): ZipDeflate {
  const part = new ZipDeflate(name, { level: 6 });
  zip.add(part);
  return part;
}

const encode = (text: string) => new TextEncoder().encode(text);
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const formats = 'http://schemas.openxmlformats.org';
const main = `${formats}/spreadsheetml/2006/main`;
const document = `${formats}/officeDocument/2006/relationships`;
const packaged = `${formats}/package/2006`;

function partsAround(sheetName: string): Record<string, string> {
  const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
  const relation = (type: string, target: string) =>
    `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${document}/${type}" Target="${target}"/></Relationships>`;
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${workbookType}.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}"/></Types>`,
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${document}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
  };
}

function rowOf(cells: readonly string[]): string {
  return `<row>${cells.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`).join('')}</row>`;
}

/** What XML cannot hold is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
