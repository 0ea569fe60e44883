import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('the catalogue of skills', ({ signIn }) => {
  for (const javaScript of [true, false]) {
    it(`is added to, renamed and retired, and what is offered follows, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const name = javaScript ? '舞狮' : '粤剧';
      const coordinator = await signIn(demoAccounts.districtCoordinator, { javaScript });
      const { page } = coordinator;
      await coordinator.open('/coordinator/people');
      await coordinator.press('技能目录');
      await coordinator.sees('技能目录');
      await page.getByText('增加一项技能').click();
      const added = page.locator('form#new-skill');
      await added.getByLabel('名称（简体）').fill('急救');
      await added.getByLabel('名称（繁体）').fill(name);
      await added.getByLabel('名称（英文）').fill(`Art ${name}`);
      await added.getByRole('button', { name: '增加' }).click();
      await page.getByText('已经有叫“急救”的技能').first().waitFor();
      await added.getByLabel('名称（简体）').fill(name);
      await added.getByRole('button', { name: '增加' }).click();
      await page.getByText(`已增加“${name}”`).waitFor();

      const volunteer = await signIn(demoAccounts.volunteer, { javaScript });
      await volunteer.open('/account/details');
      await volunteer.page.getByLabel(name, { exact: true }).waitFor();
      expect(await volunteer.page.getByLabel('医护', { exact: true }).count()).toBe(0);

      await page.locator('summary', { hasText: name }).click();
      const row = page.getByRole('listitem').filter({ hasText: name });
      await row.getByLabel('停用').check();
      await row.getByRole('button', { name: '保存' }).click();
      await page.getByText(`已保存“${name}”`).waitFor();
      await volunteer.open('/account/details');
      await volunteer.page.getByLabel('急救', { exact: true }).waitFor();
      expect(await volunteer.page.getByLabel(name, { exact: true }).count()).toBe(0);
    });
  }

  it('narrows a search for people together with a team', async () => {
    const coordinator = await signIn(demoAccounts.coordinator, { javaScript: false });
    const { page } = coordinator;
    await coordinator.open('/coordinator/people');
    const teams = page.getByLabel('服务队');
    const team = (await teams.locator('option').allTextContents()).find((label) => label !== '不限') ?? '';
    await teams.selectOption(team.trim());
    await page.getByRole('button', { name: '查找' }).click();
    await page.waitForURL(/team=440103/);
    await page.getByRole('listitem').filter({ hasText: 'LW' }).first().waitFor();
  });
});
