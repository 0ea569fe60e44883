import { setFact } from '#lib/offline/database.ts';
import { expire } from '#lib/offline/queue.ts';
import type { ToWorker } from '#lib/offline/talk.ts';
import { self } from '$app/service-worker';
import { actionRequest } from './actions.ts';
import { assetRequest } from './assets.ts';
import { pageRequest } from './page-request.ts';
import { keepUp, tidy } from './pages.ts';
import { registerPhoneKey } from './registration.ts';
import { commandChannel, sendWaiting, tellPages } from './sender.ts';
import { dropOldShells, loadShell } from './shell.ts';
import { observed } from './whose.ts';

/*
 * What docs/offline.md promises, event by event. The first worker starts at once; a later one waits until no page is open or the person
 * asks for the new version.
 */

self.addEventListener('install', (event) => {
  event.waitUntil(loadShell());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(becomeActive());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin || url.pathname.startsWith('/api/')) return;
  if (request.method === 'POST') event.respondWith(actionRequest(event, url));
  else if (request.method !== 'GET') return;
  else if (request.mode === 'navigate') event.respondWith(pageRequest(event, url));
  else if (url.pathname.startsWith('/_app/immutable/')) event.respondWith(assetRequest(request));
  else if (url.pathname.endsWith('/__data.json')) event.respondWith(observed(() => fetch(request)));
});

self.addEventListener('message', (event) => {
  const said = event.data as ToWorker;
  if (said.type === 'takeOver') event.waitUntil(self.skipWaiting());
  else event.waitUntil(said.type === 'ask' ? tellPages() : pageIsHere(said));
});

/** Background Sync, where the browser has it: the network is back, and no page need be open. */
self.addEventListener('sync' as 'message', (event: ExtendableEvent & { tag?: string }) => {
  if (event.tag === commandChannel) event.waitUntil(sendWaiting({ failWhenUndecided: true }));
});

async function becomeActive(): Promise<void> {
  await self.registration.navigationPreload?.enable();
  await dropOldShells();
  await expire(Date.now());
  await tidy();
  await self.clients.claim();
}

/** What of the attributes of `<html>` tells how a person likes to see the site. */
function displayOf(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const names = ['data-theme', 'data-elder'];
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)));
}

async function pageIsHere({ path, look }: Extract<ToWorker, { type: 'here' }>): Promise<void> {
  await setFact('look', { lang: look.lang ?? '', ...displayOf(look) });
  await tellPages();
  await registerPhoneKey().catch(() => undefined);
  await sendWaiting();
  // Without a network there is nothing to keep up with; the next page that opens asks again.
  await keepUp(path).catch(() => undefined);
}
