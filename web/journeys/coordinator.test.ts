import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { day } from '@kaifong/shared/kernel/time.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { download } from './download.ts';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

let people = 0;

const realNow = Date.now;
/** How much time has passed for the system, which runs in this process. */
let passed = 0;

/** A row that is in order, but for what is said otherwise. */
function row(name: string, community: string, changes: { document?: string; mobile?: string; skills?: string } = {}) {
  people += 1;
  const document = makeSyntheticId({ areaCode: '440106', birthDate: '1957-05-06', sequence: people * 2 });
  const mobile = `17800000${String(people).padStart(3, '0')}`;
  return [name, changes.document ?? document, changes.mobile ?? mobile, community, changes.skills ?? ''].join(',');
}

const fileOf = (heading: string, rows: readonly string[]) => [heading, ...rows, ''].join('\r\n');

/** As a Chinese Excel saves a list: there is an encoder for UTF-8 only, so this asks the decoder what each pair of bytes means. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from([...text].flatMap((sign) => bytesOf.get(sign) ?? [sign.charCodeAt(0)]));
}

async function choose({ page }: Visitor, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** The figure under a name: people entered, known before, rows that came back. */
const figure = ({ page }: Visitor, label: string) =>
  page.getByText(label, { exact: true }).locator('xpath=following-sibling::p[1]').innerText();

/** Waits for the end of a check or an import: the page shows it by itself, without JavaScript when it is asked again. */
async function over({ page }: Visitor, heading: string): Promise<void> {
  const end = page.getByRole('heading', { level: 1, name: heading });
  const figures = page.getByText(/^早已登[记記]$/);
  const again = page.getByRole('link', { name: /^看最新[进進]度$/ });
  while (!((await end.isVisible()) && (await figures.isVisible()))) {
    if (await again.isVisible()) await again.click();
    else await page.waitForTimeout(100);
  }
}

describeJourney('a coordinator', ({ signIn }) => {
  beforeAll(() => {
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'in UTF-8, with' : 'in GB18030, without';
    const name = javaScript ? '简秀英' : '简秀兰';

    it(`imports a list ${how} JavaScript, and approves somebody of it`, async () => {
      const coordinator = await signIn(demoAccounts.coordinator, { javaScript });
      const { page, open, press, sees } = coordinator;
      await open('/coordinator/people');
      await press('导入');
      await sees('导入志愿者名单');
      const template = await download(coordinator, '下载空白模板');
      expect(template.text).toMatch(/^\uFEFF姓名\*,/);
      await page.getByText('100,000 人').waitFor();

      const good = row(name, '恩宁东社区', { skills: '急救' });
      const list = fileOf('姓名,证件号码,手机号码,社区,技能', [
        good,
        row('简文', '恩宁南社区'),
        good,
        row('简武', '恩宁东社区', { document: '440103190001019983' }),
        row('简成', '没有的社区', { mobile: '12345', skills: '飞行' }),
      ]);
      await choose(coordinator, '名单.csv', javaScript ? Buffer.from(list) : gb18030(list));
      await press('上传名单');

      await over(coordinator, '检查结果');
      await page.getByText('名单.csv，共 5 行').waitFor();
      expect(await figure(coordinator, '可以登记')).toBe('2 人');
      await sees('检查结果');
      await press('现在导入这 2 人');
      await over(coordinator, '导入结果');
      expect(await figure(coordinator, '新登记')).toBe('2 人');
      expect(await figure(coordinator, '早已登记')).toBe('1 人');
      expect(await figure(coordinator, '退回')).toBe('2 行');
      const rejected = page.getByRole('main').getByRole('listitem');
      expect((await rejected.allInnerTexts()).map((text) => text.split(/\n+/))).toEqual([
        ['文件第 5 行', '证件号码：身份证号码最后一位对不上，请检查是否打错。'],
        [
          '文件第 6 行',
          '手机号码：请填写 11 位手机号码，例如 13800000001。',
          '社区：这里没有这个社区，请写社区全名，例如“沙面社区”。',
          '技能：选项表里没有“…”，请改成表里的写法，或留空。',
        ],
      ]);

      const badRows = await download(coordinator, '下载退回的行');
      expect(badRows.name).toMatch(/^志愿者名单-退回-\d{4}-\d\d-\d\d\.csv$/);
      const [heading, first, second] = badRows.text.split('\r\n');
      expect(heading).toBe('\uFEFF姓名,证件号码,手机号码,社区,技能,原因');
      expect(first).toMatch(/^简武,440103190001019983,.*原文件第 5 行。证件号码：身份证号码最后一位对不上/);
      expect(second).toMatch(/^简成,.*技能：选项表里没有“飞行”/);

      await press('去审批');
      await sees('审批志愿者申请');
      const application = page.getByRole('article').filter({ hasText: name });
      await application.getByText('名单导入').waitFor();
      await application.getByRole('button', { name: '通过', exact: true }).click();
      await page.getByText(`${name} 已经是志愿者了。`).waitFor();
      expect(await application.count()).toBe(0);
    });
  }

  it('is told what is wrong with a file that is no list', async () => {
    const coordinator = await signIn(demoAccounts.coordinator);
    const { page, press, open } = coordinator;
    const refused = async (words: string) => {
      await press('上传名单');
      await page.getByRole('alert').getByText(words).first().waitFor();
    };
    await open('/coordinator/import');
    await refused('请选择一个文件');
    await choose(coordinator, '名单.xlsx', Buffer.from('PK\u0003\u0004 and more'));
    await refused('这个 Excel 文件打不开');
    await choose(coordinator, '名单.csv', Buffer.from('姓名,手机号码\n简文,17800000999\n'));
    await refused('文件缺少这些列：证件号码');
    await coordinator.sees('导入志愿者名单');
  });

  it('pages through many faults', async () => {
    const coordinator = await signIn(demoAccounts.coordinator, { wide: true });
    const { page, open, press, sees } = coordinator;
    await open('/coordinator/import');
    const rows = Array.from({ length: 30 }, () => row('简文', '恩宁东社区', { mobile: '1' }));
    await choose(coordinator, 'list.csv', Buffer.from(fileOf('姓名,证件号码,手机号码,社区,技能', rows)));
    await press('上传名单');
    await over(coordinator, '检查结果');
    await page.getByText('文件第 2 行').waitFor();
    await page.getByText('文件第 26 行').waitFor();
    await press('看后面的');
    await page.getByText('文件第 31 行').waitFor();
    expect(await page.getByText(/^文件第 \d+ 行$/).count()).toBe(5);
    await sees('检查结果');
    await open('/coordinator/import');
    await page.getByRole('listitem').filter({ hasText: 'list.csv' }).getByText('检查完，等您决定').first().waitFor();
  });

  it('imports in Traditional Chinese, from a list in Traditional Chinese', async () => {
    const coordinator = await signIn(demoAccounts.coordinator, { language: 'zh-HK' });
    const { page, open, press, sees } = coordinator;
    await open('/coordinator/import');
    await sees('匯入志願者名單');
    const list = fileOf('姓名,證件號碼,手機號碼,社區,技能', [
      row('簡婉儀', '恩寧東社區', { skills: '急救' }),
      row('簡婉婷', '恩寧東社區', { document: '440103190001019983' }),
    ]);
    await choose(coordinator, '名單.csv', Buffer.from(list));
    await page.getByLabel('直接匯入').check();
    await press('上傳名單');
    await over(coordinator, '匯入結果');
    await sees('匯入結果');
    await page.getByText('檔案第 3 行').waitFor();
    await page.getByText('證件號碼：身份證號碼最後一位對不上，請檢查是否打錯。').waitFor();
    const { name, text } = await download(coordinator, '下載退回的行');
    expect(name).toContain('志願者名單-退回');
    expect(text).toContain('原檔案第 3 行');
  });

  for (const javaScript of [true, false]) {
    it(`walks the tree down to the teams, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const { page, open, sees } = await signIn(demoAccounts.districtCoordinator, { javaScript, language: 'zh-HK' });
      await open('/coordinator/tree');
      await sees('街道、社區和服務隊');
      await page.getByRole('heading', { level: 2, name: '荔灣區' }).waitFor();
      const branch = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true });
      expect(await page.getByRole('main').getByRole('link', { expanded: false }).count()).toBe(22);

      await branch('逢源街道').click();
      await branch('恩寧東社區').waitFor();
      expect(await branch('逢源街道').getAttribute('aria-expanded')).toBe('true');
      await branch('恩寧東社區').click();
      const teams = page.getByRole('list', { name: '服務隊' }).getByRole('listitem');
      await teams.first().waitFor();
      expect(await teams.first().innerText()).toContain('平安巡邏');
      await sees('街道、社區和服務隊');

      await branch('逢源街道').click();
      await branch('恩寧東社區').waitFor({ state: 'detached' });
    });
  }

  for (const javaScript of [true, false]) {
    it(`sees where people lack, street by street, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const { page, press, sees } = await signIn(demoAccounts.districtCoordinator, { javaScript });
      await sees('苏婉仪，您好');
      await page.getByRole('heading', { name: '等待审批的申请' }).waitFor();
      await page
        .getByText(/^还剩 \d 个工作日$|^今天到期$/)
        .first()
        .waitFor();
      await press(/^\S+街道.*还差 \d+ 人/);
      await sees('还缺人的班次');
      const shift = page.getByRole('main').getByRole('listitem').first();
      await shift.getByText(/^还差 \d+ 人$/).waitFor();
      await page.getByLabel('看哪里的班次').selectOption('逢源街道');
      await press('查看');
      await shift.getByText('恩宁东平安巡逻队').waitFor();
      await press(/^首页$/);
      await sees('苏婉仪，您好');
    });
  }

  it('sees what is overdue once days have passed, on a phone in English too', async () => {
    passed = 12 * day;
    const { page, sees } = await signIn(demoAccounts.districtCoordinator);
    await sees('苏婉仪，您好');
    await page
      .getByText(/^\d+ 份已过期限$/)
      .first()
      .waitFor();
    await page
      .getByText(/^已超 \d+ 个工作日$/)
      .first()
      .waitFor();
    // What is left in these days are the dates of series.
    await page
      .getByRole('link', { name: /^\S+街道.*还差 \d+ 人/ })
      .first()
      .waitFor();
    const overdue = page.locator('section').filter({ hasText: '考勤迟迟没有确认' });
    await overdue
      .getByText(/^\d+ 天了$/)
      .first()
      .waitFor();
    await overdue
      .getByText(/· 1 人$/)
      .first()
      .waitFor();

    const abroad = await signIn(demoAccounts.coordinator, { language: 'en-GB' });
    await abroad.sees('Hello, 何丽华');
    await abroad.page.getByRole('heading', { name: 'Attendance not confirmed' }).waitFor();
    await abroad.open('/coordinator/staffing');
    await abroad.sees('Shifts that need people');
    await abroad.page
      .getByText(/^\d+ more needed$/)
      .first()
      .waitFor();
  });
});
