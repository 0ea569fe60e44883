import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visit, Visitor } from './visitor.ts';

/** What a theme makes of the page's ground and of its letters. */
const themes = {
  light: { ground: 'rgb(248, 243, 233)', letters: 'rgb(43, 33, 26)' },
  dark: { ground: 'rgb(23, 19, 16)', letters: 'rgb(243, 234, 221)' },
  contrast: { ground: 'rgb(255, 255, 255)', letters: 'rgb(0, 0, 0)' },
};
const chapters = [
  'identity',
  'actions',
  'fields',
  'choosing',
  'messages',
  'progress',
  'ways',
  'pieces',
  'states',
  'charts',
];
const titles = { 'zh-CN': '组件与样式', 'zh-HK': '元件與樣式', 'en-GB': 'Components and styles' };

describeJourney('the design page', ({ stranger, url }) => {
  let pictures: string;
  beforeAll(() => {
    pictures = mkdtempSync(join(tmpdir(), 'kaifong-design-'));
  });
  afterAll(() => rmSync(pictures, { recursive: true, force: true }));

  /** Whoever has seen enough leaves: the page is a big one. Who failed stays, for the picture. */
  let here: Page[] = [];
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') return;
    for (const page of here) await page.context().close();
    here = [];
  });

  async function visit(how: Visit = {}, prepare?: (page: Page) => Promise<unknown>): Promise<Visitor> {
    const visitor = await stranger(how);
    here.push(visitor.page);
    await prepare?.(visitor.page);
    await visitor.open('/design');
    return visitor;
  }

  /** Faults that only the browser tells of: a refused style, a script that broke. */
  function complaintsOf(page: Page): string[] {
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (line) => {
      if (line.type() === 'error') complaints.push(line.text());
    });
    return complaints;
  }

  /** With the boxes to type in ready, which come a moment after the page. */
  async function ready(page: Page): Promise<void> {
    await page.locator('#choosing').getByRole('combobox').nth(3).and(page.locator('input')).waitFor();
  }

  describe.each(Object.entries(themes))('in the theme %s', (theme, { ground, letters }) => {
    it.each([false, true])('is whole, readable and without barriers, wide: %s', async (wide) => {
      let complaints: string[] = [];
      const { page, sees } = await visit({ wide }, (page) => {
        complaints = complaintsOf(page);
        return page.context().addCookies([{ name: 'kaifong_theme', value: theme, url: url() }]);
      });
      await ready(page);
      await sees(titles['zh-CN']);

      const colours = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        return { ground: backgroundColor, letters: color };
      });
      expect(colours).toEqual({ ground, letters });
      const picture = await page.screenshot({ path: join(pictures, `${theme}-${wide}.png`), fullPage: true });
      expect(picture.readUInt32BE(16), 'pixels across').toBe(wide ? 1280 : 360);

      for (const chapter of chapters) {
        const box = await page.locator(`#${chapter}`).boundingBox();
        expect(box?.height, chapter).toBeGreaterThan(200);
      }
      expect(complaints).toEqual([]);
    });
  });

  it.each(['zh-CN', 'zh-HK', 'en-GB'] as const)('has every text in %s', async (language) => {
    const { page, sees } = await visit({ language });
    await sees(titles[language]);
    const words = await page.locator('main').innerText();
    expect(words).not.toMatch(/\b(?:design|components|shell)_\w+|undefined|\[object|NaN/);
    if (language === 'en-GB') await page.getByRole('heading', { name: 'Empty, loading, failed' }).waitFor();
  });

  describe('by keyboard alone', () => {
    it('finds a street by a letter of it', async () => {
      const { page } = await visit();
      await ready(page);
      const box = page.getByRole('combobox', { name: '街道' }).first();
      const sent = page.locator('input[type=hidden][name=street]');
      expect(await box.inputValue()).toBe('逢源街道');

      await box.focus();
      await page.keyboard.type('沙');
      await page.getByRole('listbox').getByRole('option').nth(1).waitFor();
      expect(await page.getByRole('listbox').getByRole('option').allInnerTexts()).toEqual(['沙面街道', '东沙街道']);
      await page.locator('[data-highlighted]', { hasText: '沙面街道' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.locator('[data-highlighted]', { hasText: '东沙街道' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('listbox').waitFor({ state: 'detached' });
      expect([await box.inputValue(), await sent.inputValue()]).toEqual(['东沙街道', '440103/021']);

      await page.keyboard.type('没有这个地方');
      await page.getByText('没有找到“没有这个地方”').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('listbox').waitFor({ state: 'detached' });
      expect([await box.inputValue(), await sent.inputValue()]).toEqual(['东沙街道', '440103/021']);
    });

    it('keeps the focus in a question, and gives it back', async () => {
      const { page } = await visit();
      const opener = page.locator('#messages').getByRole('button', { name: '取消报名' });
      await opener.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: '要取消报名吗？' });
      await dialog.waitFor();
      const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
      expect(await focused()).toBe('保留名额');

      for (let step = 0; step < 6; step += 1) {
        await page.keyboard.press('Tab');
        const isOutside = await page.evaluate(
          () => document.activeElement !== document.body && !document.activeElement?.closest('dialog'),
        );
        expect(isOutside, `the focus after ${step + 1} steps`).toBe(false);
      }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(await focused()).toBe('取消报名');
    });

    it('goes from tab to tab with the arrows, each with an address', async () => {
      const { page } = await visit();
      const tab = (name: string) => page.getByRole('tab', { name });
      await tab('即将开始').focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('tabpanel', { name: '已经结束' }).getByText('“已经结束”').waitFor();
      expect(new URL(page.url()).search).toBe('?tab=past');
      expect(await tab('已经结束').evaluate((link) => link === document.activeElement)).toBe(true);

      await page.keyboard.press('End');
      await page.getByRole('tabpanel', { name: '候补' }).waitFor();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('tabpanel', { name: '即将开始' }).waitFor();
      expect(await tab('候补').getAttribute('tabindex')).toBe('-1');
    });

    it('walks the tree of places, and ticks one', async () => {
      const { page } = await visit();
      await ready(page);
      const tree = page.getByRole('group', { name: '您住在哪里' }).first();
      const focused = () => page.evaluate(() => document.activeElement?.closest('summary, label')?.textContent?.trim());
      const press = async (...keys: string[]) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      await tree.locator('summary').first().focus();
      await press('ArrowDown', 'ArrowRight');
      expect(await focused()).toBe('整个岭南街道');
      await press('ArrowLeft', 'ArrowLeft');
      expect(await tree.locator('details[open]').count()).toBe(0);
      await press('ArrowDown');
      expect(await focused()).toBe('华林街道');
      await press('ArrowRight', 'ArrowRight', 'ArrowDown', 'Space');
      expect(await tree.locator('input:checked').getAttribute('value')).toMatch(/^440103\/003\/\d{3}$/);
      await press('End');
      expect(await focused()).toBe('多宝街道');
      await press('Home');
      expect(await focused()).toBe('沙面街道');
    });
  });

  it('says a word in passing', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: '显示提示' }).click();
    const word = page.getByRole('status').filter({ hasText: '已经保存。' });
    await word.waitFor();
    await page.getByRole('button', { name: '关掉这条消息' }).click();
    await word.waitFor({ state: 'detached' });
  });

  it.each([true, false])(
    'refuses the form when it is empty and takes it filled in, JavaScript: %s',
    async (javaScript) => {
      const { page } = await visit({ javaScript });
      const name = page.locator('#try input[name=name]');
      await page.locator('#try').getByRole('button', { name: '发送' }).click();
      await page.getByRole('alert').waitFor();
      expect(await name.getAttribute('aria-invalid')).toBe('true');
      await name.fill('陈嘉敏');
      await page.locator('#try').getByRole('button', { name: '发送' }).click();
      await page.getByText('收到了，谢谢陈嘉敏！').waitFor();
    },
  );

  it('works without JavaScript', async () => {
    const { page } = await visit({ javaScript: false });
    await page.locator('select[name=street]').selectOption({ label: '沙面街道' });
    await page.locator('#ways').getByRole('link', { name: '候补' }).click();
    await page.getByText('这里是“候补”的内容。').waitFor();
    await page.locator('#messages summary', { hasText: '取消报名' }).click();
    await page.getByText('名额会让给排在第一位的街坊。').waitFor();
    const tree = page.getByRole('group', { name: '您住在哪里' }).last();
    await tree.getByText('沙面街道').click();
    await tree.getByRole('radio').first().check();
  });
});
