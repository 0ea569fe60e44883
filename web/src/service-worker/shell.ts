import { fact } from '#lib/offline/database.ts';
import { dressed } from '#lib/offline/kept-document.ts';
import { version } from '$app/env';
import { keepAssetsOf } from './assets.ts';
import { person } from './whose.ts';

const prefix = 'kaifong-shell-';
const cacheName = `${prefix}${version}`;
const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;

/** What is there from the first visit: the page that shows without a network, in three languages, and the numbers to call. */
const pages = [...languages.map((language) => `/offline/${language}`), '/help'];

export async function loadShell(): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const path of pages) {
    const response = await fetch(path, { cache: 'reload' });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    await keepAssetsOf(await response.clone().text());
    await cache.put(path, response);
  }
}

/** The documents of every version that is there, whose scripts and styles have to stay. */
export async function shellDocuments(): Promise<string[]> {
  const documents: string[] = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix)) continue;
    for (const response of await (await caches.open(name)).matchAll()) documents.push(await response.text());
  }
  return documents;
}

/** Only our own, and only shells: what else the address keeps is not ours to delete. */
export async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)),
  );
}

export async function helpPage(): Promise<Response | undefined> {
  return (await caches.open(cacheName)).match('/help');
}

/**
 * What shows in place of a page that is not on the phone: in the person's language and colours, with what works now and what to do next.
 * `data-not-done` in `marks` adds that what was just sent is not done.
 */
export async function offlinePage(marks: Readonly<Record<string, string>> = {}): Promise<Response> {
  const { lang, ...look } = (await fact('look')) ?? { lang: navigator.language };
  const language = languages.find((each) => each === lang) ?? 'zh-Hans';
  const page = await (await caches.open(cacheName)).match(`/offline/${language}`);
  if (!page) return Response.error();
  const isSignedIn = (await person()) !== 'none';
  const attributes = { ...look, ...marks, ...(isSignedIn && { 'data-signed-in': '' }) };
  return new Response(dressed(await page.text(), attributes), { status: 503, headers: page.headers });
}
