import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('notices and calendars', ({ signIn, url, settled }) => {
  for (const javaScript of [true, false]) {
    it(`are chosen and subscribed to, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const leader = await signIn(demoAccounts.teamLeader, { javaScript });
      const { page } = leader;
      await leader.open('/account/notices');
      await leader.sees('通知设置');
      await page.getByLabel('每天几点').fill('18:00');
      await page.getByLabel('邮箱地址').fill('nobody@liwan');
      await leader.press('保存');
      await page.getByText('请填写完整的邮箱地址').first().waitFor();
      await page.getByLabel('邮箱地址').fill('duizhang@liwan.example');
      await leader.press('保存');
      await page.getByText('已保存，从下一条通知起照这样发。').waitFor();
      expect(await page.getByLabel('每天几点').inputValue()).toBe('18:00');
      expect(await page.getByLabel('邮箱地址').inputValue()).toBe('duizhang@liwan.example');
      await leader.press('看看发出去的消息');
      await leader.sees('发到手机的消息');

      await leader.open('/leader/team');
      await leader.press('本队日历');
      await leader.sees(/的日历$/);
      const make = page.getByRole('button', { name: '生成订阅地址' });
      if (await make.isVisible()) await make.click();
      await page.getByLabel('订阅地址').waitFor();
      const leaders = await page.getByLabel('订阅地址').inputValue();
      expect(await (await page.request.get(leaders)).text()).toContain('BEGIN:VCALENDAR');

      const volunteer = await signIn(demoAccounts.volunteer, { javaScript });
      await volunteer.open(`/volunteer/teams/calendar?team=${demoTeam}`);
      await volunteer.press('生成订阅地址');
      await volunteer.page.getByLabel('订阅地址').waitFor();
      const hers = await volunteer.page.getByLabel('订阅地址').inputValue();
      expect(hers).not.toBe(leaders);
      await volunteer.page.locator('summary', { hasText: '停用' }).click();
      await volunteer.page.getByRole('button', { name: '停用' }).click();
      await volunteer.page.getByText('已停用').waitFor();
      expect((await page.request.get(hers)).status()).toBe(404);
      expect((await page.request.get(leaders)).status()).toBe(200);

      await volunteer.open('/volunteer/agenda');
      await volunteer.press('放进我的日历');
      await volunteer.sees('日历订阅');
      const first = volunteer.page.getByRole('button', { name: '生成订阅地址' });
      if (await first.isVisible()) await first.click();
      const field = volunteer.page.getByLabel('订阅地址');
      await field.waitFor();
      const address = await field.inputValue();
      expect(address.startsWith(`${url()}/api/calendars/`)).toBe(true);
      expect((await volunteer.page.request.get(address)).status()).toBe(200);
      await volunteer.page.locator('summary', { hasText: '换一个新地址' }).click();
      await volunteer.page.getByRole('button', { name: '换一个新地址' }).click();
      await expect.poll(() => field.inputValue()).not.toBe(address);
      await settled();
      expect((await volunteer.page.request.get(address)).status()).toBe(404);
    });
  }
});
