import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

/** The codes that the demo shows: of the new phone, and of the old one. */
async function shownCodes(page: Page): Promise<[string, string]> {
  const codes = page.locator('strong', { hasText: /^\d{6}$/ });
  await codes.nth(1).waitFor();
  const [code = '', oldCode = ''] = await codes.allTextContents();
  return [code, oldCode];
}

describeJourney('another mobile number', ({ signIn, settled }) => {
  for (const javaScript of [true, false]) {
    it(`is given with a code from each phone, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const account = javaScript ? demoAccounts.volunteer : demoAccounts.severalRoles;
      const mobile = javaScript ? '13911110001' : '13911110002';
      const person = await signIn(account, { javaScript });
      const { page } = person;
      await person.open('/account');
      await person.press('更换手机号码');
      await person.sees('更换手机号码');
      await page.getByLabel('新手机号码').fill(account.mobile.replace('+86', ''));
      await person.press('给两部手机发验证码');
      await page.getByText('这就是现在用的号码').first().waitFor();
      await page.getByLabel('新手机号码').fill(mobile);
      await person.press('给两部手机发验证码');
      const [code, oldCode] = await shownCodes(page);
      await person.sees('更换手机号码');
      await page.getByLabel('新手机的验证码').fill(code);
      await page.getByLabel('旧手机的验证码').fill('000000');
      await page.locator('#codes button[type=submit]').click();
      await page.getByText('验证码不对，还可以试').first().waitFor();
      await page.getByLabel('新手机的验证码').fill(code);
      await page.getByLabel('旧手机的验证码').fill(oldCode);
      await page.locator('#codes button[type=submit]').click();
      await page.getByText('号码换好了').waitFor();

      const again = await signIn({ mobile }, { javaScript });
      await again.open('/account');
      await again.sees('我的');
      await settled();
      await person.open('/account/notifications');
      await page.getByText('手机号码换了').waitFor();
    });
  }

  it('is given at the desk to somebody whose old phone is gone', async () => {
    const coordinator = await signIn(demoAccounts.coordinator, { wide: true });
    const { page } = coordinator;
    await coordinator.open('/coordinator/people?state=active');
    await page.getByRole('listitem').filter({ hasText: 'LW' }).getByRole('link').first().click();
    await page.getByRole('heading', { name: '当面更换手机号码' }).waitFor();
    const desk = page.locator('form#desk-mobile');
    await desk.getByLabel('新手机号码').fill('13911110003');
    await desk.getByRole('button').click();
    const code = await page.locator('strong', { hasText: /^\d{6}$/ }).textContent();
    const form = page.locator('form#new-mobile');
    await form.getByLabel('新手机的验证码').fill(code ?? '');
    await form.getByLabel('为什么当面更换').fill('旧手机丢失');
    await form.getByRole('button', { name: '更换号码' }).click();
    await page.getByText('请先当面核对本人的证件').first().waitFor();
    await form.getByLabel('我核对了证件原件').check();
    await form.getByRole('button', { name: '更换号码' }).click();
    await page.getByText('号码已换成').waitFor();
    expect(await page.getByText('13911110003').count()).toBe(0);
  });
});
