import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

/** A list of the day, as a page of a PDF. */
const list = {
  name: '签到表.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1'),
};

describeJourney('hours that were recorded wrongly', ({ signIn }) => {
  it('are asked for without JavaScript, approved by a coordinator, and stand on public notice', async () => {
    const { page, open, press } = await signIn(demoAccounts.volunteer, { javaScript: false });
    await open('/volunteer/records');
    await page.locator('a[href="/volunteer/records/amendments"]').click();
    const shift = page.getByLabel('哪个班次');
    await shift.selectOption({ index: 1 });
    const [from, until] =
      /(\d\d:\d\d)–(\d\d:\d\d)/.exec(await shift.locator('option:checked').innerText())?.slice(1) ?? [];
    await page.getByLabel('服务开始').fill(from ?? '');
    await page.getByLabel('服务结束').fill(until ?? '');
    await page.getByLabel('盖章或签名的名单').check();
    await page.getByLabel('上传材料').setInputFiles(list);
    await page.getByLabel('情况说明').fill('太短');
    await press('提交申请');
    expect(await page.getByLabel('情况说明').inputValue()).toBe('太短');
    await page.getByLabel('上传材料').setInputFiles(list);
    await page.getByLabel('情况说明').fill('签退时手机没电，名单上有我的签名');
    await press('提交申请');
    await page.getByText('申请已提交，等协调员审批。').waitFor();
    await page.getByText('等待审批').first().waitFor();

    const desk = await signIn(demoAccounts.coordinator);
    await desk.open('/coordinator/amendments');
    await desk.page.getByText('签退时手机没电，名单上有我的签名').waitFor();
    const card = desk.page.locator('section, article').filter({ hasText: '签退时手机没电，名单上有我的签名' }).last();
    await card.getByLabel('通过，开始公示').check();
    await card.getByLabel('理由').fill('和签到表对得上');
    await card.getByRole('button', { name: '提交决定' }).click();
    await desk.page.getByText('已处理，公示会继续到期满。').waitFor();

    await open('/hours/notices');
    await page.getByText('公示中').first().waitFor();
  });
});
