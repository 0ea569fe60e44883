import { describe, expect, it } from 'vitest';
import { csvDownload } from './csv-download.ts';

describe('a CSV file to download', () => {
  it('is saved under its Chinese name, and under a plain one where that cannot be read', () => {
    const { headers } = csvDownload('志愿者名单-2026-11-24.csv', 'a');
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="_-2026-11-24.csv"; filename*=UTF-8\'\'%E5%BF%97%E6%84%BF%E8%80%85%E5%90%8D%E5%8D%95-2026-11-24.csv',
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('lets no name out of its header', () => {
    const header = csvDownload("a\";\r\nset-cookie: x='1'.csv", 'a').headers.get('content-disposition') ?? '';
    expect(header).toBe(
      'attachment; filename="a_set-cookie_x_1_.csv"; filename*=UTF-8\'\'a%22%3B%0D%0Aset-cookie%3A%20x%3D%271%27.csv',
    );
  });

  it('keeps the byte-order mark that a spreadsheet needs', async () => {
    const bytes = new Uint8Array(await csvDownload('a.csv', '\uFEFF姓名').arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
