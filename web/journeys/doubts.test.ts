import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('hours that are unlikely', ({ signIn }) => {
  it('are looked into by a coordinator, without JavaScript, and stay to be read with it', async () => {
    const { page, open, press, sees } = await signIn(demoAccounts.coordinator, { javaScript: false });
    await open('/coordinator');
    await page.locator('a[href="/coordinator/doubts"]').click();
    await sees('存疑的时长');
    await page.getByText('个人用同一部手机').waitFor();
    await page.getByLabel('时长没有问题').check();
    await page.getByLabel('问到的情况').fill('好');
    await press('写下结果');
    expect(await page.getByLabel('问到的情况').inputValue()).toBe('好');
    await page.getByText('4 个字').first().waitFor();
    await page.getByLabel('问到的情况').fill('队长在门口借手机帮五位老人签的');
    await press('写下结果');
    await page.getByText('记下了。时长不变。').waitFor();
    await page.getByText('没有存疑的时长').waitFor();

    const later = await signIn(demoAccounts.coordinator);
    await later.open('/coordinator/doubts?state=decided');
    await later.page.getByText('队长在门口借手机帮五位老人签的').waitFor();
  });
});
