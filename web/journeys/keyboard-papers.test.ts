import { aPng } from '@kaifong/functions/test/a-certificate.ts';
import { demoAccounts, demoCommunity } from '@kaifong/shared/demo/accounts.ts';
import { beforeAll, expect, it } from 'vitest';
import { type Typist, typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

describeJourney('points and papers, by the keyboard alone', ({ stranger }) => {
  const { arrives } = typistsOf({ stranger });
  let volunteer: Typist;
  let district: Typist;
  beforeAll(async () => {
    volunteer = await arrives(demoAccounts.volunteer);
    district = await arrives(demoAccounts.districtCoordinator, { wide: true });
  });

  it('she saves a month of her points as a file, and picks a fund', async () => {
    const { page, keys, goTo, sees } = volunteer;
    await goTo('/volunteer/points');
    await keys.follow(page.getByRole('link', { name: '积分月结单' }));
    await sees('积分月结单');
    await keys.skipToContent();
    const statement = await keys.download(page.getByRole('button', { name: '下载表格（CSV）' }));
    expect(statement.suggestedFilename()).toMatch(/\.csv$/);

    await goTo('/volunteer/points/fund');
    const community = page.getByLabel('社区', { exact: true });
    await keys.choose(community, (await community.locator('option').nth(2).innerText()).trim());
    await keys.follow(page.getByRole('button', { name: '就选这个' }));
    const picked = page.getByRole('status').filter({ hasText: '好的，以后超出上限的积分归' });
    await picked.waitFor();
    await keys.isOn(picked);
  });

  it('one coordinator asks for an adjustment of points, and another decides', async () => {
    const { number = '' } = await (await volunteer.page.request.get('/api/volunteers/me')).json();
    const asker = await arrives(demoAccounts.coordinator, { wide: true });
    const desk = `/coordinator/points-adjustments?place=${demoCommunity}`;
    const why = '沙面夜巡当晚停机，时长没有记上（三）';
    await asker.goTo(desk);
    await asker.keys.follow(asker.page.locator('summary', { hasText: '提出调整' }));
    const form = asker.page.locator('form#ask');
    await asker.keys.write(form.getByLabel('志愿者编号'), number);
    await asker.keys.write(form.getByLabel('多少分'), '7');
    await asker.keys.write(form.getByLabel('原因'), why);
    await asker.keys.follow(form.getByRole('button', { name: '交另一位协调员决定' }));
    await asker.keys.isOn(asker.page.locator('div[tabindex="-1"]', { hasText: '已经提出' }));

    await district.goTo(desk);
    const card = district.page.getByRole('listitem').filter({ hasText: why });
    await district.keys.follow(card.getByRole('button', { name: '批准并入账' }));
    await district.keys.isOn(district.page.locator('div[tabindex="-1"]', { hasText: '已经批准' }));
  });

  it('she asks for the seal on her certificate, and the district gives it', async () => {
    const { page, keys, goTo } = volunteer;
    await goTo('/volunteer/records/certificates');
    await keys.follow(page.getByRole('button', { name: '免费开具' }));
    await page.getByText('证明已开具').waitFor();
    const number = new URL(page.url()).searchParams.get('done') ?? '';
    const own = page.getByRole('article').filter({ hasText: number });
    await keys.follow(own.getByRole('button', { name: '申请盖章' }));
    await own.getByText('已申请盖章').waitFor();

    await district.goTo('/coordinator/service-certificates');
    const seal = { name: 'seal.png', mimeType: 'image/png', buffer: aPng() };
    await district.keys.upload(district.page.locator('input[name=file]'), seal);
    await district.keys.follow(district.page.getByRole('button', { name: '上传印章' }));
    await district.page.getByText('印章已保存。').waitFor();
    const request = district.page.locator(`form[id="seal-${number}"]`);
    await district.keys.follow(request.getByRole('button', { name: '盖章' }));
    await district.page.getByText('已盖章，本人会收到通知。').waitFor();
  });

  it('certificates of a whole community are issued at once', async () => {
    const { page, keys, goTo } = district;
    await goTo(`/coordinator/service-certificates/batches?place=${demoCommunity}`);
    await keys.follow(page.getByRole('button', { name: '开始开证明' }));
    await page.waitForURL('**/batches/scb_*');
    await keys.skipToContent();
    await page.getByRole('main').getByText('本人都收到了通知').waitFor();
    await keys.follow(page.getByRole('link', { name: '给全社区的人开证明' }));
    await page.waitForURL((address) => address.pathname.endsWith('/batches'));
  });

  it('records are taken along in the fields of the standard, and sent to the province', async () => {
    const { page, keys, goTo } = district;
    await goTo('/coordinator/exchange');
    const file = await keys.download(page.getByRole('button', { name: '下载' }));
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    await goTo('/coordinator/exchange');
    await keys.follow(page.locator('form#push').getByRole('button', { name: '开始报送' }));
    await page.waitForURL((address) => /\/exchange\/[a-z]+_/.test(address.pathname));
    await page.getByRole('heading', { level: 1, name: '志愿服务记录' }).waitFor();
  });

  it('the audit is searched by day, and taken along as a signed file', async () => {
    const { page, keys, goTo } = await arrives(demoAccounts.auditAdministrator, { wide: true });
    const save = { name: '下载签名文件' };
    await goTo('/audit');
    const file = await keys.download(page.getByRole('link', save).or(page.getByRole('button', save)));
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    await goTo('/audit');
    await keys.writeMoment(page.locator('input[name=day]'), '2001-01-01');
    await keys.press('Enter');
    await page.getByText('没有记录').waitFor();
  });
});
