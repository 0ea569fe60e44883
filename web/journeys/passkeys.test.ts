import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { withAuthenticator } from './authenticator.ts';
import { describeJourney } from './journey.ts';
import { signInOn } from './sign-in.ts';
import type { Visitor } from './visitor.ts';

/** Before the script is there, a press leads to the page of passkeys, where it can be pressed again. */
async function pressUntil({ page, press }: Pick<Visitor, 'page' | 'press'>, isThere: () => Promise<boolean>) {
  const button = page
    .getByRole('button', { name: '用通行密钥登录' })
    .or(page.getByRole('link', { name: '用通行密钥登录' }));
  await press('用通行密钥登录');
  for (let waited = 0; !(await isThere()); waited += 1) {
    if (waited % 20 === 19 && (await button.first().isVisible())) await button.first().click();
    await page.waitForTimeout(250);
  }
}

describeJourney('passkeys', ({ url, stranger }) => {
  /** The same machine by its name: passkeys hold to names, not to figures. */
  const site = () => url().replace('127.0.0.1', 'localhost');

  it('let a security administrator give roles, and sign in without a number', async () => {
    const { page, sees, press } = await stranger({ wide: true });
    await withAuthenticator(page);
    await signInOn(page, demoAccounts.securityAdministrator.mobile, site());
    await page.goto(`${site()}/account/passkeys`);
    await sees('通行密钥');
    await page.getByLabel('叫什么').fill('办公室电脑');
    await press('添加通行密钥');
    await page.getByText('“办公室电脑”已添加').waitFor();
    await page.getByText('您这次是用验证码登录的').waitFor();

    await page.goto(`${site()}/grants`);
    const give = page.locator('form#give');
    const fill = async () => {
      await give.getByLabel('对方手机号码').fill('17500000009');
      await give.getByLabel('姓名').fill('伍慧敏');
      await give.getByLabel('身份').selectOption({ label: '协调员' });
      await give.getByRole('combobox', { name: '负责的范围' }).fill('沙面');
      await page.getByRole('option', { name: '沙面' }).first().click();
      await give.getByRole('button', { name: '授予' }).click();
    };
    await fill();
    await page.getByText('这件事要先用通行密钥登录').waitFor();
    await give.getByRole('link', { name: '用通行密钥登录' }).click();
    await sees('用通行密钥登录');
    await pressUntil({ page, press }, async () => page.url() === `${site()}/grants`);
    await fill();
    await page.getByText('已授予，并通知了本人。').waitFor();

    await page.context().clearCookies({ name: 'kaifong_session' });
    await page.goto(`${site()}/sign-in?to=/account/passkeys`);
    // The browser offers the passkey of itself in the field for the number, and this authenticator accepts whatever is offered.
    await page.waitForURL(`${site()}/account/passkeys`);
    await sees('通行密钥');
    await page.getByText('最近使用').waitFor();
    await press('改名');
    await page.getByRole('textbox', { name: '叫什么' }).first().fill('值班室电脑');
    await press('保存');
    await page.getByText('已改名为“值班室电脑”').waitFor();
    await press('删除');
    await press('确定删除');
    await page.getByText('“值班室电脑”已删除').waitFor();
  });

  it('are taken away from somebody who has lost them, who signs in anew by a code', async () => {
    const { coordinator, securityAdministrator } = demoAccounts;
    const owner = await stranger({ wide: true });
    await withAuthenticator(owner.page);
    await signInOn(owner.page, coordinator.mobile, site());
    await owner.page.goto(`${site()}/account/passkeys`);
    await owner.page.getByLabel('叫什么').fill('丢了的手机');
    await owner.press('添加通行密钥');
    await owner.page.getByText('“丢了的手机”已添加').waitFor();

    const { page, sees } = await stranger();
    await signInOn(page, securityAdministrator.mobile, site());
    await page.goto(`${site()}/grants?place=${encodeURIComponent(coordinator.grants[0]?.scope ?? '')}`);
    const held = page.getByRole('listitem').filter({ hasText: coordinator.name });
    await held.getByText('重置通行密钥', { exact: true }).click();
    await page.getByRole('button', { name: '确定重置' }).click();
    await page.getByLabel('原因（会写入操作记录）').fill('手机丢失，已当面核对');
    await page.getByRole('button', { name: '确定重置' }).click();
    await page.getByText(`已重置 ${coordinator.name} 的通行密钥，并通知了本人。`).waitFor();
    await sees('谁可以做什么');

    await owner.page.goto(`${site()}/account/passkeys`);
    await owner.page.waitForURL((address) => address.pathname === '/sign-in');
    await signInOn(owner.page, coordinator.mobile, site());
    await owner.page.goto(`${site()}/account/passkeys`);
    await owner.sees('通行密钥');
    expect(await owner.page.getByText('丢了的手机').count()).toBe(0);
  });

  it('are said not to work at an address of figures, where a code still does', async () => {
    const { page, open, sees, press } = await stranger();
    await withAuthenticator(page);
    await open('/sign-in');
    await pressUntil({ page, press }, () => page.getByText('这个网址不能用通行密钥').isVisible());
    expect(await page.getByRole('link', { name: /^http:\/\/localhost:/ }).getAttribute('href')).toBe(
      `${site()}/sign-in`,
    );
    await signInOn(page, demoAccounts.coordinator.mobile);
    await open('/account/passkeys');
    await sees('通行密钥');
  });

  it('need a script, which is said without one', async () => {
    const { page, open, press, sees } = await stranger({ javaScript: false });
    await open('/sign-in');
    await press('用通行密钥登录');
    await sees('用通行密钥登录');
    expect(await page.locator('noscript').innerText()).toContain('通行密钥要开启 JavaScript 才能用');
    await press('改用手机验证码');
    await sees('登录');
  });
});
