import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('people', ({ signIn, settled }) => {
  for (const javaScript of [true, false]) {
    const how = `${javaScript ? 'with' : 'without'} JavaScript`;

    it(`a coordinator approves several applications at once, ${how}`, async () => {
      const { page, open, press, sees } = await signIn(demoAccounts.districtCoordinator, { javaScript });
      await open('/coordinator/applications');
      await sees('审批志愿者申请');
      const cards = page.getByRole('article');
      await cards
        .first()
        .getByText(/^还剩 \d 个工作日$|^今天到期$/)
        .waitFor();
      const name = (await cards.first().getByRole('heading').innerText()).trim();
      if (javaScript) {
        await cards.first().getByRole('checkbox').check();
        await press('通过选上的 1 人');
      } else {
        await press('通过选上的人');
        await page.getByText('至少要选 1 项').first().waitFor();
        await cards.first().getByRole('checkbox').check();
        await press('通过选上的人');
      }
      await page.getByText('1 人已经是志愿者了。').waitFor();
      expect(await cards.getByRole('heading', { name, exact: true }).count()).toBe(0);
      await sees('审批志愿者申请');
    });

    it(`a coordinator finds a volunteer, suspends her and lets her back, ${how}`, async () => {
      const { page, open, press, sees } = await signIn(demoAccounts.coordinator, { javaScript, wide: javaScript });
      await open('/coordinator/people');
      await sees('志愿者');
      const { name } = demoAccounts.volunteer;
      await page.getByLabel('找谁').fill(name);
      if (!javaScript) await press('查找');
      await page.getByRole('main').getByRole('link', { name, exact: true }).click();
      await sees(name);
      await page.getByText('138****0001').waitFor();
      /** A dialog, or without JavaScript what opens in its place. */
      const unfold = (words: string) => page.getByText(words, { exact: true }).first().click();

      await unfold('查看完整号码');
      await page.getByLabel('为什么要看').fill('急');
      await press('记下原因并查看');
      await page.getByText('至少要 4 个字').first().waitFor();
      await page.getByLabel('为什么要看').fill('班次改期，电话通知');
      await press('记下原因并查看');
      await page.getByRole('link', { name: '+8613800000001' }).waitFor();

      await unfold('停止报名…');
      await page.getByLabel('原因（本人会看到）').fill('多次无故缺席，请到社区谈一谈');
      await press('确定');
      await page.getByText('办好了，现在的状态是“停止报名”。').waitFor();
      await page.getByText('原因：多次无故缺席').first().waitFor();
      await settled();

      const her = await signIn(demoAccounts.volunteer, { javaScript });
      await her.open('/account/standing');
      await her.sees('我的志愿者状态');
      await her.page.getByText('多次无故缺席，请到社区谈一谈').waitFor();
      expect(await her.page.getByRole('button', { name: '暂停服务' }).count()).toBe(0);

      await unfold('恢复报名…');
      await page.getByLabel('原因（本人会看到）').fill('已经谈过');
      await press('确定');
      await page.getByText('办好了，现在的状态是“服务中”。').waitFor();
      await sees(name);

      await her.open('/account/standing');
      await her.press('暂停服务');
      await her.page.getByText('已经暂停，好好休息。').waitFor();
      await her.sees('我的志愿者状态');
      await her.press('恢复服务');
      await her.page.getByText('欢迎回来！').waitFor();
    });
  }

  it('are found as one types, by sound, initials and the end of a phone, in English too', async () => {
    const { page, open, sees } = await signIn(demoAccounts.coordinator, { language: 'en-GB' });
    await open('/coordinator/people');
    await sees('Volunteers');
    const people = page.getByRole('main').getByRole('listitem');
    const box = page.getByLabel('Who are you looking for?');
    for (const text of ['0001', '00000000', 'zzz']) {
      await box.fill(text);
      await page.waitForURL((url) => url.searchParams.get('text') === text);
      if (text === '0001') await people.getByRole('link', { name: demoAccounts.volunteer.name }).waitFor();
      else await page.getByText('Nobody found').waitFor();
    }
    await box.fill('13800000001');
    await page.getByText('Digits are read as').waitFor();
    await box.fill('');
    await people.first().waitFor();
    await page.getByLabel('State').selectOption('Withdrawn');
    await page.getByText('Nobody found').waitFor();
    await page.getByLabel('State').selectOption('Serving');
    await people.first().getByText('Serving').waitFor();
    await sees('Volunteers');
  });
});
