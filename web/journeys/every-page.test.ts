import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { Person } from './before-a-page.ts';
import { everyPage } from './every-page.ts';
import { describeJourney } from './journey.ts';
import { expectWorkableByKeyboard } from './keyboard.ts';
import { allPages, pathFor } from './page-path.ts';
import type { Visitor } from './visitor.ts';

/** Two of the eight ways to see a page, which differ in everything. */
const ways = [
  { width: 360, theme: 'light', locale: 'zh-Hans' },
  { width: 1280, theme: 'dark', locale: 'en' },
];

it('knows every page of the site, and none besides', () => {
  expect(Object.keys(everyPage).toSorted()).toEqual(allPages());
});

describeJourney('every page', ({ signIn, stranger, url }) => {
  const here = new Map<Person | undefined, Visitor>();

  async function visitorFor(who: Person | undefined): Promise<Visitor> {
    const mobile = who && (who in demoAccounts ? demoAccounts[who as keyof typeof demoAccounts].mobile : who);
    const visitor = here.get(who) ?? (await (mobile ? signIn({ mobile }) : stranger()));
    here.set(who, visitor);
    return visitor;
  }
  const others = async (who: Person): Promise<Page> => (await visitorFor(who)).page;

  beforeAll(() => here.clear());

  it.each(Object.entries(everyPage))(
    '%s has no barriers in two ways of seeing it, and is worked by the keyboard',
    async (pattern, { as }) => {
      const { page, noBarriers } = await visitorFor(as);
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      const path = await pathFor(page, pattern, others);
      for (const { width, theme, locale } of ways) {
        await page.setViewportSize({ width, height: 780 });
        await page.context().addCookies([
          { name: 'kaifong_theme', value: theme, url: url() },
          { name: 'kaifong_locale', value: locale, url: url() },
        ]);
        const answer = await page.goto(path);
        expect([path, answer?.status()]).toEqual([path, 200]);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await noBarriers();
      }
      await expectWorkableByKeyboard(page);
      expect(faults).toEqual([]);
      page.removeAllListeners('pageerror');
    },
  );
});
