import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const street = '/coordinator/tree/440103-006';

/** Today, as the district counts days. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const unfold = ({ page }: Visitor, words: string) => page.locator('summary').filter({ hasText: words }).first().click();

/** Reloads until the rearrangement is over. */
async function done({ page }: Visitor): Promise<void> {
  while (!(await page.getByText('已完成', { exact: true }).isVisible())) {
    await page.waitForTimeout(300);
    await page.reload();
  }
}

describeJourney('the tree', ({ signIn }) => {
  for (const javaScript of [true, false]) {
    const [name, split] = javaScript ? ['荔湾涌社区', '荔湾涌东社区'] : ['西关里社区', '西关里东社区'];
    const [hant, splitHant] = javaScript ? ['荔灣涌社區', '荔灣涌東社區'] : ['西關里社區', '西關里東社區'];

    it(`lets a community be split and joined again, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const coordinator = await signIn(demoAccounts.coordinator, { javaScript });
      const { page, open, press, sees } = coordinator;
      await open(street);
      await unfold(coordinator, '新增社区');
      const community = page.locator('form#community');
      await community.getByLabel('简体名称').fill(name);
      await community.getByLabel('繁体名称').fill(hant);
      await community.getByRole('button', { name: '新增' }).click();
      await page.getByText(`已新增“${name}”。`).waitFor();
      await press(name);
      await sees(name);
      const address = new URL(page.url()).pathname;
      await unfold(coordinator, '新增网格');
      const grid = page.locator('form#grid');
      await grid.getByLabel('简体名称').fill('第一网格');
      await grid.getByLabel('繁体名称').fill('第一網格');
      await grid.getByRole('button', { name: '新增' }).click();
      await page.getByText('已新增“第一网格”。').waitFor();

      await press('拆分、迁移或合并');
      await sees('拆分、迁移或合并');
      await press('拆成两个社区');
      await page.getByLabel('简体名称').fill(split);
      await page.getByLabel('繁体名称').fill(splitHant);
      await page.getByLabel('第一网格').check();
      await page.getByLabel('从哪天起生效').fill(today());
      await page.getByLabel('原因').fill('居民多了');
      await press('先看看会有什么变动');
      await page.getByText('会过去：0 人、0 支服务队、1 个网格').waitFor();
      await sees('拆分、迁移或合并');
      await press('确定调整');
      await page.getByText('最近一次调整').waitFor();
      await done(coordinator);
      await sees('拆分、迁移或合并');
      await press(split);
      await sees(split);
      await page.getByRole('link', { name: '第一网格' }).waitFor();

      await press('拆分、迁移或合并');
      await press('整个并入另一个社区');
      await page.getByLabel('去哪个社区').selectOption(name);
      await page.getByLabel('从哪天起生效').fill(today());
      await page.getByLabel('原因').fill('又合在一起');
      await press('先看看会有什么变动');
      await press('确定调整');
      await page.getByText('最近一次调整').waitFor();
      await done(coordinator);
      await open(address);
      await unfold(coordinator, '变动记录');
      await page.getByText('起拆分出另一个社区').waitFor();
      expect(await page.getByRole('link', { name: /第一网格/ }).count()).toBe(2);
    });
  }
});
