import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import { signInOn } from './sign-in.ts';
import type { Visitor } from './visitor.ts';

/** The main page of each area, and who has it. */
const homes = {
  '/volunteer': demoAccounts.volunteer,
  '/leader': demoAccounts.teamLeader,
  '/coordinator': demoAccounts.coordinator,
  '/care': demoAccounts.socialWorker,
} as const;

const pageOf = ({ page }: Visitor) => page.locator('html');
const letterSize = ({ page }: Visitor) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
const paper = ({ page }: Visitor) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const pathOf = ({ page }: Visitor) => new URL(page.url()).pathname;
const bar = ({ page }: Visitor) => page.getByRole('navigation', { name: /主要栏目|Main sections/ });
const foot = ({ page }: Visitor) => page.getByRole('contentinfo');

/** Waits until the frame says so; JavaScript changes it a moment after the press. */
async function comesTo(element: Locator, attribute: string, value: string | null): Promise<void> {
  await expect.poll(() => element.getAttribute(attribute), { timeout: 20_000 }).toBe(value);
}

async function openMenu({ page }: Visitor): Promise<void> {
  const menu = page.locator('header details');
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
}

/** What is too small to hit in the frame and among the buttons, or has no words that one could say to press it. */
function poorTargets({ page }: Visitor, least: number): Promise<string[]> {
  return page.evaluate((size) => {
    const all = document.querySelectorAll<HTMLElement>(
      ':is(header, nav, footer) :is(a, button, summary), main :is(button, summary)',
    );
    return [...all]
      .filter((each) => each.checkVisibility() && !each.matches('a[href="#content"]'))
      .flatMap((each) => {
        const { width, height } = each.getBoundingClientRect();
        const words = each.innerText.trim();
        const name = each.getAttribute('aria-label') ?? words;
        const isFine = height >= size && width >= 44 && words !== '' && name.includes(words);
        return isFine ? [] : [`${words || each.outerHTML} ${Math.round(width)} × ${Math.round(height)}`];
      });
  }, least);
}

describeJourney('the frame of the site', ({ signIn, stranger }) => {
  describe.each([true, false])('with JavaScript: %s', (javaScript) => {
    it('keeps easy view on every page and after signing out, at 1.35 times the size', async () => {
      const visitor = await stranger({ javaScript });
      await visitor.open('/');
      const usual = await letterSize(visitor);
      await visitor.press('长者模式');
      await comesTo(pageOf(visitor), 'data-elder', '');
      expect((await letterSize(visitor)) / usual).toBeCloseTo(1.35, 2);

      await signInOn(visitor.page, demoAccounts.volunteer.mobile);
      await visitor.open('/volunteer/shifts');
      expect((await letterSize(visitor)) / usual).toBeCloseTo(1.35, 2);
      await openMenu(visitor);
      await visitor.press('退出登录');
      await visitor.page.getByRole('link', { name: '登录' }).first().waitFor();
      await comesTo(pageOf(visitor), 'data-elder', '');

      await visitor.press('普通模式');
      await comesTo(pageOf(visitor), 'data-elder', null);
      expect(await letterSize(visitor)).toBe(usual);
    });

    it('keeps the colours that were chosen', async () => {
      const visitor = await stranger({ javaScript });
      await visitor.open('/sign-in?to=%2Fvolunteer');
      const asSystem = await paper(visitor);
      for (const [words, theme, ground] of [
        ['深色', 'dark', 'rgb(23, 19, 16)'],
        ['高对比', 'contrast', 'rgb(255, 255, 255)'],
        ['浅色', 'light', asSystem],
      ] as const) {
        await visitor.press(words);
        await comesTo(pageOf(visitor), 'data-theme', theme);
        await expect.poll(() => paper(visitor)).toBe(ground);
        expect(visitor.page.url()).toContain('/sign-in?to=%2Fvolunteer');
        await comesTo(visitor.page.locator('meta[name=theme-color]').first(), 'content', asHex(ground));
        await visitor.open('/');
        await comesTo(pageOf(visitor), 'data-theme', theme);
        await visitor.open('/sign-in?to=%2Fvolunteer');
      }
      await visitor.press('跟随系统');
      await comesTo(pageOf(visitor), 'data-theme', null);
    });

    it('leads from one role to the other, and by signing in to the one used last', async () => {
      const visitor = await signIn(demoAccounts.severalRoles, { javaScript });
      expect(pathOf(visitor)).toBe('/coordinator');
      const roles = visitor.page.getByRole('navigation', { name: '换个身份' });
      await roles.getByRole('link', { name: '志愿者' }).click();
      await visitor.page.waitForURL('**/volunteer');
      await roles.getByRole('link', { name: '队长' }).click();
      await visitor.page.waitForURL('**/leader');
      expect(await roles.locator('[aria-current]').innerText()).toBe('队长');
      await visitor.open('/account');
      expect(await roles.locator('[aria-current]').innerText()).toBe('队长');

      await openMenu(visitor);
      await visitor.press('退出登录');
      await visitor.page.getByRole('link', { name: '登录' }).first().waitFor();
      await signInOn(visitor.page, demoAccounts.severalRoles.mobile);
      expect(pathOf(visitor)).toBe('/leader');
    });

    it('changes the language where one stands', async () => {
      const visitor = await stranger({ javaScript });
      await visitor.open('/sign-in?to=%2Fvolunteer%2Fshifts');
      await visitor.press('English');
      await visitor.sees('Sign in');
      expect(visitor.page.url()).toContain('/sign-in?to=%2Fvolunteer%2Fshifts');
      await visitor.press('繁體中文');
      await visitor.sees('登入');
      await visitor.open('/');
      await comesTo(pageOf(visitor), 'lang', 'zh-Hant');
    });

    it('says in the person’s language what is wrong with an address, and where to go', async () => {
      const visitor = await signIn(demoAccounts.volunteer, { javaScript, language: 'en-GB' });
      await visitor.open('/nowhere');
      await visitor.sees('This page is not here');
      await visitor.page.getByRole('link', { name: 'Go to the home page' }).waitFor();
      await visitor.open('/coordinator');
      await visitor.sees('This page is not open to you');
      await visitor.page.getByRole('main').getByRole('link', { name: 'Volunteer' }).click();
      await visitor.sees(/陈嘉敏/);
    });
  });

  it('loses nothing that was typed, nor the place, when the language changes', async () => {
    const visitor = await stranger();
    const { page } = visitor;
    await visitor.open('/sign-in?to=%2Fvolunteer#content');
    await page.getByLabel('手机号码').fill('1380000');
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await visitor.press('English');
    await visitor.sees('Sign in');
    expect(await page.getByLabel('Mobile number').inputValue()).toBe('1380000');
    expect(page.url()).toMatch(/\/sign-in\?to=%2Fvolunteer#content$/);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('English');

    await page.getByLabel('Mobile number').fill(demoAccounts.onCall.mobile.replace('+86', ''));
    await page.locator('#mobile button[type=submit]').click();
    await page.getByLabel('Code').waitFor();
    await page.getByLabel('Code').fill('000');
    await page.locator('#code button[type=submit]').click();
    await page.getByRole('alert').waitFor();
    await visitor.press('繁體中文');
    await page.getByRole('alert').getByText('語言換好了').waitFor();
    await page.locator('#code input[name=code]').waitFor();

    await visitor.open('/');
    await page.evaluate(() => scrollTo(0, 500));
    await foot(visitor)
      .getByRole('button', { name: 'English' })
      .evaluate((button: HTMLButtonElement) => button.click());
    await visitor.sees(/Neighbours/);
    expect(await page.evaluate(() => scrollY)).toBe(500);
  });

  it('is worked by the keyboard alone: skip link, roles, menu, size', async () => {
    const { page, ...visitor } = await signIn(demoAccounts.severalRoles, { wide: true });
    /** The last of the words: a name may stand under initials. */
    const focused = () =>
      page.evaluate(() => (document.activeElement as HTMLElement).innerText.trim().split('\n').at(-1));
    const tabTo = async (words: string) => {
      for (let presses = 0; presses < 40; presses += 1) {
        if ((await focused()) === words) return;
        await page.keyboard.press('Tab');
      }
      expect.fail(`No way to ${words} by the keyboard`);
    };
    await visitor.open('/coordinator');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('跳到正文');
    const skip = page.getByRole('link', { name: '跳到正文' });
    expect(await skip.evaluate((link) => link.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');

    await visitor.open('/coordinator');
    await tabTo('志愿者');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/volunteer');
    await tabTo('长者模式');
    await page.keyboard.press('Enter');
    await comesTo(page.locator('html'), 'data-elder', '');

    await visitor.open('/volunteer');
    await tabTo('菜单');
    await page.keyboard.press('Enter');
    await tabTo('普通模式');
    await page.keyboard.press('Escape');
    expect(await page.locator('header details').getAttribute('open')).toBeNull();
    expect(await focused()).toBe('菜单');
    await page.keyboard.press('Enter');
    await tabTo('队长');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/leader');
  });

  it.each(Object.entries(homes))('fits a phone at %s, in easy view and in high contrast', async (path, account) => {
    const visitor = await signIn(account);
    const { page } = visitor;
    await visitor.open(path);
    await page.locator('h1').waitFor();
    expect(await bar(visitor).getByRole('link').count()).toBeLessThanOrEqual(5);
    expect(await bar(visitor).locator('[aria-current=page]').count()).toBe(1);
    expect(await poorTargets(visitor, 44)).toEqual([]);

    await visitor.press('长者模式');
    await comesTo(pageOf(visitor), 'data-elder', '');
    await visitor.sees(/./);
    expect(await poorTargets(visitor, 56)).toEqual([]);
    const shown = bar(visitor).locator('ul').first().locator('> li');
    expect(await shown.count()).toBeLessThanOrEqual(4);

    await foot(visitor).getByText('页面颜色').click();
    await foot(visitor).getByRole('button', { name: '高对比' }).click();
    await comesTo(pageOf(visitor), 'data-theme', 'contrast');
    await visitor.sees(/./);
    await visitor.open(path);
    await visitor.sees(/./);
    expect(await hiddenFoci(visitor)).toEqual([]);
  });

  for (const language of ['zh-CN', 'en-GB'] as const) {
    it(`has room on a phone for all destinations of a role, in ${language}`, async () => {
      const { careSupervisor, counsellor, onCall, districtCoordinator } = demoAccounts;
      for (const account of [careSupervisor, counsellor, onCall, districtCoordinator]) {
        const visitor = await signIn(account, { language });
        const ends = await bar(visitor)
          .locator('li')
          .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().right)));
        expect(ends.length, account.name).toBeGreaterThan(1);
        expect(ends.length, account.name).toBeLessThanOrEqual(5);
        expect(Math.max(...ends), account.name).toBeLessThanOrEqual(360);
      }
    });
  }

  it('shows at most three destinations and the others behind one more in easy view', async () => {
    const visitor = await signIn(demoAccounts.teamLeader);
    await visitor.open('/volunteer');
    await visitor.press('长者模式');
    await bar(visitor).getByText('更多').click();
    await bar(visitor).getByRole('link', { name: '记录' }).click();
    await visitor.page.waitForURL('**/volunteer/records');
    expect(await bar(visitor).locator('details').getAttribute('open')).toBeNull();
  });
});

function asHex(colour: string): string {
  return `#${[...colour.matchAll(/\d+/g)].map(([part]) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

/** Walks the whole page with the Tab key and names what has the focus while a bar lies over it. */
async function hiddenFoci({ page }: Visitor): Promise<string[]> {
  const hidden: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement | null;
      if (!focused || focused === document.body) return 'end';
      const { left, top, width, height } = focused.getBoundingClientRect();
      const topmost = document.elementFromPoint(left + width / 2, top + height / 2);
      const isOver = topmost !== null && (focused.contains(topmost) || topmost.contains(focused));
      return isOver ? undefined : `${focused.innerText.trim() || focused.outerHTML} at ${Math.round(top)}`;
    });
    if (seen === 'end') break;
    if (seen !== undefined) hidden.push(seen);
  }
  return hidden;
}
