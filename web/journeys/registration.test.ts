import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { makeSyntheticId } from '@kaifong/shared/people/document.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

/** What the person fills in, with a last digit that cannot be. */
const wrongNumber = '440103190001019983';

describeJourney('somebody new', ({ signIn, stranger }) => {
  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with' : 'without';
    const name = javaScript ? '邹丽珍' : '邹丽娟';
    const mobile = javaScript ? '17700000001' : '17700000002';

    it(`registers, is let in by the coordinator, and is a volunteer, ${how} JavaScript`, async () => {
      const person = await signIn({ mobile }, { javaScript });
      const { page, open, press, sees } = person;
      await sees('注册成为志愿者');
      await press('逢源街道');
      await sees(/逢源街道.*哪个社区/);
      await press('恩宁东社区');
      await sees('说说您自己');
      expect(await page.locator('input[type=checkbox]:checked').count()).toBe(0);

      const document = page.getByRole('textbox', { name: '证件号码' });
      const consents = ['我愿意守这些规矩', '我同意保存我的证件号码'].map((words) => page.getByLabel(words));
      await page.getByRole('textbox', { name: '姓名', exact: true }).fill(name);
      await document.fill(wrongNumber);
      await page.getByLabel('急救').check();
      await page.getByLabel('粤语').check();
      await press('提交申请');

      const faults = page.getByRole('alert').getByRole('listitem');
      await faults.first().waitFor();
      expect(await faults.allTextContents()).toEqual([
        '证件号码：身份证号码最后一位对不上，请检查是否打错。',
        '我愿意守这些规矩，也同意用我的姓名、手机和社区：需要您同意这一项，我们才能为您登记。',
        '我同意保存我的证件号码：需要您同意这一项，我们才能为您登记。',
      ]);
      expect(await document.getAttribute('aria-invalid')).toBe('true');
      await sees('说说您自己');

      await faults.getByRole('link', { name: '身份证号码最后一位对不上' }).click();
      expect(new URL(page.url()).hash).toBe(`#${await document.getAttribute('id')}`);
      expect(await page.getByRole('textbox', { name: '姓名', exact: true }).inputValue()).toBe(name);
      expect(await document.inputValue()).toBe(wrongNumber);
      expect(await page.getByLabel('急救').isChecked()).toBe(true);
      expect(await page.getByLabel('粤语').isChecked()).toBe(true);
      for (const consent of consents) {
        expect(await consent.isChecked()).toBe(false);
        await consent.check();
      }
      await document.fill(makeSyntheticId({ birthDate: '1958-03-08', sequence: javaScript ? 222 : 224 }));
      await press('提交申请');

      await sees('申请已收到');
      const number = await page.getByText(/^LW\d{8}$/).textContent();
      await press('去“我的”看看');
      await sees('我的账户');
      await page.getByText('等待审批', { exact: true }).waitFor();
      await page.getByText(String(number)).waitFor();

      const coordinator = await signIn(demoAccounts.coordinator, { javaScript });
      await coordinator.sees(/何丽华/);
      await coordinator.open('/coordinator/applications?place=440103/006/001');
      await coordinator.sees('审批志愿者申请');
      const application = coordinator.page.getByRole('article').filter({ hasText: String(number) });
      await application.getByText(name).waitFor();
      expect(await application.textContent()).not.toContain('19580308');
      await application.getByRole('button', { name: '通过', exact: true }).click();
      await coordinator.page.getByText(`${name} 已经是志愿者了。`).waitFor();
      expect(await application.count()).toBe(0);

      await open('/account');
      await sees('我的账户');
      await page.getByText('您已经是志愿者，可以报名了。').waitFor();
      await press('去看班次');
      await sees(`${name}，您好`);
      expect(new URL(page.url()).pathname).toBe('/volunteer');
      await open('/register');
      await sees('我的账户');
    });
  }

  it('is asked for a guardian under 18, in English, and finds the guardian’s fields open', async () => {
    const { page, open, press, sees } = await signIn({ mobile: '17700000003' }, { language: 'en-GB', wide: true });
    await open('/register?place=440103/006/002');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Chan Siu Ming');
    await page.getByRole('textbox', { name: 'Document number' }).fill('440103201506019997');
    const guardian = page.getByRole('textbox', { name: 'Name of the parent or guardian' });
    expect(await guardian.isVisible()).toBe(false);
    await press('Send my application');
    await page.getByRole('alert').getByText('Under 18 a guardian has to agree.').waitFor();
    await guardian.waitFor();
    await sees('About you');
  });

  it('signs in first, and comes back to the street that was chosen', async () => {
    const { page, open, sees } = await stranger();
    await open('/register?place=440103/006');
    await page.locator('input[name=mobile]').fill('17700000004');
    await page.locator('#mobile button[type=submit]').click();
    const code = await page.locator('strong', { hasText: /^\d{6}$/ }).textContent();
    await page.locator('input[name=code]').fill(code ?? '');
    await page.locator('#code button[type=submit]').click();
    await sees(/逢源街道.*哪个社区/);
  });
});
