import { expect, it } from 'vitest';
import { fileDownload } from './file-download.ts';

const opened = { name: '证书 "1".pdf', type: 'application/pdf', size: 8, pieces: 2, ticket: 'x' } as const;

it('a file is saved under its name, is what it says it is, and runs nothing', async () => {
  const answer = fileDownload(opened, async (piece) => Buffer.from(`piece${piece}`.slice(-4)).toString('base64'));
  expect(Object.fromEntries(answer.headers)).toEqual({
    'content-type': 'application/pdf',
    'content-length': '8',
    'content-disposition': `attachment; filename="certificate.pdf"; filename*=UTF-8''%E8%AF%81%E4%B9%A6%20%221%22.pdf`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(await answer.text()).toBe('ece0ece1');
});
