import { expect, it } from 'vitest';
import { inPages } from './in-pages.ts';

const pages: Record<string, { csv: string; cursor?: string }> = {
  one: { csv: '', cursor: 'two' },
  two: { csv: '乙\r\n' },
};
const first = { csv: '\uFEFF甲\r\n', cursor: 'one' };

it('is the pages one after the other, from the first to the one without a cursor, over an empty one', async () => {
  const bytes = new Uint8Array(
    await new Response(inPages(first, async (cursor) => pages[cursor] ?? { csv: '?' })).arrayBuffer(),
  );
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe('\uFEFF甲\r\n乙\r\n');
});

it('breaks off when a page cannot be had', async () => {
  const broken = inPages(first, () => Promise.reject(new Error('busy')));
  await expect(new Response(broken).text()).rejects.toThrow('busy');
});
