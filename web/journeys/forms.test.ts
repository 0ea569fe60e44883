import { globSync, readFileSync } from 'node:fs';
import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const registration = '/register?place=440103/006/001';
const newActivity = '/leader/activities/new';
const wrongNumber = '440103190001019983';
const tomorrow = dayOf(shiftBy(toInstant(Date.now()), day));

/** Everything that the browser keeps of what was typed. */
const keptIn = (page: Page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
const draftsIn = async (page: Page) => ((await keptIn(page)).match(/kaifong-draft:/g) ?? []).length;
const summaryOf = ({ page }: Visitor) => page.getByRole('alert').getByRole('listitem');
const box = ({ page }: Visitor, name: string) => page.getByRole('textbox', { name, exact: true });

/** What a field says of itself to somebody who does not see it. */
async function spoken(field: ReturnType<typeof box>): Promise<string> {
  return field.evaluate((element) => {
    const ids = (element.getAttribute('aria-describedby') ?? '').split(' ');
    return ids.map((id) => document.getElementById(id)?.textContent?.trim() ?? '').join(' ');
  });
}

/** Where the focus is. */
const focusIn = ({ page }: Visitor) => page.evaluate(() => document.activeElement?.getAttribute('name'));

/** Goes on with the Tab key until the focus is in the field of this name. */
async function tabTo(visitor: Visitor, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await focusIn(visitor)) === name) return;
    await visitor.page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${name}.`);
}

describe('care', () => {
  it('asks for no draft anywhere: distress does not stay on a shared computer', () => {
    const folder = new URL('../src/routes/(care)/', import.meta.url);
    const files = globSync('**/*.svelte', { cwd: folder });
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(/\bdraft=/);
  });
});

/** Waits until the page's script has come: whoever is faster gets the page as it is without one. */
const scriptIsThere = ({ page }: Visitor) => page.waitForLoadState('networkidle');

describeJourney('a form', ({ signIn, stranger }) => {
  let leader: Promise<Visitor> | undefined;

  /** The team leader before a new activity: one visitor for all, since so many codes are not sent to one number in a row. */
  async function leaderAtNewActivity(): Promise<Visitor> {
    leader ??= signIn(demoAccounts.teamLeader);
    const visitor = await leader;
    await visitor.page.evaluate(() => localStorage.clear());
    await visitor.open(newActivity);
    await scriptIsThere(visitor);
    return visitor;
  }

  /** Somebody new before the registration form. */
  async function atRegistration(mobile: string): Promise<Visitor> {
    const visitor = await signIn({ mobile });
    await visitor.open(registration);
    await scriptIsThere(visitor);
    return visitor;
  }

  describe('while it is filled in', () => {
    it('says what is wrong with a field when it was left, and takes it back when it is mended, by keyboard alone', async () => {
      const visitor = await atRegistration('17700000101');
      const { page, sees } = visitor;
      await sees('您是谁');
      const number = box(visitor, '证件号码');

      await tabTo(visitor, 'documentNumber');
      await page.keyboard.type(wrongNumber);
      expect(await number.getAttribute('aria-invalid')).toBeNull();
      await page.keyboard.press('Tab');
      await page.getByText('身份证号码最后一位对不上', { exact: false }).first().waitFor();
      expect(await number.getAttribute('aria-invalid')).toBe('true');
      expect(await spoken(number)).toContain('最后一位对不上');
      await page.getByRole('status').filter({ hasText: '证件号码：身份证号码最后一位对不上' }).waitFor();
      expect(await page.getByText('需要您同意这一项').count()).toBe(0);
      await sees('您是谁');

      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('End');
      await page.keyboard.press('Backspace');
      await page.keyboard.type('2');
      await expect.poll(() => number.getAttribute('aria-invalid')).toBeNull();
      expect(await spoken(number)).not.toContain('最后一位对不上');
    });

    it('sees that two times contradict each other, and that mending the other one helps too', async () => {
      const visitor = await leaderAtNewActivity();
      const { page, sees } = visitor;
      await sees('发布活动');
      await page.getByLabel('日期').fill(tomorrow);
      await page.getByLabel('几点开始').fill('15:00');
      await page.getByLabel('几点结束').fill('14:00');
      await page.getByLabel('要几个人').focus();
      const end = page.getByLabel('几点结束');
      await page.getByText('结束时间要晚于开始时间').first().waitFor();
      expect(await end.getAttribute('aria-invalid')).toBe('true');
      await page.getByLabel('几点开始').fill('13:00');
      await expect.poll(() => end.getAttribute('aria-invalid')).toBeNull();
    });

    it('stays open where it was opened before the page came alive', async () => {
      const { page } = await leaderAtNewActivity();
      // What a service worker has put by would come all the same.
      await page.evaluate(async () => {
        for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
        Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
      });
      await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
      const scripts = Promise.withResolvers<void>();
      await page.route('**/_app/immutable/**/*.js', async (route) => {
        await scripts.promise;
        await route.continue();
      });
      await page.goto(newActivity, { waitUntil: 'commit' });
      const folded = page.locator('main details:not(details details)');
      await folded.last().waitFor();
      const count = await folded.count();
      expect(count).toBeGreaterThan(1);
      for (let nth = 0; nth < count; nth += 1) {
        const each = folded.nth(nth);
        if ((await each.getAttribute('open')) === null) await each.locator('summary').first().click();
      }
      scripts.resolve();
      await page.waitForLoadState('networkidle');
      await page.unroute('**/_app/immutable/**/*.js');
      expect(await page.locator('main details[open]:not(details details)').count()).toBe(count);
    });

    it('is looked after by the server alone when the rest does not come', async () => {
      const visitor = await stranger();
      const { page, open, press, sees } = visitor;
      // What a service worker has put by would come all the same.
      await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
      await open('/sign-in');
      await scriptIsThere(visitor);
      let refused = 0;
      await page.route('**/_app/immutable/**', (route) => {
        refused += 1;
        return route.abort();
      });
      await page.locator('input[name=mobile]').fill('139');
      await page.locator('input[name=mobile]').blur();
      await expect.poll(() => refused).toBeGreaterThan(0);
      await press('发验证码');
      await summaryOf(visitor).first().waitFor();
      expect(await summaryOf(visitor).allTextContents()).toEqual([
        '手机号码：请填写 11 位手机号码，例如 13800000001。',
      ]);
      await sees('登录');
    });
  });

  describe('that was refused', () => {
    for (const javaScript of [true, false]) {
      const how = javaScript ? 'with' : 'without';

      it.each([
        ['zh-CN', '证件号码：身份证号码最后一位对不上，请检查是否打错。', '存好，下一步'],
        ['zh-HK', '證件號碼：身份證號碼最後一位對不上，請檢查是否打錯。', '存好，下一步'],
        [
          'en-GB',
          'Document number: The last digit does not match the others. Please check for a typing mistake.',
          'Keep and go on',
        ],
      ] as const)(`names each field as the page does, ${how} JavaScript, in %s`, async (language, words, send) => {
        const visitor = await signIn(
          { mobile: `1770000${javaScript ? 2 : 3}0${language.codePointAt(3)}` },
          { javaScript, language },
        );
        const { page, open, press, sees } = visitor;
        await open(registration);
        const number = page.locator('input[name=documentNumber]');
        await number.fill(wrongNumber);
        await press(new RegExp(send));
        await summaryOf(visitor).first().waitFor();
        expect(await summaryOf(visitor).allTextContents()).toContain(words);
        await sees(/./);
        await page.getByRole('alert').getByRole('link', { name: words }).press('Enter');
        await expect.poll(() => focusIn(visitor)).toBe('documentNumber');
        expect(await number.inputValue()).toBe(wrongNumber);
      });

      it(`names the fields of an activity and of its shift in one list, ${how} JavaScript`, async () => {
        const visitor = javaScript
          ? await leaderAtNewActivity()
          : await signIn(demoAccounts.teamLeader, { javaScript });
        const { page, open, press, sees } = visitor;
        if (!javaScript) await open(newActivity);
        await page.getByLabel('在哪里集合').fill('荔枝湾涌牌坊');
        await page.getByLabel('几点开始').fill('15:00');
        await page.getByLabel('要几个人').fill('0');
        await press('发布，开放报名');
        await summaryOf(visitor).first().waitFor();
        expect(await summaryOf(visitor).allTextContents()).toEqual([
          '活动名称：至少要 2 个字。',
          '日期：请填写日期，例如 2026-11-24。',
          '要几个人：不能小于 1。',
        ]);
        await sees('发布活动');
        expect(await page.getByLabel('在哪里集合').inputValue()).toBe('荔枝湾涌牌坊');
        if (!javaScript) return;
        await page.getByLabel('要几个人').fill('3');
        await summaryOf(visitor).filter({ hasText: '要几个人：改好了' }).waitFor();
        await sees('发布活动');
      });
    }
  });

  describe('keeps a draft', () => {
    it('that outlives a reload and a closed tab, says so, and can be cleared', async () => {
      const visitor = await atRegistration('17700000103');
      const { page, sees } = visitor;
      await box(visitor, '姓名').fill('邹丽珍');
      await page.getByLabel('外国护照').check();
      await expect.poll(() => draftsIn(page)).toBe(1);
      await page.reload();
      await page.getByText('已恢复您上次填写的内容').waitFor();
      expect(await box(visitor, '姓名').inputValue()).toBe('邹丽珍');
      await sees('您是谁');

      const again = await page.context().newPage();
      await page.close();
      await again.goto(registration);
      await again.getByText('已恢复您上次填写的内容').waitFor();
      expect(await again.getByLabel('外国护照').isChecked()).toBe(true);
      await again.getByRole('button', { name: '清空重填' }).click();
      expect(await again.getByRole('textbox', { name: '姓名', exact: true }).inputValue()).toBe('');
      expect(await again.getByLabel('外国护照').isChecked()).toBe(false);
      expect(await draftsIn(again)).toBe(0);
      expect(await again.getByText('已恢复您上次填写的内容').count()).toBe(0);
      await again.close();
    });

    it('of no document number', async () => {
      const visitor = await atRegistration('17700000104');
      const { page } = visitor;
      await box(visitor, '姓名').fill('邹小明');
      await box(visitor, '证件号码').fill(wrongNumber);
      await expect.poll(() => draftsIn(page)).toBe(1);
      const kept = await keptIn(page);
      expect(kept).toContain('邹小明');
      for (const secret of [wrongNumber, 'idempotencyKey', 'place']) {
        expect(kept).not.toContain(secret);
      }
      await page.reload();
      await page.getByText('证件号码、电话和打勾的同意没有存在这台设备上').waitFor();
      expect(await box(visitor, '证件号码').inputValue()).toBe('');
    });

    it('of no mobile number and no code at signing in, and of nothing in care', async () => {
      const { page, open, press } = await stranger();
      await open('/sign-in');
      await page.locator('input[name=mobile]').fill('17700000105');
      await press('发验证码');
      await page.locator('input[name=code]').fill('000000');
      await page.locator('input[name=code]').blur();
      expect(await draftsIn(page)).toBe(0);
      expect(await keptIn(page)).not.toMatch(/17700000105|000000/);

      const worker = await signIn(demoAccounts.socialWorker);
      await worker.open('/care/requests/new?place=440103/006');
      await scriptIsThere(worker);
      await worker.page.getByLabel('怎么称呼').fill('木棉');
      await worker.page.locator('textarea').fill('睡不着');
      await worker.page.locator('textarea').blur();
      expect(await draftsIn(worker.page)).toBe(0);
      expect(await keptIn(worker.page)).not.toMatch(/木棉|睡不着/);
    });

    it('through a lost session, and lets go of it when the command is carried out', async () => {
      const visitor = await leaderAtNewActivity();
      const { page, press, sees } = visitor;
      await page.getByLabel('活动名称').fill('骑楼街巡看');
      await page.getByLabel('在哪里集合').fill('永庆坊牌坊');
      await page.getByLabel('日期').fill(tomorrow);
      await page.getByLabel('几点开始').fill('10:00');
      await page.getByLabel('几点结束').fill('11:30');
      await page.getByLabel('要几个人').fill('4');
      await expect.poll(() => draftsIn(page)).toBe(1);
      await page.context().clearCookies({ name: 'kaifong_session' });
      await press('先存草稿');
      await page.waitForURL(/\/sign-in/);
      expect(await draftsIn(page)).toBe(1);

      await page.locator('input[name=mobile]').fill(demoAccounts.teamLeader.mobile.replace('+86', ''));
      await page.locator('#mobile button[type=submit]').click();
      const code = await page.locator('strong', { hasText: /^\d{6}$/ }).textContent();
      await page.locator('input[name=code]').fill(code ?? '');
      await page.locator('#code button[type=submit]').click();
      await page.waitForURL(/activities\/new/);
      await page.getByText('已恢复您上次填写的内容').waitFor();
      expect(await page.getByLabel('活动名称').inputValue()).toBe('骑楼街巡看');
      expect(await page.getByLabel('几点结束').inputValue()).toBe('11:30');
      await press('先存草稿');
      await page.getByText('草稿存好了').waitFor();
      await sees('骑楼街巡看');
      expect(await draftsIn(page)).toBe(0);
    });

    it('from everybody else, and from everybody after signing out', async () => {
      const visitor = await atRegistration('17700000107');
      const { page, open } = visitor;
      await box(visitor, '姓名').fill('邹丽珍');
      await expect.poll(() => draftsIn(page)).toBe(1);
      await page.evaluate(() => {
        const [name = ''] = Object.keys(localStorage).filter((key) => key.startsWith('kaifong-draft:'));
        localStorage.setItem(name.replace(/acc_\w+/, 'acc_00000000000000000000'), localStorage.getItem(name) ?? '');
      });
      await page.reload();
      await page.getByText('已恢复您上次填写的内容').waitFor();
      await expect.poll(() => draftsIn(page)).toBe(1);
      expect(await keptIn(page)).not.toContain('acc_00000000000000000000');

      await open('/account');
      await page.locator('main form[action="/sign-out"] button').click();
      await page.waitForURL((url) => url.pathname !== '/account');
      await expect.poll(() => draftsIn(page)).toBe(0);
    });

    it('and everything else when the language is changed', async () => {
      const visitor = await atRegistration('17700000106');
      const { page, press } = visitor;
      await box(visitor, '姓名').fill('邹丽珍');
      await box(visitor, '证件号码').fill(wrongNumber);
      await page.getByLabel('外国护照').check();
      await press('English');
      await page.getByRole('heading', { level: 1, name: 'Who you are' }).waitFor();
      await expect.poll(() => box(visitor, 'Document number').inputValue()).toBe(wrongNumber);
      expect(await box(visitor, 'Name').inputValue()).toBe('邹丽珍');
      expect(await page.getByLabel('Foreign passport').isChecked()).toBe(true);
      expect(await page.getByText('What you typed last time').count()).toBe(0);
    });
  });

  describe('that does not get through', () => {
    it('says so in place, keeps everything, and sends the same command again', async () => {
      const visitor = await leaderAtNewActivity();
      const { page, press, sees } = visitor;
      const keys: (string | null)[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') keys.push(new URLSearchParams(request.postData() ?? '').get('idempotencyKey'));
      });
      await page.getByLabel('活动名称').fill('社区清洁日');
      await page.getByLabel('在哪里集合').fill('永庆坊牌坊');
      await page.getByLabel('日期').fill(tomorrow);
      await page.getByLabel('几点开始').fill('16:00');
      await page.getByLabel('几点结束').fill('17:00');
      await page.getByLabel('要几个人').fill('4');
      await page.context().setOffline(true);
      await press('先存草稿');
      await page.getByRole('alert').getByText('没有网络，您填的内容还在').waitFor();
      expect(await page.getByLabel('活动名称').inputValue()).toBe('社区清洁日');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
      await page.context().setOffline(false);
      await sees('发布活动');
      await press('再试一次');
      await page.getByText('草稿存好了').waitFor();
      expect(keys.length).toBe(2);
      expect(keys[0]).toMatch(/^\w{16,}$/);
      expect(new Set(keys).size).toBe(1);
    });

    it('is sent once when the button is pressed twice, and shows that it is under way', async () => {
      const visitor = await leaderAtNewActivity();
      const { page } = visitor;
      const sent = await page.evaluate(async () => {
        let count = 0;
        let answer = () => {};
        window.fetch = () => {
          count += 1;
          return new Promise((_, reject) => {
            answer = () => reject(new TypeError('lost'));
          });
        };
        const button = [...document.querySelectorAll('button')].find((each) => each.textContent.includes('先存草稿'));
        button?.click();
        button?.click();
        await new Promise((resolve) => setTimeout(resolve));
        const status = [...document.querySelectorAll('#activity [role=status]')]
          .map((each) => each.textContent)
          .join('');
        const state = { busy: button?.getAttribute('aria-busy'), label: button?.textContent.trim(), status };
        answer();
        return { count, ...state };
      });
      expect(sent).toEqual({ count: 1, busy: 'true', label: '先存草稿', status: '正在发送，请稍等。' });
      await page.getByRole('alert').getByText('没有网络，您填的内容还在').waitFor();
    });
  });

  describe('without a draft', () => {
    it('is not lost by a slip, and holds up nobody who has to be gone at once', async () => {
      const visitor = await signIn(demoAccounts.socialWorker);
      const { page, open } = visitor;
      await open('/care/requests/new?place=440103/006');
      await scriptIsThere(visitor);
      const alias = page.getByLabel('怎么称呼');
      await alias.fill('木棉');
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.message());
        dialog.dismiss();
      });
      await page.getByRole('link', { name: '等候的求助' }).first().click();
      await expect.poll(() => asked).toEqual(['您填的内容还没有发送，离开就没有了。要离开吗？']);
      expect(await alias.inputValue()).toBe('木棉');
      await page.getByRole('link', { name: '快速离开' }).click();
      await page.waitForURL(/xiguan/);
      expect(asked.length).toBe(1);
    });
  });
});
