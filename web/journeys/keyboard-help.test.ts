import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { it } from 'vitest';
import { typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

describeJourney('an hour of help, by the keyboard alone', ({ stranger, settled }) => {
  const { arrives } = typistsOf({ stranger });

  it('is asked for twice: one becomes a shift, the other is taken back', async () => {
    const { page, keys, goTo } = await arrives(demoAccounts.volunteer);
    const inDays = (days: number) => dayOf(shiftBy(toInstant(Date.now()), days * day));
    const form = page.locator('form#ask');
    const ask = async (what: string, onDay: string) => {
      await goTo('/volunteer/points/help');
      if (!(await form.isVisible())) await keys.follow(page.locator('summary', { hasText: '提出一件要帮忙的事' }));
      const kind = form.getByLabel('要帮什么忙');
      await keys.choose(kind, (await kind.locator('option[value=escort]').innerText()).trim());
      await keys.write(form.getByLabel('说说要做什么'), what);
      await keys.write(form.getByLabel('具体地点'), '沙面大街 10 号');
      await keys.writeMoment(form.getByLabel('日期'), onDay);
      await keys.writeMoment(form.getByLabel('几点开始'), '10:00');
      await keys.follow(form.getByRole('button', { name: '存下积分并提出' }));
      await page.getByText('提出了，积分已经存下').first().waitFor();
    };
    const [wanted, regretted] = ['陪我去医院取药，要走楼梯', '陪我去街市买菜，东西有点重'];
    await ask(wanted, inDays(3));
    await ask(regretted, inDays(4));
    const own = page.getByRole('listitem').filter({ hasText: regretted });
    await keys.follow(own.getByRole('button', { name: '收回，积分退给我' }));
    await page.getByText('收回了，积分已经退回。').first().waitFor();

    const leader = await arrives(demoAccounts.teamLeader);
    await leader.goTo('/leader/help');
    const card = leader.page.getByRole('listitem').filter({ hasText: wanted });
    await leader.keys.follow(card.getByRole('button', { name: '排成班次' }));
    await leader.keys.isOn(leader.page.locator('div[tabindex="-1"]', { hasText: '排成班次了，可以报名' }));
    await settled();
  });
});
