import { demoAccounts, demoCommunity, demoStreet } from '@kaifong/shared/demo/accounts.ts';
import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { beforeAll, expect, it } from 'vitest';
import { ask } from './before-a-page.ts';
import { type Typist, typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

const today = () => dayOf(toInstant(Date.now()));

const addressOf = (scope: string) => `/coordinator/tree/${scope.replaceAll('/', '-')}`;

describeJourney('a coordinator lays the district out anew, by the keyboard alone', ({ stranger, settled }) => {
  const { arrives } = typistsOf({ stranger });
  let desk: Typist;
  beforeAll(async () => {
    desk = await arrives(demoAccounts.coordinator, { wide: true });
  });

  /** Waits until the latest rearrangement of a community is over. */
  async function isOver(of: string): Promise<void> {
    const report = `/api/rearrangements/${of.replaceAll('/', '-')}`;
    do await settled();
    while ((await (await desk.page.request.get(report)).json()).state !== 'done');
  }

  it('says of each whom a split left over where they belong', async () => {
    const { page, keys, goTo } = desk;
    const split = { kind: 'split', from: demoCommunity, on: today(), reason: '居民多了', teams: [], grids: [] };
    await ask(page, '/rearrangements', { ...split, name: '恩宁新社区', nameHant: '恩寧新社區' });
    await isOver(demoCommunity);
    await goTo(`${addressOf(demoCommunity)}/rearrange`);
    await keys.follow(page.getByRole('link', { name: /^安排还没有归属的人/ }));
    await page.waitForURL((address) => address.pathname.endsWith('/placements'));
    await keys.skipToContent();
    const boxes = page.getByRole('group', { name: '哪些人' }).getByRole('checkbox');
    const before = await boxes.count();
    expect(before).toBeGreaterThan(2);
    const goes = page.getByRole('button', { name: '归恩宁新社区' });
    await keys.follow(goes);
    await keys.isOn(page.getByRole('alert'));
    await keys.tick(boxes.nth(0));
    await keys.tick(boxes.nth(1));
    await keys.follow(goes);
    const placed = page.getByRole('status').filter({ hasText: '已安排 2 人' });
    await placed.waitFor();
    await keys.isOn(placed);
    await keys.tick(boxes.nth(0));
    await keys.follow(page.getByRole('button', { name: /^留在/ }));
    await page.getByRole('status').filter({ hasText: '已安排 1 人' }).waitFor();
    await expect.poll(() => boxes.count()).toBe(before - 3);
  });

  it('moves a team to another community', async () => {
    const { page, keys, goTo, sees } = desk;
    const made = { place: demoCommunity, kind: 'patrol', name: '流动巡逻队', nameHant: '流動巡邏隊' };
    const { scope = '' } = await ask(page, '/teams', made);
    await goTo(`/coordinator/tree/teams/${scope.replaceAll('/', '-')}`);
    await keys.follow(page.getByRole('link', { name: '迁到另一个社区' }));
    await sees('拆分、迁移或合并');
    await keys.skipToContent();
    const choice = page.getByRole('link', { name: /^迁到另一个社区/ });
    if (await choice.isVisible()) await keys.follow(choice);
    const target = page.getByLabel('去哪个社区');
    await target.waitFor();
    await keys.choose(target, (await target.locator('option').nth(2).innerText()).trim());
    await keys.writeMoment(page.getByLabel('从哪天起生效'), today());
    await keys.write(page.getByLabel('原因'), '那边缺人');
    await keys.follow(page.getByRole('button', { name: '先看看会有什么变动' }));
    await keys.isOn(page.locator('main div[tabindex="-1"]', { hasText: '会过去：' }));
    await keys.follow(page.getByRole('button', { name: '确定调整' }));
    await page.getByText('最近一次调整').waitFor();
    await isOver(scope);
  });

  it('takes the register of a street away as a file', async () => {
    const { page, keys, goTo } = desk;
    await goTo(`/coordinator/import?place=${demoStreet}`);
    await keys.choose(page.getByLabel('文件格式'), 'Excel (.xlsx)');
    const file = await keys.download(page.getByRole('button', { name: '下载名册' }));
    expect(file.suggestedFilename()).toMatch(/^志愿者名册-\d{4}-\d\d-\d\d\.xlsx$/);
  });
});
