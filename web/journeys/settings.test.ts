import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('settings of the district', ({ signIn, settled }) => {
  for (const javaScript of [true, false]) {
    it(`are proposed by one person and decided by another, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const grace = javaScript ? '20' : '25';
      const administrator = await signIn(demoAccounts.systemAdministrator, { javaScript });
      const { page } = administrator;
      await administrator.open('/system');
      await administrator.sees('设置');
      const form = page.locator('form#propose-attendance');
      await page.getByText('修改“签到与时长”').click();
      await form.getByLabel('迟到的宽限').fill('90');
      await form.getByLabel('为什么要改').fill('早上公交常常晚点，多给一些时间。');
      await form.getByRole('button', { name: '提交' }).click();
      await form.getByText('不能大于 60').first().waitFor();
      await form.getByLabel('迟到的宽限').fill(grace);
      await form.getByRole('button', { name: '提交' }).click();
      await page.getByText('已提交，等区级协调员决定。').waitFor();

      const coordinator = await signIn(demoAccounts.districtCoordinator, { javaScript });
      await coordinator.open('/coordinator');
      await coordinator.press(/修改设置/);
      await coordinator.sees('修改设置');
      await coordinator.page.getByText(`→ ${grace} 分钟`).waitFor();
      await coordinator.page.getByRole('button', { name: '批准' }).click();
      await coordinator.page.getByText('已批准。到了那天就实行。').waitFor();

      await administrator.open('/system');
      await page.getByText(new RegExp(`起改为 ${grace} 分钟`)).waitFor();
      expect(await page.getByText('10 分钟', { exact: true }).count()).toBe(1);

      await settled();
      await administrator.open('/account');
      await page.getByRole('link', { name: '通知', exact: true }).last().click();
      await administrator.sees('通知');
      const told = page.getByRole('listitem').filter({ hasText: '签到与时长' }).first();
      await told.getByRole('link', { name: '设置' }).click();
      await page.waitForURL('**/system');
    });
  }

  it('that were proposed by mistake are taken back', async () => {
    const administrator = await signIn(demoAccounts.systemAdministrator);
    const { page } = administrator;
    await administrator.open('/system');
    await page.getByText('修改“星级”').click();
    const form = page.locator('form#propose-stars');
    await form.getByLabel('二星').fill('90');
    await form.getByLabel('为什么要改').fill('试一试，看看会怎么样，马上撤回。');
    await form.getByRole('button', { name: '提交' }).click();
    await form.getByText('不能小于 101').first().waitFor();
    await form.getByLabel('二星').fill('250');
    await form.getByRole('button', { name: '提交' }).click();
    await page.getByText('已提交，等区级协调员决定。').waitFor();
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByText('已撤回').first().waitFor();
  });
});
