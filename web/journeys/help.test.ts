import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { it } from 'vitest';
import { describeJourney } from './journey.ts';

/** A day on which help may be asked for, whenever the journey runs. */
const date = dayOf(shiftBy(toInstant(Date.now()), 3 * day));

describeJourney('an hour of help for an hour of points', ({ signIn, settled }) => {
  for (const javaScript of [true, false]) {
    it(`is asked for, becomes a shift, and its points are held, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const what = `陪我去医院取药（${javaScript ? '一' : '二'}）`;
      const asker = await signIn(demoAccounts.volunteer, { javaScript });
      await asker.open('/volunteer/points/help');
      await asker.sees('请街坊帮忙');
      await asker.page.getByText('提出一件要帮忙的事', { exact: true }).click();
      const form = asker.page.locator('form#ask');
      await form.getByLabel('要帮什么忙').selectOption('escort');
      await form.getByLabel('说说要做什么').fill(what);
      await form.getByLabel('具体地点').fill('沙面大街 10 号');
      await form.getByLabel('日期').fill(date);
      await form.getByLabel('几点开始').fill(javaScript ? '10:00' : '15:00');
      await form.getByRole('button', { name: '存下积分并提出' }).click();
      await asker.page.getByText('提出了，积分已经存下').first().waitFor();
      const own = asker.page.getByRole('listitem').filter({ hasText: what });
      await own.getByText('存着 1 分').waitFor();

      const leader = await signIn(demoAccounts.teamLeader, { javaScript });
      await leader.open('/leader/help');
      const card = leader.page.getByRole('listitem').filter({ hasText: what });
      await card.getByRole('button', { name: '排成班次' }).click();
      await leader.page.getByText('排成班次了，可以报名').first().waitFor();
      await card.getByText('已排成班次').waitFor();

      await settled();
      await asker.open('/volunteer/points/help');
      await own.getByText('已有 0 人报名，要 1 人').waitFor();
      await asker.open('/volunteer/points');
      await asker.page.getByText('请街坊帮忙（陪同出门、看病），先存下').first().waitFor();

      await asker.open('/volunteer/points/help');
      await own.getByText('不需要了', { exact: true }).click();
      await own.getByText('班次会取消，报了名的人会收到通知').waitFor();
      await own.getByRole('button', { name: '收回，积分退给我' }).click();
      await own.getByText('退回 1 分').waitFor();
    });
  }
});
