import { describe, expect, it } from 'vitest';
import { encodingOf, textOf } from './import-text.ts';

const text = '姓名,社区\r\n陈小明,沙面社区\r\n';
const plain = '姓名,社区\n陈小明,沙面社区\n';

async function* chunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What is read, in chunks so small that characters and line ends fall between them. */
async function read(bytes: Uint8Array, size = 3): Promise<string> {
  const encoding = await encodingOf(chunks(bytes, 4096));
  let all = '';
  for await (const part of textOf(chunks(bytes, size), encoding)) all += part;
  return all;
}

const utf16 = (swapped: boolean) => {
  const units = Uint16Array.from([...`\uFEFF${text}`].map((sign) => sign.charCodeAt(0)));
  return new Uint8Array((swapped ? units.map((unit) => ((unit & 0xff) << 8) | (unit >> 8)) : units).buffer);
};
/** 姓名,社区 and 陈 with a four-byte sign behind it. */
const gb18030 = [0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc9, 0xe7, 0xc7, 0xf8, 0x0d, 0x0a, 0xb3, 0xc2, 0x90, 0x32, 0xaf, 0x35];

describe('a list from a spreadsheet', () => {
  it('is read as UTF-8, with a byte-order mark or without', async () => {
    expect(await read(new TextEncoder().encode(text))).toBe(plain);
    expect(await read(new TextEncoder().encode(`\uFEFF${text}`))).toBe(plain);
  });

  it('is read as GB18030 when it is not UTF-8', async () => {
    expect(await read(Uint8Array.from(gb18030))).toMatch(/^姓名,社区\n陈./);
  });

  it('is read as UTF-16 by its byte-order mark', async () => {
    expect(await read(utf16(false))).toBe(plain);
    expect(await read(utf16(true))).toBe(plain);
  });

  it('shows where a byte is broken, and reads the rest as it was meant', async () => {
    expect(await read(Uint8Array.from([...gb18030.slice(0, 13), 0xff, 0x2c, 0x31]))).toBe('姓名,社区\n陈\uFFFD,1');
    const utf8 = new TextEncoder().encode('姓名,社区\n陈x明,沙面\n');
    utf8[utf8.indexOf(0x78)] = 0xff;
    expect(await read(utf8)).toBe('姓名,社区\n陈\uFFFD明,沙面\n');
  });

  it('may end with half a line end', async () => {
    expect(await read(new TextEncoder().encode('a\rb\r'))).toBe('a\nb\n');
  });
});
