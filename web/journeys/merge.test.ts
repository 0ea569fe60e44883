import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { expect, it } from 'vitest';
import { ask, registration } from './before-a-page.ts';
import { describeJourney } from './journey.ts';

describeJourney('two records of one person', ({ signIn, settled }) => {
  for (const javaScript of [true, false]) {
    it(`become one, and two again, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const account = javaScript ? demoAccounts.coordinator : demoAccounts.districtCoordinator;
      const { page, open, press, sees } = await signIn(account, { javaScript, wide: true });
      const name = javaScript ? '邹阿婆' : '邹阿公';
      /** Waits until the merge is that far: the page looks by itself, or is asked again. */
      const isNow = async (state: string) => {
        const status = page.getByRole('status').filter({ hasText: state });
        const again = page.getByRole('link', { name: '看最新进度' });
        while (!(await status.isVisible())) {
          if (!javaScript && (await again.isVisible())) await again.click();
          else await page.waitForTimeout(100);
        }
      };

      // One form on paper twice, with a document that was made out anew.
      const [mobile, year] = javaScript ? ['1370000006', '1951'] : ['1370000007', '1953'];
      const birthDate = `${year}-02-03`;
      for (const sequence of [38, 40]) {
        const documentNumber = makeSyntheticId({ birthDate, sequence });
        await ask(page, '/volunteers/on-paper', {
          ...{ ...registration(birthDate), documentNumber, name, mobile: `${mobile}${sequence % 10}` },
        });
      }
      await settled();

      await open('/coordinator/people');
      await press('疑似重复');
      await sees('疑似重复');
      const pair = page.locator('article').filter({ hasText: name });
      await pair.getByText('是同一人，合并…').click();
      await pair.getByRole('button', { name: '合并这两份登记' }).click();
      await pair.getByText('请从列出的选项里选').first().waitFor();
      await pair.getByLabel('原因').fill('本人带证件到社区核对');
      await pair.getByRole('group', { name: '保留哪一份登记？' }).getByRole('radio').first().check();
      await pair.getByLabel('不再使用这个号码').check();
      await pair.getByRole('button', { name: '合并这两份登记' }).click();
      await sees(`合并：${name}`);
      await isNow('已合并');
      await page.getByText('两份登记属于同一个人。').waitFor();
      expect(await page.getByText('已合并').count()).toBeGreaterThan(1);

      // With JavaScript a button opens a dialog, without it the form opens below its heading.
      if (javaScript) await press('撤销合并');
      else await page.locator('summary', { hasText: '撤销合并' }).click();
      await page.getByLabel('原因').fill('核对后不是同一人');
      await page.locator('form#undo button[type=submit]').click();
      await isNow('已撤销');
      await page.getByText('合并已撤销，两份登记各是各的。').waitFor();
      expect(await page.getByText('属于同一个人').count()).toBe(0);
      await press('疑似重复');
      await sees('疑似重复');
      await page.locator('article').filter({ hasText: name }).waitFor();
      await page.getByText('合并过的登记').waitFor();
    });
  }
});
