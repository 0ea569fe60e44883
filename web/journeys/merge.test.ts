import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('two records of one person', ({ signIn }) => {
  for (const javaScript of [true, false]) {
    it(`become one, and two again, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const account = javaScript ? demoAccounts.coordinator : demoAccounts.districtCoordinator;
      const { page, open, press, sees } = await signIn(account, { javaScript, wide: true });
      /** Waits until the merge is that far: the page looks by itself, or is asked again. */
      const isNow = async (state: string) => {
        const status = page.getByRole('status').filter({ hasText: state });
        const again = page.getByRole('link', { name: '看最新进度' });
        while (!(await status.isVisible())) {
          if (!javaScript && (await again.isVisible())) await again.click();
          else await page.waitForTimeout(100);
        }
      };

      await open('/coordinator/people');
      await press('疑似重复');
      await sees('疑似重复');
      const pair = page.locator('article').filter({ hasText: '姓名和出生日期相同' }).first();
      const name = await pair.getByRole('heading', { level: 2 }).innerText();
      await pair.getByText('是同一人，合并…').click();
      await pair.getByRole('button', { name: '合并这两份登记' }).click();
      await pair.getByText('请从列出的选项里选').first().waitFor();
      await pair.getByLabel('原因').fill('本人带证件到社区核对');
      await pair.getByRole('group', { name: '保留哪一份登记？' }).locator('label', { hasText: '服务中' }).click();
      await pair.getByLabel('不再使用这个号码').check();
      await pair.getByRole('button', { name: '合并这两份登记' }).click();
      await sees(`合并：${name}`);
      await isNow('已合并');
      expect(await page.getByText('已合并').count()).toBeGreaterThan(1);

      await press('撤销合并');
      await page.getByLabel('原因').fill('核对后不是同一人');
      await page.locator('form#undo button[type=submit]').click();
      await isNow('已撤销');
      await press('疑似重复');
      await sees('疑似重复');
      await page.locator('article').filter({ hasText: name }).first().waitFor();
      await page.getByText('合并过的登记').waitFor();
    });
  }
});
