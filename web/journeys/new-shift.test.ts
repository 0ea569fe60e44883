import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

const inDays = (days: number) => dayOf(shiftBy(toInstant(Date.now()), days * day));

describeJourney('a new shift', ({ signIn }) => {
  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with' : 'without';

    it(`begins with what is usual for its kind, and meets in a room of the governance centre, ${how} JavaScript`, async () => {
      const title = `法律讲座 ${how}`;
      const { page, open, press, sees } = await signIn(demoAccounts.teamLeader, { javaScript });
      await open('/leader/activities/new');
      await sees('发布活动');
      const form = page.locator('form').filter({ has: page.getByLabel('活动名称') });
      if (javaScript) await form.getByLabel('做什么').selectOption('lesson');
      else {
        await page.getByLabel('先选做什么').selectOption('lesson');
        await press('填好常用设置');
        expect(await form.getByLabel('做什么').inputValue()).toBe('lesson');
      }
      expect(await page.getByLabel('要几个人').inputValue()).toBe('3');
      await page.getByLabel('活动名称').fill(title);
      await page.getByLabel('综治中心的房间').selectOption({ label: '矛盾纠纷调处室 · 二楼 203' });
      await page.getByLabel('日期').fill(inDays(javaScript ? 3 : 4));
      await page.getByLabel('几点开始').fill('19:00');
      if (javaScript) expect(await page.getByLabel('几点结束').inputValue()).toBe('20:30');
      await press('发布，开放报名');
      await sees(title);
      await page
        .getByText(/19:00\s–\u2060?\s20:30/)
        .first()
        .waitFor();
      await page.getByText('逢源街道综治中心矛盾纠纷调处室').first().waitFor();

      const shiftId = page.url().split('/').at(-1)?.split('?')[0];
      await open(`/volunteer/shifts/${shiftId}`);
      await page.getByText('二楼 203').waitFor();
      const way = await page.getByRole('link', { name: '看地图' }).getAttribute('href');
      expect(decodeURIComponent(way ?? '')).toContain('113.2385,23.1205');
    });
  }
});
