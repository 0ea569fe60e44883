import { describe, expect, it } from 'vitest';
import { decodeCsv } from './import-text.ts';

const text = '姓名,社区\r\n陈小明,沙面社区\r\n';

describe('a list from a spreadsheet', () => {
  it('is read as UTF-8, with a byte-order mark or without', () => {
    expect(decodeCsv(new TextEncoder().encode(text))).toBe(text);
    expect(decodeCsv(new TextEncoder().encode(`\uFEFF${text}`))).toBe(text);
  });

  it('is read as GB18030 when it is not UTF-8', () => {
    const gb18030 = Uint8Array.from(
      [0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc9, 0xe7, 0xc7, 0xf8, 0x0d, 0x0a].concat([0xb3, 0xc2, 0x90, 0x32, 0xaf, 0x35]),
    );
    expect(decodeCsv(gb18030)).toMatch(/^姓名,社区\r\n陈./);
  });

  it('is read as UTF-16 by its byte-order mark', () => {
    const units = Uint16Array.from([...`\uFEFF${text}`].map((sign) => sign.charCodeAt(0)));
    expect(decodeCsv(new Uint8Array(units.buffer))).toBe(text);
    const swapped = units.map((unit) => ((unit & 0xff) << 8) | (unit >> 8));
    expect(decodeCsv(new Uint8Array(swapped.buffer))).toBe(text);
  });
});
