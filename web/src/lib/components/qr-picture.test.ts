import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrPicture } from './qr-picture.server.ts';

describe('qrPicture', () => {
  const text = 'https://kaifong.example/check-in/sft_01?code=8K2P';

  it('draws every dark module once and nothing else', () => {
    const { size, path } = qrPicture(text);
    const drawn = new Set<string>();
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      for (let at = Number(x); at < Number(x) + Number(width); at += 1) drawn.add(`${at},${y}`);
    }
    const { data } = encode(text, { ecc: 'Q', border: 4 });
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])));
    expect([...drawn].sort()).toEqual(dark.sort());
    expect(size).toBe(data.length);
  });

  it('leaves the quiet zone of four modules that scanners need (ISO/IEC 18004)', () => {
    const { path } = qrPicture(text);
    expect(path.startsWith('M4 4h7')).toBe(true);
  });
});
