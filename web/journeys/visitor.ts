import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

/** How somebody comes: by default with JavaScript, on a phone, reading Simplified Chinese. */
export type Visit = Readonly<{ javaScript?: boolean; wide?: boolean; language?: 'zh-CN' | 'zh-HK' | 'en-GB' }>;

/** Somebody before a browser of their own. */
export type Visitor = Readonly<{
  page: Page;
  /** Goes to a path of the site. */
  open: (path: string) => Promise<void>;
  /**
   * Waits until the page has this heading, and holds it against the rules of accessibility. Those are checked by a script, so not for
   * a visitor without JavaScript, who gets the same page from the server.
   */
  sees: (heading: string | RegExp) => Promise<void>;
  /** Holds the page as it is against the rules of accessibility. */
  noBarriers: () => Promise<void>;
  /** Presses a button or follows a link by its words. */
  press: (words: string | RegExp) => Promise<void>;
}>;

/** Long, since it only ends a wait for what will not come: a slow machine is no fault of a page. */
const patience = 45_000;

export async function arrive(browser: Browser, baseURL: string, visit: Visit): Promise<Visitor> {
  const { javaScript = true, wide = false, language = 'zh-CN' } = visit;
  const context = await browser.newContext({
    baseURL,
    locale: language,
    javaScriptEnabled: javaScript,
    viewport: wide ? { width: 1280, height: 800 } : { width: 360, height: 780 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  return {
    page,
    async open(path) {
      await page.goto(path);
    },
    async sees(heading) {
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      if (javaScript) await expectNoBarriers(page);
    },
    noBarriers: () => expectNoBarriers(page),
    async press(words) {
      const named = { name: words };
      await page.getByRole('button', named).or(page.getByRole('link', named)).first().click();
    },
  };
}

/** No rule of axe is broken, and nothing sticks out at the side. */
async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const faults = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target }) => target.join(' ')),
  }));
  expect(faults, `barriers on ${page.url()}`).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `pixels that stick out of ${page.url()}`).toBeLessThanOrEqual(0);
}
