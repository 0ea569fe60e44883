import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('thanks for points', ({ signIn, stranger }) => {
  for (const javaScript of [true, false]) {
    it(`are offered, redeemed and handed out by the shop, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const title = javaScript ? '凉茶券' : '糖水券';
      const coordinator = await signIn(demoAccounts.coordinator, { javaScript });
      await coordinator.open('/coordinator/rewards');
      await coordinator.sees('礼品和库存');
      const { page } = coordinator;
      await page.getByText('上架新礼品').click();
      const offer = page.locator('form#new-reward');
      await offer.getByLabel('礼品名称').fill(title);
      await offer.getByLabel('提供方').fill('西关凉茶铺');
      await offer.getByLabel('领取地点和时间').fill('凉茶铺柜台');
      await offer.getByLabel('需要积分').fill('110');
      await offer.getByLabel('数量').fill('2');
      await offer.getByLabel('最后一天').fill('2020-01-01');
      await offer.getByRole('button', { name: '上架' }).click();
      await page.getByText('最后一天不能早于第一天').first().waitFor();
      await offer.getByLabel('最后一天').fill('2099-12-31');
      await offer.getByRole('button', { name: '上架' }).click();
      await page.getByText('礼品已上架').waitFor();
      const managed = page.getByRole('listitem').filter({ hasText: title });
      const address = await managed.locator('input[readonly]').inputValue();

      const volunteer = await signIn(demoAccounts.volunteer, { javaScript });
      await volunteer.open('/volunteer/points');
      await volunteer.press('积分兑换');
      await volunteer.sees('积分兑换');
      const card = volunteer.page.getByRole('listitem').filter({ hasText: title });
      await card.getByText('兑换', { exact: true }).click();
      await card.getByRole('button', { name: '确认兑换' }).click();
      await volunteer.sees('我的兑换券');
      await volunteer.page.getByText('兑换成功').waitFor();
      const voucher = volunteer.page.getByRole('listitem').filter({ hasText: title });
      const code = (await voucher.getByText(/^[0-9A-Z]{5} [0-9A-Z]{5}$/).textContent()) ?? '';

      const shop = await stranger({ javaScript });
      await shop.open(new URL(address).pathname);
      await shop.sees(`发放：${title}`);
      await shop.page.getByLabel('兑换码').fill('AAAAA 00000');
      await shop.page.getByRole('button', { name: '发放' }).click();
      await shop.page.getByText('没有这个兑换码').waitFor();
      await shop.page.getByLabel('兑换码').fill(code.toLowerCase());
      await shop.page.getByRole('button', { name: '发放' }).click();
      await shop.page.getByText(`可以发放：${title}（110 分）`).waitFor();

      await coordinator.open('/coordinator/rewards/pick-up');
      await page.getByLabel('兑换码').fill(code);
      await page.getByRole('button', { name: '发放' }).click();
      await page.getByText('已经领取过').waitFor();
      await volunteer.open('/volunteer/vouchers');
      await voucher.getByText('已领取').waitFor();
      expect(await voucher.getByText(code).count()).toBe(0);
    });
  }
});
