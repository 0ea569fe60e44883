import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('rules of points', ({ signIn }) => {
  for (const javaScript of [true, false]) {
    it(`are proposed, tried and taken back, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const coordinator = await signIn(demoAccounts.districtCoordinator, { javaScript });
      const { page } = coordinator;
      await coordinator.open('/coordinator/points-rules');
      await coordinator.sees('积分规则');
      await page.getByText('提出新规则', { exact: true }).click();
      const proposal = page.locator('form#propose');
      await proposal.getByLabel('从哪天起实行').fill('2020-01-01');
      await proposal.getByLabel('夜间').fill('90');
      await proposal.getByLabel('为什么要改').fill('夜间值守比较辛苦，多给一点谢意。');
      await proposal.getByRole('button', { name: '提交试算' }).click();
      await proposal.getByText('不能小于 100').first().waitFor();
      await proposal.getByLabel('夜间').fill('140');
      await proposal.getByRole('button', { name: '提交试算' }).click();
      await page.getByText('新规则至少要提前 7 天公布').first().waitFor();
      await proposal.getByLabel('从哪天起实行').fill('2099-01-01');
      await proposal.getByRole('button', { name: '提交试算' }).click();
      await coordinator.sees('2099年1月1日起的积分规则');
      await page.getByText('乘以 1.4。').waitFor();
      await page.getByText('要由另一位区级协调员批准').waitFor();
      expect(await page.getByRole('button', { name: '批准' }).count()).toBe(0);
      if (javaScript) await page.getByText(/影响最大的 \d+ 人/).waitFor();
      await page.getByRole('button', { name: '撤回' }).click();
      await page.getByText('没有采用').waitFor();
    });
  }

  it('of somebody else are approved after a look at what they would do, and volunteers read them', async () => {
    const coordinator = await signIn(demoAccounts.districtCoordinator);
    const { page } = coordinator;
    await coordinator.open('/coordinator/points-rules');
    await page.getByRole('listitem').filter({ hasText: '等人批准' }).getByRole('link', { name: '看试算' }).click();
    await page.getByText(/会多发 [\d.]+%/).waitFor();
    await page.getByRole('button', { name: '批准' }).click();
    await page.getByText('已批准').waitFor();
    await coordinator.open('/coordinator/points-rules');
    await page.getByText('宣布恶劣天气或应急日').click();
    const call = page.locator('form#call');
    await call.getByLabel('恶劣天气').check();
    await call.getByLabel('理由').fill('台风白色预警，全区启动防御。');
    await call.getByRole('button', { name: '宣布' }).click();
    await page.getByText('已宣布。').waitFor();

    const volunteer = await signIn(demoAccounts.volunteer);
    await volunteer.open('/volunteer/points');
    await volunteer.press('看积分怎么算');
    await volunteer.sees('积分怎么算');
    await volunteer.page.getByText('快要实行的规则').waitFor();
    await volunteer.page.getByText('长者探访：时间乘以 1.2').waitFor();
    await volunteer.page.getByText('荔湾区：恶劣天气日').waitFor();
  });
});
