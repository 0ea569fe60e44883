import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('who looks after accounts', ({ signIn }) => {
  it('gives a role on a street, sees it listed, and ends it', async () => {
    const { page, open, press, sees } = await signIn(demoAccounts.securityAdministrator);
    await open('/grants');
    await sees('谁可以做什么');
    const give = page.locator('form#give');
    await give.getByLabel('对方手机号码').fill('17500000001');
    await give.getByLabel('姓名').fill('伍慧敏');
    await give.getByLabel('身份').selectOption({ label: '协调员' });
    await give.getByRole('combobox', { name: '负责的范围' }).fill('沙面');
    await page.getByRole('option', { name: '沙面' }).first().click();
    await give.getByRole('button', { name: '授予' }).click();
    await page.getByText('已授予，并通知了本人。').waitFor();
    await open('/grants?place=440103/001');
    await sees('谁可以做什么');
    await page.getByText('由 谭雪芬 授予').waitFor();
    await press('收回');
    await press('确定收回');
    await page.getByText('已收回 伍慧敏 的权限。').waitFor();
  });

  it('is told clearly that a role above their own is not theirs to give', async () => {
    const { page, open, sees } = await signIn(demoAccounts.coordinator, { javaScript: false });
    await open('/grants');
    await sees('谁可以做什么');
    const give = page.locator('form#give');
    await give.getByLabel('对方手机号码').fill('13800000011');
    await give.getByLabel('身份').selectOption({ label: '协调员' });
    await give.getByLabel('负责的范围').selectOption({ index: 1 });
    await give.getByRole('button', { name: '授予' }).click();
    await page.getByText(/只能授予本级以下的范围/).waitFor();
  });

  it('names a deputy for a leave, without JavaScript', async () => {
    const { page, open, sees } = await signIn(demoAccounts.districtCoordinator, { javaScript: false });
    const today = dayOf(toInstant(Date.now()));
    await open('/account/deputies');
    await sees('请假代理');
    await page.getByLabel('对方手机号码').fill('13800000003');
    await page.getByLabel('第一天').fill(today);
    await page.getByLabel('最后一天').fill(today);
    await page.getByRole('button', { name: '设代理人' }).click();
    await page.getByText('代理人已设好，到期会自动结束。').waitFor();
    expect(await page.getByRole('heading', { name: '何丽华' }).count()).toBe(1);
  });

  it('sees where they are signed in, and signs one device out', async () => {
    const first = await signIn(demoAccounts.auditAdministrator);
    const second = await signIn(demoAccounts.auditAdministrator, { wide: true });
    const { page } = second;
    await second.open('/account/devices');
    await second.sees('登录的设备');
    expect(await page.getByText('这台设备').count()).toBe(1);
    await second.press('退出这台');
    await page.getByText(/已退出。/).waitFor();
    await first.open('/account');
    await first.sees(/登录/);
    expect(first.page.url()).toContain('/sign-in');
  });
});
