import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('supervision', ({ signIn }) => {
  for (const javaScript of [true, false]) {
    const way = javaScript ? 'with' : 'without';

    it(`takes a case without what gives somebody away, and what was typed stays, ${way} JavaScript`, async () => {
      const { page, open, press } = await signIn(demoAccounts.counsellor, { javaScript });
      await open('/care/my-cases');
      await page.getByRole('link', { name: '青石' }).last().click();
      await page.getByRole('link', { name: '带到督导里谈' }).click();
      await page.getByLabel('60 岁以上').check();
      await page.getByLabel('想谈什么').fill('青石每次都在最后五分钟才说要紧的话，我不知道怎么收尾。');
      await press('提交');
      await page.getByText('这里写到了当事人的化名').first().waitFor();
      expect(await page.getByLabel('想谈什么').inputValue()).toContain('最后五分钟');
      expect(await page.getByLabel('认不出是谁').count()).toBe(0);
      await page.getByLabel('想谈什么').fill('当事人每次都在最后五分钟才说要紧的话，像是抑郁症。');
      await press('提交');
      await page.getByLabel('认不出是谁').check();
      await press('提交');
      await page.getByText('已提交，督导谈完以后自动关闭。').waitFor();
    });

    it(`asks a counsellor how she is, who may skip it, ${way} JavaScript`, async () => {
      const { page, open, press } = await signIn(demoAccounts.counsellor, { javaScript });
      await open('/care/check-in');
      await press('告诉督导');
      await page.getByRole('alert').first().waitFor();
      for (let item = 1; item <= 5; item += 1) {
        const group = page.getByRole('group', { name: new RegExp(`^${item}\\.`) });
        await group.getByLabel('大部分时间').check();
      }
      await page.getByRole('group', { name: '手上的个案' }).getByLabel('刚好').check();
      await press('告诉督导');
      await page.getByText('谢谢，只有督导看得到。').waitFor();
      await page.getByText('状态 80 / 100 · 刚好').first().waitFor();
    });

    it(`changes what a counsellor talks about, and leaves her times, ${way} JavaScript`, async () => {
      const { page, open } = await signIn(demoAccounts.careSupervisor, { javaScript });
      await open('/care/counsellors');
      const card = page.getByRole('main').getByRole('listitem').filter({ hasText: '专长与时间' }).first();
      const name = await card.locator('strong').first().textContent();
      await card.locator('summary', { hasText: '专长与时间' }).click();
      const times = await card.getByText('现在的时间').textContent();
      await card.getByRole('checkbox', { name: '亲友离世' }).setChecked(javaScript);
      await card.getByRole('checkbox', { name: '其他' }).check();
      await card.locator('form[action="?/offer"] button[type=submit]').click();
      await page.getByText('已保存。').waitFor();
      await open('/care/counsellors');
      const again = page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ hasText: name ?? '' })
        .first();
      await again.locator('summary', { hasText: '专长与时间' }).click();
      expect(await again.getByText('现在的时间').textContent()).toBe(times);
      expect(await again.getByRole('checkbox', { name: '其他' }).isChecked()).toBe(true);
      expect(await again.getByRole('checkbox', { name: '亲友离世' }).isChecked()).toBe(javaScript);
    });

    it(`stands in for a supervisor who is away, ${way} JavaScript`, async () => {
      const { page, open, press } = await signIn(demoAccounts.careSupervisor, { javaScript });
      await open('/care/supervision');
      await page.locator('summary', { hasText: '我不在的日子' }).click();
      const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
      await page.getByLabel('从哪天').fill(today);
      await page.getByLabel('到哪天').fill(today);
      await page.locator('form#away button[type=submit]').click();
      await page.getByText('副督导代班：').waitFor();
      await press('我回来了');
      await page.getByText('已恢复由您督导。').waitFor();
    });
  }

  it('ends: in a tab that a counsellor left open nothing is read or written once the case is another’s', async () => {
    const counsellor = await signIn(demoAccounts.counsellor);
    await counsellor.open('/care/my-cases');
    await counsellor.page.getByRole('link', { name: '青石' }).last().click();
    await counsellor.page.getByLabel('这次谈了什么').waitFor();
    const path = new URL(counsellor.page.url()).pathname;

    const socialWorker = await signIn(demoAccounts.socialWorker);
    await socialWorker.open(`${path}/handover`);
    await socialWorker.page.getByLabel('时间对不上').check();
    await socialWorker.page.getByLabel('接手的人需要知道什么').fill('谈过一次，晚上比较想说话。');
    await socialWorker.page.getByLabel('下一步').fill('先打一次电话');
    await socialWorker.press('写好了，转交');
    await socialWorker.page.getByText('谈过一次，晚上比较想说话。').waitFor();

    const { page } = counsellor;
    await page.getByLabel('这次谈了什么').fill('又谈了一次，约好下周。');
    await page.getByLabel('和上次差不多').check();
    await page.getByLabel('下一步').fill('下周再谈');
    await counsellor.press('保存记录');
    await page.getByText('您的身份不能做这件事').first().waitFor();
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(403);
    expect(await page.content()).not.toContain('青石');

    await socialWorker.open(path);
    expect(await socialWorker.page.content()).not.toContain('又谈了一次');
  });
});
