import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Others } from './before-a-page.ts';
import { everyPage } from './every-page.ts';

const routes = fileURLToPath(new URL('../src/routes', import.meta.url));

/** The path patterns of all pages of the site, as they lie in the folders of the routes: `/leader/shifts/[shiftId]`. */
export function allPages(): string[] {
  return globSync('**/+page.svelte', { cwd: routes })
    .map((file) => `/${file.replace(/\/?\+page\.svelte$/, '')}`.replaceAll(/\/\([^)]+\)/g, '') || '/')
    .toSorted();
}

/** The path of a page, found as a person who is signed in would find it. */
export async function pathFor(page: Page, pattern: string, others: Others): Promise<string> {
  const { path, via, below, after } = everyPage[pattern] ?? {};
  if (after) return after(page, others, (of, wanted) => pathFor(of, wanted, others));
  if (below) return `${await pathFor(page, below, others)}${pattern.slice(below.length)}`;
  return via ? linkOn(page, via, pattern) : (path ?? pattern);
}

async function linkOn(page: Page, via: string, pattern: string): Promise<string> {
  await page.goto(via);
  const wanted = new RegExp(`^${pattern.replaceAll(/\[[^\]]+\]/g, '[^/?#]+')}$`);
  const links = await page.locator('main a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  const found = links
    .map((link) => new URL(link, page.url()))
    .find(({ pathname }) => wanted.test(pathname) && !(pathname in everyPage));
  if (!found) throw new Error(`${via} has no link to ${pattern}`);
  return `${found.pathname}${found.search}`;
}
