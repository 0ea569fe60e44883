import { encode } from 'uqr';

/** A QR code as one path on a square grid of `size` modules, its quiet zone included. */
export type QrPicture = Readonly<{ size: number; path: string }>;

/** Draws `text` as a QR code that still reads with a quarter of it covered. Made on the server, so that no browser loads the encoder. */
export function qrPicture(text: string): QrPicture {
  const { size, data } = encode(text, { ecc: 'Q', border: 4 });
  const path = data.flatMap((row, y) => runs(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`)).join('');
  return { size, path };
}

/** The stretches of dark modules of a row: where each begins and how long it is. */
function runs(row: readonly boolean[]): [start: number, length: number][] {
  const found: [number, number][] = [];
  row.forEach((isDark, x) => {
    if (!isDark) return;
    const last = found.at(-1);
    if (last && last[0] + last[1] === x) last[1] += 1;
    else found.push([x, 1]);
  });
  return found;
}
