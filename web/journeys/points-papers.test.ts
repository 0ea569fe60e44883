import { readFile } from 'node:fs/promises';
import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('points on paper, and above the cap', ({ signIn }) => {
  for (const javaScript of [true, false]) {
    it(`a month is saved as a file, and a fund is picked, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const { page, open, press, sees } = await signIn(demoAccounts.volunteer, { javaScript });
      await open('/volunteer/points');
      await press('积分月结单');
      await sees('积分月结单');
      for (const [button, begin] of [
        ['下载 PDF', '%PDF-1.7'],
        ['下载表格（CSV）', '\uFEFF日期,说明,增加,减少,余额'],
      ] as const) {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: button }).click(),
        ]);
        expect((await readFile(await file.path(), 'utf8')).startsWith(begin)).toBe(true);
      }

      await open('/volunteer/points');
      await press(/^超出 1,?500 分的归哪个基金/);
      await sees('超出上限的积分归谁');
      await page.getByLabel('社区', { exact: true }).selectOption({ index: 2 });
      await press('就选这个');
      await page.getByText('好的，以后超出上限的积分归').waitFor();
    });
  }
});
