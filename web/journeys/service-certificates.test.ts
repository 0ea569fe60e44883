import { readFileSync } from 'node:fs';
import { aPng } from '@kaifong/functions/test/a-certificate.ts';
import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('a certificate of service', ({ signIn, stranger }) => {
  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with' : 'without';

    it(`is issued, downloaded, checked by a stranger, and issued anew, ${how} JavaScript`, async () => {
      const { page, open, press, sees } = await signIn(demoAccounts.volunteer, { javaScript });
      await open('/volunteer/records');
      await press('志愿服务记录证明');
      await sees('志愿服务记录证明');
      await press('免费开具');
      await page.getByText('证明已开具').waitFor();
      const number = new URL(page.url()).searchParams.get('done') ?? '';
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: new RegExp(`简体 ${number}`) }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`志愿服务记录证明 ${number}.pdf`);
      expect(
        readFileSync(await download.path())
          .subarray(0, 8)
          .toString(),
      ).toBe('%PDF-1.7');

      const other = await stranger({ javaScript });
      await other.open('/hours/certificates');
      await other.page.getByLabel('证明编号').fill(number.toLowerCase().replaceAll('-', ' '));
      await other.press('核对');
      await other.page.getByText('陈*敏').waitFor();
      await other.page.getByText('有效', { exact: true }).waitFor();
      expect(await other.page.locator('main').textContent()).not.toContain('陈嘉敏');

      const coordinator = await signIn(demoAccounts.districtCoordinator, { javaScript });
      const { volunteerId } = (await (await page.request.get('/api/session')).json()).account;
      await coordinator.open(`/coordinator/service-certificates?of=${volunteerId}`);
      await coordinator.page.locator('summary, button').filter({ hasText: '换发' }).first().click();
      const form = coordinator.page.locator(`form[id="replace-${number}"]`);
      await form.locator('input[name=reason]').fill('记录更正以后重新出具');
      await form.getByRole('button', { name: '换发' }).click();
      await coordinator.page.getByText('证明已换发').waitFor();

      await other.page.reload();
      await other.page.getByText('这份证明不能再用').waitFor();
    });

    it(`is issued for everybody of a community at once, ${how} JavaScript`, async () => {
      const { page, open, press, sees } = await signIn(demoAccounts.coordinator, { javaScript });
      await open('/coordinator');
      await press('给全社区的人开证明');
      await sees('给全社区的人开证明');
      await page.locator('select[name=place], input[role=combobox]').first().waitFor();
      const until = await page.locator('input[name=until]').inputValue();
      await page.locator('input[name=until]').fill('2025-12-31');
      await press('开始开证明');
      await page.getByText('开始日期要在结束日期之前，请改一下。').first().waitFor();
      await page.locator('input[name=until]').fill(until);
      await press('开始开证明');
      await page.waitForURL('**/batches/scb_*');
      const isDone = page.getByRole('main').getByText('本人都收到了通知');
      while (!javaScript && !(await isDone.isVisible())) await page.reload();
      await isDone.waitFor();
      await page
        .getByText(/LW2026-/)
        .first()
        .waitFor();
    });

    it(`is sealed when its person asks and the district agrees, ${how} JavaScript`, async () => {
      const { page, open, press } = await signIn(demoAccounts.volunteer, { javaScript });
      await open('/volunteer/records/certificates');
      await press('免费开具');
      await page.getByText('证明已开具').waitFor();
      const number = new URL(page.url()).searchParams.get('done') ?? '';
      const own = page.getByRole('article').filter({ hasText: number });
      await own.getByRole('button', { name: '申请盖章' }).click();
      await own.getByText('已申请盖章').waitFor();

      const issuer = await signIn(demoAccounts.districtCoordinator, { javaScript, wide: true });
      await issuer.open('/coordinator/service-certificates');
      await issuer.page
        .locator('input[name=file]')
        .setInputFiles({ name: 'seal.png', mimeType: 'image/png', buffer: aPng() });
      await issuer.press('上传印章');
      await issuer.page.getByText('印章已保存。').waitFor();
      await issuer.page.locator(`form[id="seal-${number}"]`).getByRole('button', { name: '盖章' }).click();
      await issuer.page.getByText('已盖章，本人会收到通知。').waitFor();

      await page.reload();
      await own.getByText('已盖章').waitFor();
    });
  }
});
