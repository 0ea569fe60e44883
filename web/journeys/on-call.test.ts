import { demoAccounts, demoStreet } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const unfold = ({ page }: Visitor, words: string) => page.locator('summary').filter({ hasText: words }).first().click();

/** A day soon, as a field for day and clock takes it. */
const soon = (days: number, clock: string) => `${dayOf(shiftBy(toInstant(Date.now()), days * day))}T${clock}`;

describeJourney('on call', ({ signIn }) => {
  for (const [days, javaScript] of [
    [2, true],
    [3, false],
  ] as const) {
    const way = javaScript ? 'with' : 'without';

    it(`is planned, offered to a colleague and taken back, ${way} JavaScript`, async () => {
      const supervisor = await signIn(demoAccounts.careSupervisor, { javaScript });
      const { page } = supervisor;
      await supervisor.open(`/care/rota?place=${demoStreet}`);
      await supervisor.sees('值班表');
      const plan = async () => {
        const form = page.locator('form#plan');
        if (!(await form.isVisible())) await unfold(supervisor, '排一班');
        await form.getByLabel('从').fill(soon(days, '20:00'));
        await form.getByLabel('到', { exact: true }).fill(soon(days + 1, '08:00'));
        await form.getByLabel('主班').selectOption('阿勇');
        await form.getByLabel('副班').selectOption('珊姐');
        await form.getByRole('button', { name: '排上' }).click();
      };
      await plan();
      await page.getByText('已排上。').waitFor();
      await plan();
      await page.getByText('这段时间已经排了人').first().waitFor();

      const onCall = await signIn(demoAccounts.onCall, { javaScript });
      await onCall.open('/care/duties');
      await onCall.sees('我的值班');
      const own = onCall.page.locator('li', { hasText: '逢源街道' }).first();
      await own.locator('summary').click();
      await own.getByLabel('请哪一位').selectOption('华叔');
      await own.getByRole('button', { name: '发给这位' }).click();
      await onCall.page.getByText('已发给对方。').waitFor();
      await own.getByText('已请 华叔 接班').waitFor();
      await own.getByRole('button', { name: '收回' }).click();
      await onCall.page.getByText('已收回，这一班还是您的。').waitFor();

      // Taken off again, it is a gap.
      await supervisor.open(`/care/rota?place=${demoStreet}`);
      await unfold(supervisor, '换人或取消');
      await supervisor.press('取消这一班');
      await page.getByText('已取消，这段时间成了空档。').waitFor();
    });

    it(`or not: a counsellor pauses in private, ${way} JavaScript`, async () => {
      const counsellor = await signIn(demoAccounts.counsellor, { javaScript });
      await counsellor.open('/care/counselling');
      await counsellor.sees('我的接案状态');
      await unfold(counsellor, '暂停接新个案');
      await counsellor.page.getByLabel('原因').fill('家里有事想静一静');
      await counsellor.press('开始暂停');
      await counsellor.page.getByText('家里有事想静一静').waitFor();

      const supervisor = await signIn(demoAccounts.careSupervisor, { javaScript });
      await supervisor.open('/care/counsellors');
      await supervisor.sees('心理志愿者');
      expect(await supervisor.page.content()).not.toContain('家里有事');

      await counsellor.press('重新接案');
      await counsellor.page.getByText('已恢复，可以接新个案了。').waitFor();
    });
  }
});
