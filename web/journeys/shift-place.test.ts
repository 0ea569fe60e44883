import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import { sendAs } from './send-as.ts';

describeJourney('where a shift meets', ({ signIn, settled }) => {
  for (const javaScript of [true, false]) {
    it(`is changed by its leader, and those who come are told, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const leader = await signIn(demoAccounts.teamLeader, { javaScript });
      const volunteer = await signIn(demoAccounts.volunteer, { javaScript });
      const { page } = leader;
      const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
      const title = `换地方 ${javaScript ? '一' : '二'}`;
      const activity = await sendAs(leader, 'POST', '/activities', {
        title,
        kind: 'patrol',
        teamScope: demoTeam,
        place,
      });
      const date = dayOf(shiftBy(toInstant(Date.now()), (javaScript ? 71 : 72) * day));
      const startsAt = instantAt(date, '09:00');
      const shift = { startsAt, endsAt: shiftBy(startsAt, hour), places: 2 };
      const { id } = await sendAs(leader, 'POST', `/activities/${activity.id}/shifts`, shift);
      await sendAs(leader, 'POST', `/shifts/${id}/publication`);
      await sendAs(volunteer, 'POST', `/shifts/${id}/sign-ups`);

      await leader.open(`/leader/shifts/${id}`);
      await page.locator('summary', { hasText: '改集合地点' }).click();
      await leader.press('保存地点');
      await page.getByText('地点和原来一样').waitFor();
      await page.locator('input[name="place.name"]').fill('');
      await leader.press('保存地点');
      await page.getByText('请填写').first().waitFor();
      await page.locator('input[name="place.name"]').fill('荔湾湖公园北门');
      await page.locator('input[name="place.address"]').fill('龙津西路 155 号');
      await leader.press('保存地点');
      await page.getByText('集合地点改好了').waitFor();
      await page.getByText('荔湾湖公园北门（龙津西路 155 号）').waitFor();
      await settled();

      await volunteer.open('/account/notifications');
      await volunteer.page.getByText(`${title}（`).first().waitFor();
      await volunteer.page.getByText('由“荔枝湾涌牌坊”改为“荔湾湖公园北门（龙津西路 155 号）”').first().waitFor();

      await page.locator('summary', { hasText: '改集合地点' }).click();
      if (javaScript) await leader.noBarriers();
      const seen = { ...place, name: '荔湾湖公园北门', address: '龙津西路 155 号' };
      await sendAs(leader, 'PUT', `/team-shifts/${id}/place`, { seen, place: { ...seen, name: '荔湾湖公园南门' } });
      await page.locator('input[name="place.name"]').fill('荔湾湖公园东门');
      await leader.press('保存地点');
      await page.getByText('刚才有人改成了：荔湾湖公园南门（龙津西路 155 号）').first().waitFor();
      expect(await page.locator('input[name="place.name"]').inputValue()).toBe('荔湾湖公园东门');
    });
  }
});
