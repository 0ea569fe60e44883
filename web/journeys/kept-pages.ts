import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What the phone keeps of the volunteer's pages, each by its path. */
export const keptPages = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const requests = await (await caches.open('kaifong-pages')).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  });

/** Waits until all of these pages are on the phone. */
export async function areKept(page: Page, ...paths: string[]): Promise<void> {
  await expect.poll(() => keptPages(page), { timeout: 60_000 }).toEqual(expect.arrayContaining(paths));
}

/** Waits until the worker answers for the pages of this browser. */
export async function workerIsThere(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
  });
}
