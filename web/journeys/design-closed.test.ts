import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { builtSite } from '@kaifong/infra/local/site.ts';
import { expect, it } from 'vitest';

// A file of its own, because a process has one site: this one is no demo.
it('is not there where people do real work', async () => {
  const site = await builtSite({ apiOrigin: 'http://127.0.0.1:9', demo: false });
  const server = createServer((request, response) => {
    request.headers['x-forwarded-proto'] = 'http';
    request.headers['x-forwarded-for'] = '127.0.0.1';
    site(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const url = `http://127.0.0.1:${port}`;
    expect((await fetch(`${url}/sign-in`)).status).toBe(200);
    expect((await fetch(`${url}/design`)).status).toBe(404);
    const headers = { origin: url, 'content-type': 'application/x-www-form-urlencoded' };
    expect((await fetch(`${url}/design`, { method: 'POST', headers, body: 'name=x' })).status).toBe(404);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
