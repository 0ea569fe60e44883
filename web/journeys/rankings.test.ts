import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('who served most', ({ signIn }) => {
  for (const javaScript of [true, false]) {
    it(`is seen with one’s own place, and named by consent only, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const leader = await signIn(demoAccounts.teamLeader, { javaScript });
      const { page } = leader;
      await leader.open('/volunteer/records');
      await leader.press('服务排行榜');
      await leader.sees('服务排行榜');
      await leader.press('一直以来');
      await leader.sees('服务排行榜');
      await page.locator('a[aria-current=true]', { hasText: '一直以来' }).waitFor();
      await leader.press('荔湾区');
      await page.locator('a[aria-current=true]', { hasText: '荔湾区' }).waitFor();
      await page.getByRole('heading', { name: '里程碑' }).waitFor();
      expect(
        await page
          .getByRole('listitem')
          .filter({ hasText: /小时|分钟/ })
          .count(),
      ).toBeGreaterThan(1);
    });
  }
});
