import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileStore, memoryFiles, sealedFiles } from './file-store.ts';
import { folderFiles } from './folder-files.ts';
import { masterKeyring } from './keyring.ts';
import { s3Files } from './s3-files.ts';
import { signedHeaders } from './s3-signature.ts';
import { sealerFor } from './sealing.ts';

const folder = mkdtempSync(join(tmpdir(), 'kaifong-files-'));
const bucket = new Map<string, Buffer>();
const credentials = { accessKeyId: 'test', secretAccessKey: 'secret', sessionToken: 'token' };
/** What the next calls are answered with instead, as a bucket in trouble does. */
const troubles: number[] = [];

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const method = request.method ?? '';
  const url = new URL(request.url ?? '', `http://${request.headers.host}`);
  const at = new Date(
    String(request.headers['x-amz-date']).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:'),
  );
  const expected = signedHeaders({ method, url, body }, { region: 'cn-north-1', credentials, at });
  const trouble = troubles.shift();
  if (trouble) return response.writeHead(trouble).end();
  if (request.headers.authorization !== expected.authorization) {
    return response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
  }
  const known = bucket.get(url.pathname);
  if (method === 'PUT') bucket.set(url.pathname, body);
  if (method === 'DELETE') bucket.delete(url.pathname);
  if (method !== 'GET') return response.writeHead(method === 'PUT' ? 200 : 204).end();
  if (!known) return response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
  return response.end(known);
});
let endpoint = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
});

const stores: Record<string, () => FileStore> = {
  'a folder': () => folderFiles(folder),
  'a bucket': () => s3Files({ endpoint, region: 'cn-north-1', credentials: () => credentials }),
  memory: memoryFiles,
};

describe.each(Object.entries(stores))('files in %s', (_, open) => {
  it('are kept, replaced, read and taken away', async () => {
    const files = sealedFiles(open(), sealerFor(masterKeyring(Buffer.alloc(32, 1))));
    const bytes = randomBytes(600_000);
    await files.put('certificates/crt_1/0', Buffer.from('first'));
    await files.put('certificates/crt_1/0', bytes);
    expect((await files.get('certificates/crt_1/0'))?.equals(bytes)).toBe(true);
    await files.remove('certificates/crt_1/0');
    await files.remove('certificates/crt_1/0');
    expect(await files.get('certificates/crt_1/0')).toBeUndefined();
  });

  it('have no keys that lead elsewhere', async () => {
    const files = open();
    const sealed = sealedFiles(files, sealerFor(masterKeyring(Buffer.alloc(32, 1))));
    for (const key of ['../keys.json', 'a/../../b', '/etc/passwd', 'a/%2e%2e/b', 'a?b/c', 'a', 'a//b', 'a/b\0']) {
      await expect(sealed.put(key, Buffer.from('x'))).rejects.toThrow('not the key');
      await expect(sealed.get(key)).rejects.toThrow('not the key');
    }
  });

  it('lie under seal, each in its own place', async () => {
    const store = open();
    const files = sealedFiles(store, sealerFor(masterKeyring(Buffer.alloc(32, 1))));
    await files.put('certificates/crt_2/0', Buffer.from('plain words'));
    const stored = await store.get('certificates/crt_2/0');
    expect(stored?.includes('plain words')).toBe(false);
    await store.put('certificates/crt_2/1', stored ?? Buffer.alloc(0));
    await expect(files.get('certificates/crt_2/1')).rejects.toThrow();
    await store.put('certificates/crt_2/0', Buffer.from('something else'));
    await expect(files.get('certificates/crt_2/0')).rejects.toThrow('not a sealed value');
  });
});

it('a folder lets nobody else read', async () => {
  await folderFiles(folder).put('certificates/crt_3/0', Buffer.from('x'));
  const path = join(folder, 'certificates/crt_3/0');
  expect(readFileSync(path, 'utf8')).toBe('x');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'certificates')).mode & 0o077).toBe(0);
});

it('a bucket in trouble is asked again, and a refusal is a fault, not an absent file', async () => {
  const files = s3Files({ endpoint, region: 'cn-north-1', credentials: () => credentials });
  troubles.push(503, 500);
  await files.put('certificates/crt_4/0', Buffer.from('x'));
  expect(await files.get('certificates/crt_4/0')).toEqual(Buffer.from('x'));
  troubles.push(503, 503, 503, 503);
  await expect(files.get('certificates/crt_4/0')).rejects.toThrow('failed');
  const stranger = { accessKeyId: 'test', secretAccessKey: 'wrong' };
  const refused = s3Files({ endpoint, region: 'cn-north-1', credentials: () => stranger });
  await expect(refused.get('certificates/crt_4/0')).rejects.toThrow('403');
  await expect(refused.put('certificates/crt_4/0', Buffer.from('x'))).rejects.toThrow('SignatureDoesNotMatch');
});

it('a request is signed as the documents of S3 show it', () => {
  // The example "GET Object" of the S3 API reference, Authenticating Requests (AWS Signature Version 4).
  const { authorization } = signedHeaders(
    {
      method: 'GET',
      url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
      headers: { range: 'bytes=0-9' },
    },
    {
      region: 'us-east-1',
      at: new Date('2013-05-24T00:00:00Z'),
      credentials: {
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      },
    },
  );
  expect(authorization).toContain('Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
});
