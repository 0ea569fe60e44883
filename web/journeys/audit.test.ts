import { readFile } from 'node:fs/promises';
import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('the audit', ({ signIn }) => {
  it('is searched by the audit administrator by day and person, and taken along as a signed file', async () => {
    const coordinator = await signIn(demoAccounts.coordinator, { wide: true });
    await coordinator.open('/coordinator/people');
    await coordinator.page.getByLabel('找谁').fill(demoAccounts.volunteer.name);
    await coordinator.page
      .getByRole('main')
      .getByRole('link', { name: demoAccounts.volunteer.name, exact: true })
      .click();
    await coordinator.page.getByText('查看完整号码', { exact: true }).first().click();
    await coordinator.page.getByLabel('为什么要看').fill('班次改期，电话通知');
    await coordinator.press('记下原因并查看');
    await coordinator.page.getByRole('link', { name: '+8613800000001' }).waitFor();
    await coordinator.press('查看对此人的操作记录');
    await coordinator.sees('操作记录');
    await coordinator.page.getByText('班次改期，电话通知').first().waitFor();

    const { page, open, press, sees } = await signIn(demoAccounts.auditAdministrator, { wide: true });
    await page.waitForURL('**/audit');
    await sees('操作记录');
    await page.getByRole('heading', { name: '查看完整手机号码' }).first().waitFor();
    await page.getByText('协调员，逢源街道').first().waitFor();
    expect(await page.getByText(demoAccounts.volunteer.name).count()).toBe(0);

    const [download] = await Promise.all([page.waitForEvent('download'), press('下载签名文件')]);
    const file = await readFile(await download.path(), 'utf8');
    expect(file).toContain('volunteer.unmaskMobile');
    expect(file).toMatch(/\r\n#kaifong-audit,440103 [^\r\n]*,ed25519,[0-9a-f]{16},[A-Za-z0-9+/]{86}==\r\n$/);

    await page.getByRole('link', { name: /^vol_/ }).last().click();
    await page.waitForURL(/by=person/);
    await page.getByText('班次改期，电话通知').first().waitFor();
    await open('/audit?by=person&id=nobody');
    await page.getByText('这个编号不存在，请返回重选。').waitFor();
    await sees('操作记录');
    await open('/audit?by=day&day=2001-01-01');
    await page.getByText('没有记录').waitFor();
    await open('/coordinator/audit');
    await sees(/./);
    await page.getByText('您现在的身份看不了这一页').first().waitFor();
  });
});
