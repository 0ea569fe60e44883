import { demoAccounts, demoCommunity } from '@kaifong/shared/demo/accounts.ts';
import { it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('points given away', ({ signIn }) => {
  for (const javaScript of [true, false]) {
    it(`reach whoever was meant, and the fund, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const leader = await signIn(demoAccounts.teamLeader, { javaScript });
      await leader.open('/account');
      const shown = await leader.page
        .getByText(/LW\d{8}/)
        .first()
        .textContent();
      const number = /LW\d{8}/.exec(shown ?? '')?.[0] ?? '';

      const volunteer = await signIn(demoAccounts.volunteer, { javaScript });
      const { page } = volunteer;
      await volunteer.open('/volunteer/points');
      await volunteer.press('送积分');
      await volunteer.sees('送积分');
      const today = await page.getByText(/今天还可以送 \d+ 分/).textContent();
      const left = Number(/今天还可以送 (\d+) 分/.exec(today ?? '')?.[1]);
      const look = page.locator('form#look');
      await look.getByLabel('对方的志愿者编号').fill('LW00000000');
      await look.getByLabel('送多少分').fill('5');
      await look.getByRole('button', { name: '核对姓名' }).click();
      await page.getByText('没有可以接收积分的志愿者').waitFor();
      await look.getByLabel('对方的志愿者编号').fill(number);
      await look.getByRole('button', { name: '核对姓名' }).click();
      await page.getByRole('heading', { name: `（${number}）？` }).waitFor();
      await page.getByRole('button', { name: '确认送出' }).click();
      await page.getByText('已经送出').waitFor();
      await page.getByText(`今天还可以送 ${left - 5} 分`).waitFor();

      const fund = page.locator('form#fund');
      await fund.getByLabel('送多少分').fill('3');
      await fund.getByRole('button', { name: '送给基金' }).click();
      await page.getByText(`今天还可以送 ${left - 8} 分`).waitFor();
      await volunteer.open('/volunteer/points');
      await page.getByText('送给社区基金').first().waitFor();
      await page
        .getByText(/^送给 .*\*/)
        .first()
        .waitFor();
      await leader.open('/volunteer/points');
      await leader.page.getByText(/送来$/).first().waitFor();
    });
  }

  it('are seen by the coordinator in the fund', async () => {
    const coordinator = await signIn(demoAccounts.coordinator);
    await coordinator.open(`/coordinator/fund?place=${demoCommunity}`);
    await coordinator.sees('社区基金');
    await coordinator.page.getByText('志愿者送来', { exact: true }).first().waitFor();
  });
});
