import { isFresh } from '#lib/offline/kept-pages.ts';

const cacheName = 'kaifong-pages';
const keptAtHeader = 'kaifong-kept-at';

/** A document as it is kept. */
export type KeptPage = Readonly<{ document: string; headers: Headers; keptAt: string }>;

/** Keeps a page as it was at a time, in milliseconds since 1970. */
export async function putPage(pathname: string, response: Response, document: string, at: number): Promise<void> {
  const headers = new Headers(response.headers);
  // It is stored unpacked.
  headers.delete('content-encoding');
  headers.delete('content-length');
  headers.set(keptAtHeader, new Date(at).toISOString());
  await (await caches.open(cacheName)).put(pathname, new Response(document, { headers }));
}

/** The kept page, or undefined when there is none that is young enough. */
export async function getPage(pathname: string): Promise<KeptPage | undefined> {
  const response = await (await caches.open(cacheName)).match(pathname);
  const keptAt = response?.headers.get(keptAtHeader) ?? null;
  if (!response || keptAt === null || !isFresh(pathname, keptAt, Date.now())) return undefined;
  return { document: await response.text(), headers: response.headers, keptAt };
}

export async function forgetPages(): Promise<void> {
  await caches.delete(cacheName);
}

/** Deletes what is too old, and answers the documents that stay. */
export async function freshDocuments(): Promise<string[]> {
  const cache = await caches.open(cacheName);
  const documents: string[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    const { pathname } = new URL(request.url);
    if (response && isFresh(pathname, response.headers.get(keptAtHeader), Date.now()))
      documents.push(await response.text());
    else await cache.delete(request);
  }
  return documents;
}
