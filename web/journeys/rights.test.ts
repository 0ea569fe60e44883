import { readFile } from 'node:fs/promises';
import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('rights of the person', ({ signIn, settled }) => {
  it('a volunteer sees what is kept, takes a copy of it, and asks to have her name put right', async () => {
    const { page, open, press, sees } = await signIn(demoAccounts.volunteer);
    await open('/account');
    await press('我的个人信息');
    await sees('我的个人信息');
    await page.getByText('证件类型和号码、出生日期').waitFor();

    const [download] = await Promise.all([page.waitForEvent('download'), press('下载我的资料')]);
    const copy = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(copy).toMatchObject({
      format: 'kaifong-copy-1',
      account: { mobile: demoAccounts.volunteer.mobile },
      volunteer: { name: demoAccounts.volunteer.name, document: { number: expect.stringMatching(/^\d{17}[\dX]$/) } },
    });
    expect(Object.keys(copy)).toEqual(
      expect.arrayContaining(['memberships', 'consentChanges', 'signUps', 'serviceRecords', 'points', 'notices']),
    );

    await press('提交更正申请');
    await page.getByText('请从列出的选项里选').first().waitFor();
    await page.getByLabel('哪里不对').selectOption('姓名');
    await page.getByLabel('应该是什么').fill('名字里的“敏”应为“慜”');
    await press('提交更正申请');
    await page.getByText(/收到了。2\d{3}-\d\d-\d\d 前会有答复/).waitFor();
    await settled();

    const coordinator = await signIn(demoAccounts.coordinator, { wide: true });
    await coordinator.open('/coordinator/people');
    await coordinator.press('更正申请');
    await coordinator.sees('更正申请');
    await coordinator.page.getByText('名字里的“敏”应为“慜”').waitFor();
    await coordinator.page.getByLabel('已经更正').check();
    await coordinator.page.getByLabel('答复（本人会看到）').fill('请带身份证来社区核对');
    await coordinator.press('答复');
    await coordinator.page.getByText('已经答复，本人会收到通知。').waitFor();

    await open('/account/rights');
    await page.getByText('请带身份证来社区核对').waitFor();
    await page.getByRole('heading', { name: '谁看过、改过我的资料' }).waitFor();
    await page.getByText('答复更正申请', { exact: true }).waitFor();
    await page
      .getByText(/协调员，逢源/)
      .first()
      .waitFor();
    expect(await page.getByText(demoAccounts.coordinator.name).count()).toBe(0);
  });

  for (const javaScript of [true, false]) {
    it(`consents are given and withdrawn, and closing is taken back, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const account = javaScript ? demoAccounts.teamLeader : demoAccounts.severalRoles;
      const { page, open, press, sees } = await signIn(account, { javaScript });
      /** A dialog, or without JavaScript what opens in its place. */
      const unfold = (words: string) => page.getByText(words, { exact: true }).last().click();
      await open('/account/rights');
      await sees('我的个人信息');

      const agree = async () => {
        await press('表示同意');
        await page.getByText('已经记下您的同意。').waitFor();
      };
      // In the demo the leader has agreed to be named in rankings, and who has several roles has not been asked.
      if (!javaScript) await agree();
      await unfold('撤回…');
      await page.getByText('撤回后，排行榜不再写您的名字，其他都不变。').last().waitFor();
      await page.getByRole('button', { name: '撤回同意' }).last().click();
      await page.getByText('已经撤回。').waitFor();
      if (javaScript) await agree();

      await unfold('申请注销…');
      await page.getByText('依法保留：').last().waitFor();
      await page.getByRole('button', { name: '申请注销', exact: true }).click();
      await page
        .getByText(/账户将在 2\d{3}-\d\d-\d\d 注销/)
        .first()
        .waitFor();
      await press('撤回注销，保留账户');
      await page.getByText('已经撤回，账户保留。').waitFor();
      await sees('我的个人信息');
    });
  }
});
