import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

const aPdf = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj',
  `% ${'x'.repeat(700_000)}`,
  'trailer<</Root 1 0 R>>',
  '%%EOF',
].join('\n');

const file = (name: string, content: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(content, 'latin1'),
});

describeJourney('certificates', ({ signIn, settled }) => {
  for (const javaScript of [true, false]) {
    it(`are handed in, checked by a second person and told of, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const kind = javaScript ? '红十字救护员证' : '机动车驾驶证';
      const volunteer = await signIn(demoAccounts.volunteer, { javaScript });
      const { page } = volunteer;
      await volunteer.open('/account');
      await volunteer.press('我的证书');
      await volunteer.sees('我的证书');

      const form = page.locator('form#certificate');
      await form.getByLabel('是什么证书').selectOption(kind);
      await form.getByLabel('签发日期').fill('2026-03-01');
      await form.getByLabel('证书的照片或 PDF').setInputFiles(file('证书.pdf', 'MZ this is a program'));
      await form.getByRole('button', { name: '交上去核实' }).click();
      await page.getByText('只改名字不行').first().waitFor();
      await form.getByLabel('证书的照片或 PDF').setInputFiles(file('../救护员 证.EXE', aPdf));
      if (javaScript) await page.getByText('文件已经传好').waitFor();
      else await form.getByLabel('是什么证书').selectOption(kind);
      await form.getByRole('button', { name: '交上去核实' }).click();
      await page.getByText('已经收到，等协调员核实').waitFor();
      const card = page.getByRole('listitem').filter({ hasText: kind });
      await card.getByText('等待核实').waitFor();

      const coordinator = await signIn(demoAccounts.coordinator, { javaScript });
      await coordinator.open('/coordinator');
      await coordinator.press(/^核实证书/);
      await coordinator.sees('核实证书');
      const waiting = coordinator.page.getByRole('article').filter({ hasText: kind });
      const [download] = await Promise.all([
        coordinator.page.waitForEvent('download'),
        waiting.getByRole('link', { name: '下载文件' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('救护员 证.pdf');
      await waiting.getByRole('button', { name: '核实无误' }).click();
      await coordinator.page.getByText('的证书已经生效').waitFor();

      await settled();
      await volunteer.open('/account/certificates');
      await card.getByText('有效', { exact: true }).waitFor();
      await volunteer.open('/account/notifications');
      await page.getByText(`“${kind}”已经核实`).waitFor();
    });
  }

  it('are also earned by a training, which a leader records for members', async () => {
    const leader = await signIn(demoAccounts.teamLeader);
    const { page } = leader;
    await leader.open('/leader/team');
    await leader.press('培训登记');
    await leader.sees('培训登记');
    const form = page.locator('form#training');
    await form.getByLabel('什么培训').selectOption('骑行巡逻培训');
    await form.getByLabel('培训日期').fill('2026-11-20');
    await form.getByLabel('几个小时').fill('3');
    await form.getByLabel('谁来讲').fill('区红十字会');
    await form.getByRole('button', { name: '登记' }).click();
    await page.getByText('至少要选 1 项').first().waitFor();
    const members = form.locator('input[name=present]');
    expect(await form.getByLabel('梁国强').count()).toBe(0);
    await members.first().check();
    await form.getByRole('button', { name: '登记' }).click();
    await page.getByText('已登记 1 人').waitFor();
    await page.getByText('区红十字会').first().waitFor();
  });
});
