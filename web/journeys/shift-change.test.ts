import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { it } from 'vitest';
import { describeJourney } from './journey.ts';
import { sendAs } from './send-as.ts';

describeJourney('a shift that stands', ({ signIn }) => {
  for (const javaScript of [true, false]) {
    it(`is changed by its leader, and the second of two is told, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const leader = await signIn(demoAccounts.teamLeader, { javaScript });
      const { page } = leader;
      const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
      const title = `邻里守望 ${javaScript ? '一' : '二'}`;
      const activity = await sendAs(leader, 'POST', '/activities', {
        title,
        kind: 'patrol',
        teamScope: demoTeam,
        place,
      });
      const startsAt = instantAt(dayOf(shiftBy(toInstant(Date.now()), 20 * day)), '09:00');
      const shift = { startsAt, endsAt: shiftBy(startsAt, hour), places: 2, insurance: '意外险一' };
      const { id } = await sendAs(leader, 'POST', `/activities/${activity.id}/shifts`, shift);
      await sendAs(leader, 'POST', `/shifts/${id}/publication`);

      await leader.open(`/leader/shifts/${id}`);
      await page.locator('summary', { hasText: '改报名方式和说明' }).click();
      await page.getByRole('radio', { name: '本队优先' }).check();
      await leader.press('保存修改');
      await page.getByText('请填写').first().waitFor();
      await page.getByRole('radio', { name: '邀请报名' }).check();
      await page.getByLabel('保险').fill('意外险二');
      await leader.press('保存修改');
      await page.getByText('班次改好了').waitFor();
      await page.getByText('意外险二').first().waitFor();
      if (javaScript) await leader.noBarriers();

      await page.locator('summary', { hasText: '改报名方式和说明' }).click();
      const seen = { mode: 'invitation', insurance: '意外险二' };
      await sendAs(leader, 'PUT', `/team-shifts/${id}`, { seen, wanted: { ...seen, insurance: '意外险三' } });
      await page.getByRole('radio', { name: '公开报名' }).check();
      await leader.press('保存修改');
      await page.getByText('刚才有别人改过这个班次').first().waitFor();
      await page.getByText('意外险三').first().waitFor();
    });
  }
});
