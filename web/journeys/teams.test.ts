import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const community = '/coordinator/tree/440103-006-001';

/** What the API tells somebody who is signed in. */
async function told({ page }: Visitor, path: string) {
  return (await page.request.get(`/api${path}`)).json();
}

const unfold = ({ page }: Visitor, words: string) => page.locator('summary').filter({ hasText: words }).first().click();

describeJourney('teams', ({ signIn }) => {
  for (const javaScript of [true, false]) {
    const name = javaScript ? '木棉巡逻队' : '榕树巡逻队';
    const traditional = javaScript ? '木棉巡邏隊' : '榕樹巡邏隊';

    it(`are made, led, joined by a code and left, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const coordinator = await signIn(demoAccounts.coordinator, { javaScript });
      const { page } = coordinator;
      await coordinator.press('组织');
      await coordinator.press('恩宁东社区');
      await coordinator.press('管理恩宁东社区');
      await coordinator.sees('恩宁东社区');

      await unfold(coordinator, '新增服务队');
      const form = page.locator('form#team');
      await form.getByLabel('简体名称').fill('恩宁东平安巡逻队');
      await form.getByLabel('繁体名称').fill(traditional);
      await form.getByLabel('做什么').selectOption('patrol');
      await form.getByRole('button', { name: '新增' }).click();
      await page.getByText('这里已经有一个叫“恩宁东平安巡逻队”的').waitFor();
      await coordinator.sees('恩宁东社区');
      await form.getByLabel('简体名称').fill(name);
      await form.getByRole('button', { name: '新增' }).click();
      await page.getByText(`已新增“${name}”`).waitFor();

      const leader = await signIn(demoAccounts.teamLeader, { javaScript });
      const { number } = await told(leader, '/volunteers/me');
      await page.getByRole('link', { name: new RegExp(name) }).click();
      await coordinator.sees(name);
      await page.getByLabel('志愿者编号').fill('LW99999999');
      await page.getByRole('button', { name: '加入服务队' }).click();
      await page.getByText('没有这个志愿者编号').first().waitFor();
      await page.getByLabel('志愿者编号').fill(number);
      await page.getByRole('button', { name: '加入服务队' }).click();
      await page.getByText('已经入队。').waitFor();
      await page.getByRole('heading', { name: '队员（1 人）' }).waitFor();

      await leader.open('/leader');
      await leader.press('队员');
      await leader.sees('我的队员');
      await leader.page.getByLabel('看哪一支服务队').selectOption(name);
      await leader.press('看一看');
      await leader.page.getByText(name).first().waitFor();
      await leader.press('打开二维码');
      await leader.sees(name);
      await leader.page.getByRole('img', { name: `加入${name}的二维码` }).waitFor();
      const team = new URL(leader.page.url()).searchParams.get('team')?.replaceAll('/', '-');
      const { path } = await told(leader, `/teams/${team}/code`);

      const volunteer = await signIn(demoAccounts.volunteer, { javaScript });
      await volunteer.open(path.replace(/.$/, '-'));
      await volunteer.sees('这个二维码用不了');
      await volunteer.open(path);
      await volunteer.sees(name);
      await volunteer.press('申请加入');
      await volunteer.sees('我的服务队');
      await volunteer.page.getByText('申请已经送出').waitFor();
      await volunteer.page.getByText('等队长同意', { exact: true }).waitFor();

      await leader.press('返回');
      const request = leader.page.getByRole('listitem').filter({ hasText: '陈嘉敏' });
      await request.getByRole('button', { name: '同意入队' }).click();
      await leader.page.getByText('陈嘉敏 入队了。').waitFor();
      await leader.page.getByRole('heading', { name: '队员（2 人）' }).waitFor();
      await leader.sees('我的队员');

      await volunteer.open('/volunteer/teams');
      await volunteer.sees('我的服务队');
      const own = volunteer.page.getByRole('article').filter({ hasText: name });
      expect(await own.getByText('队员', { exact: true }).count()).toBe(1);
      await own.getByText('退出…').click();
      await own.getByRole('button', { name: '确定退出' }).click();
      await volunteer.page.getByText(`您已不在“${name}”的名单上。`).waitFor();
      await own.waitFor({ state: 'detached' });
    });
  }

  it('show a coordinator their trail, and take nothing new once closed', async () => {
    const coordinator = await signIn(demoAccounts.coordinator, { wide: true });
    const { page } = coordinator;
    await coordinator.open(community);
    await unfold(coordinator, '新增网格');
    const form = page.locator('form#grid');
    await form.getByRole('button', { name: '新增' }).click();
    await form.getByRole('alert').waitFor();
    await form.getByLabel('简体名称').fill('第一网格');
    await form.getByLabel('繁体名称').fill('第一網格');
    await form.getByRole('button', { name: '新增' }).click();
    await page.getByText('已新增“第一网格”。').waitFor();
    await coordinator.press('第一网格');
    await coordinator.sees('第一网格');

    await unfold(coordinator, '改名');
    await page.locator('form#rename').getByLabel('简体名称').fill('恩宁东第一网格');
    await coordinator.press('保存新名称');
    await coordinator.sees('恩宁东第一网格');
    await unfold(coordinator, '关闭');
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await page.getByLabel('从哪天起关闭').fill(today);
    await page.getByLabel('原因').fill('并入第二网格');
    await coordinator.press('确定关闭');
    await page.getByText('已记下').waitFor();
    await unfold(coordinator, '变动记录');
    await page.getByText('从“第一网格”改名为“恩宁东第一网格”').waitFor();
    await page.getByText('原因：并入第二网格').waitFor();
    expect(await page.locator('summary').filter({ hasText: '改名' }).count()).toBe(0);
    await coordinator.sees('恩宁东第一网格');
  });

  it('say in English what somebody without a registration does first', async () => {
    const administrator = await signIn(demoAccounts.districtCoordinator, { language: 'en-GB' });
    const { path } = await told(administrator, '/teams/440103-006-001-T0001/code');
    await administrator.open(path);
    await administrator.sees('恩宁东平安巡逻队');
    await administrator.page.getByText('Register as a volunteer first').waitFor();
  });
});
