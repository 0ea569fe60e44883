import { assetsOf } from '#lib/offline/kept-document.ts';

const cacheName = 'kaifong-assets';

/** A script, a style or a drawing: from the phone when it is there, for what its name stands for never changes. */
export async function assetRequest(request: Request): Promise<Response> {
  return (await (await caches.open(cacheName)).match(request.url)) ?? fetch(request);
}

/** Keeps all that a document needs to work, and nothing else. */
export async function keepAssetsOf(document: string): Promise<void> {
  const cache = await caches.open(cacheName);
  const needed = assetsOf(document);
  const kept = await Promise.all(needed.map((path) => cache.match(path)));
  const missing = needed.filter((_, at) => !kept[at]);
  if (missing.length > 0) await cache.addAll(missing);
}

/** Deletes what none of these documents needs. */
export async function keepAssetsOnlyOf(documents: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const needed = new Set(documents.flatMap(assetsOf));
  for (const request of await cache.keys()) {
    if (!needed.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}
