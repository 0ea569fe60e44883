import { demoAccounts, demoCommunity } from '@kaifong/shared/demo/accounts.ts';
import { it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('points adjusted by hand', ({ signIn, settled }) => {
  for (const javaScript of [true, false]) {
    it(`need two coordinators, and the volunteer reads why, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const volunteer = await signIn(demoAccounts.volunteer, { javaScript });
      await volunteer.open('/account');
      const shown = await volunteer.page
        .getByText(/LW\d{8}/)
        .first()
        .textContent();
      const number = /LW\d{8}/.exec(shown ?? '')?.[0] ?? '';
      const why = `沙面夜巡当晚停机，时长没有记上（${javaScript ? '一' : '二'}）`;

      const asker = await signIn(demoAccounts.coordinator, { javaScript });
      const desk = `/coordinator/points-adjustments?place=${demoCommunity}`;
      await asker.open(desk);
      await asker.sees('调整积分');
      await asker.page.getByText('提出调整', { exact: true }).click();
      const form = asker.page.locator('form#ask');
      await form.getByLabel('志愿者编号').fill(number);
      await form.getByLabel('多少分').fill('7');
      await form.getByLabel('原因').fill(why);
      await form.getByRole('button', { name: '交另一位协调员决定' }).click();
      await asker.page.getByText('已经提出，等另一位协调员决定').first().waitFor();
      await asker.page.getByText('这是您提出的，要由另一位协调员批准').first().waitFor();

      const decider = await signIn(demoAccounts.districtCoordinator, { javaScript });
      await decider.open(desk);
      const card = decider.page.getByRole('listitem').filter({ hasText: why });
      await card.getByRole('button', { name: '批准并入账' }).click();
      await decider.page.getByText('已经批准，积分已经入账').first().waitFor();
      await card.getByText('已批准', { exact: true }).waitFor();

      await settled();
      await volunteer.open('/volunteer/points');
      await volunteer.page.getByText(`协调员补记：${why}`).waitFor();
      await volunteer.open('/account/notifications');
      await volunteer.page.getByText(`给您补记了 7 分`).first().waitFor();
    });
  }
});
