import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, it, vi } from 'vitest';
import { ask } from './before-a-page.ts';
import { type Typist, typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

const realNow = Date.now;
let passed = 0;

/** Lets time pass for the system, which runs in this process, until it is 13:00 in Liwan so many days from today. */
function comesTheDay(days: number): void {
  passed = Date.parse(instantAt(dayOf(shiftBy(toInstant(realNow()), days * day)), '13:00')) - realNow();
}

/** A page of a PDF, as a phone scans it. */
const scanned = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1'),
});

describeJourney('what counts and what does not, by the keyboard alone', ({ stranger, settled }) => {
  const { arrives } = typistsOf({ stranger });
  let leader: Typist;
  let her: Typist;
  let desk: Typist;
  beforeAll(async () => {
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
    comesTheDay(1);
    leader = await arrives(demoAccounts.teamLeader);
    her = await arrives(demoAccounts.volunteer);
    desk = await arrives(demoAccounts.coordinator, { wide: true });
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  /** A shift of one hour that begins after a while. */
  async function aShift(title: string, wait: number): Promise<string> {
    const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
    const activity = await ask(leader.page, '/activities', { title, kind: 'patrol', teamScope: demoTeam, place });
    const startsAt = shiftBy(toInstant(Date.now()), wait);
    const shift = { startsAt, endsAt: shiftBy(startsAt, hour), places: 4 };
    const { id = '' } = await ask(leader.page, `/activities/${activity.id}/shifts`, shift);
    await ask(leader.page, `/shifts/${id}/publication`, {});
    return id;
  }

  it('two swap their shifts', async () => {
    const [hers, leaders] = [await aShift('她的巡逻', day + 3 * hour), await aShift('队长的巡逻', 2 * day + 3 * hour)];
    await ask(her.page, `/shifts/${hers}/sign-ups`, {});
    await ask(leader.page, `/shifts/${leaders}/sign-ups`, {});
    const { page, keys, goTo, sees } = her;
    await goTo(`/volunteer/shifts/${hers}/handover`);
    await keys.pick(page.getByRole('group', { name: '问谁' }), /^指定一位队友/);
    const who = page.getByLabel('指定的队友');
    const swap = await who.locator('option', { hasText: '换 队长的巡逻' }).innerText();
    await keys.choose(who, swap.trim());
    await keys.follow(page.getByRole('button', { name: '发出' }));
    await sees('换班邀请');
    const path = new URL(page.url()).pathname;
    await leader.goTo(path);
    await leader.keys.follow(leader.page.getByRole('button', { name: '同意换班' }));
    await leader.page.getByRole('button', { name: '同意换班' }).waitFor({ state: 'detached' });
    await settled();
    await goTo('/volunteer/agenda');
    await page.getByText('队长的巡逻').first().waitFor();
  });

  it('a leader notes who did not come, she says otherwise, and a coordinator decides', async () => {
    comesTheDay(2);
    const title = '没等到的巡逻';
    const shiftId = await aShift(title, 20 * minute);
    await ask(her.page, `/shifts/${shiftId}/sign-ups`, {});
    passed += 2 * hour;
    await leader.goTo(`/leader/shifts/${shiftId}`);
    const absent = leader.page.locator('#absent');
    await leader.keys.follow(absent.getByRole('button', { name: '记“没来”' }));
    await absent.getByText('队长记了没来').waitFor();
    await leader.keys.isOn(absent.getByRole('button'));
    await settled();

    const { page, keys, goTo } = her;
    await goTo('/volunteer/no-shows');
    const card = page.locator('section', { has: page.getByRole('heading', { name: title }) }).last();
    await keys.follow(card.locator('summary', { hasText: '不是这样，我要说明…' }));
    await keys.write(card.getByLabel('当时的情况'), '我到了，手机没电');
    await keys.press('Enter');
    const received = page.getByRole('status').filter({ hasText: '收到了，会有人核实并答复您。' });
    await received.waitFor();
    await keys.isOn(received);

    await desk.goTo('/coordinator/no-shows');
    const said = desk.page.getByText('我到了，手机没电', { exact: true });
    const contested = desk.page.locator('section', { has: said }).last();
    await desk.keys.pick(contested.getByRole('group'), /^取消这条记录/);
    await desk.keys.write(contested.getByLabel('理由（本人会看到）'), '队长确认您到了');
    await desk.keys.press('Enter');
    await desk.page.getByText('已答复本人。').waitFor();
    await settled();
    await goTo('/volunteer/no-shows');
    await page.getByText('队长确认您到了').first().waitFor();
  });

  it('hours that were not recorded are asked for, put on public notice, objected to and judged', async () => {
    const { page, keys, goTo, sees } = her;
    await goTo('/volunteer/records/amendments');
    await sees('补录和更正');
    const shift = page.getByLabel('哪个班次');
    const first = (await shift.locator('option').nth(1).innerText()).trim();
    await keys.choose(shift, first);
    const [from = '', until = ''] = /(\d\d:\d\d)–(\d\d:\d\d)/.exec(first)?.slice(1) ?? [];
    await keys.writeMoment(page.getByLabel('服务开始'), from);
    await keys.writeMoment(page.getByLabel('服务结束'), until);
    await keys.pick(page.getByRole('group', { name: '证明材料' }), /^盖章或签名的名单/);
    await keys.upload(page.getByLabel('上传材料'), scanned('签到表.pdf'));
    await keys.write(page.getByLabel('情况说明'), '太短');
    await keys.follow(page.getByRole('button', { name: '提交申请' }));
    await keys.isOn(page.getByRole('alert'));
    await keys.write(page.getByLabel('情况说明'), '签退时手机没电，名单上有我的签名');
    await keys.follow(page.getByRole('button', { name: '提交申请' }));
    await page.getByText('申请已提交，等协调员审批。').waitFor();
    await keys.follow(page.getByRole('link', { name: '查看正在公示的申请' }));
    await sees(/公示/);

    await desk.goTo('/coordinator/amendments');
    const said = '签退时手机没电，名单上有我的签名';
    const card = desk.page.locator('section, article').filter({ hasText: said }).last();
    await desk.keys.pick(card.getByRole('group', { name: '您的决定' }), /^通过，开始公示/);
    await desk.keys.write(card.getByLabel('理由'), '和签到表对得上');
    await desk.keys.press('Enter');
    await desk.page.getByText('已处理，公示会继续到期满。').waitFor();
    await settled();

    await leader.goTo('/hours/notices');
    const hers = leader.page.locator('section, article').filter({ hasText: '由本人申请' }).last();
    await leader.keys.follow(hers.locator('summary', { hasText: '提出异议' }));
    await leader.keys.write(hers.getByLabel('您知道的情况'), '那天我也在，没有看到这位志愿者');
    await leader.keys.follow(hers.getByRole('button', { name: '提交异议' }));
    await leader.page.getByText('异议已提交，协调员会核实。').waitFor();
    await settled();

    // Who let it through does not judge what is said against that.
    const other = await arrives(demoAccounts.districtCoordinator, { wide: true });
    await other.goTo('/coordinator/amendments');
    const objected = other.page.locator('section, article').filter({ hasText: '那天我也在' }).last();
    await other.keys.pick(objected.getByRole('group', { name: '异议成立吗？' }), /^不成立，继续公示/);
    await other.keys.write(objected.getByLabel('理由'), '签到表上有她的签名');
    await other.keys.press('Enter');
    await other.page.getByText('已处理，公示会继续到期满。').waitFor();
  });

  it('a certificate is handed in with a file, and checked by a coordinator', async () => {
    const { page, keys, goTo } = her;
    await goTo('/account/certificates');
    const form = page.locator('form#certificate');
    await keys.choose(form.getByLabel('是什么证书'), '红十字救护员证');
    await keys.writeMoment(form.getByLabel('签发日期'), '2026-03-01');
    await keys.upload(form.getByLabel('证书的照片或 PDF'), scanned('救护员证.pdf'));
    await page.getByText('文件已经传好').waitFor();
    await keys.follow(form.getByRole('button', { name: '交上去核实' }));
    await page.getByText('已经收到，等协调员核实').waitFor();

    await desk.goTo('/coordinator');
    await desk.keys.follow(desk.page.getByRole('link', { name: /核实证书/ }));
    await desk.sees('核实证书');
    await desk.keys.skipToContent();
    const waiting = desk.page.getByRole('article').filter({ hasText: '红十字救护员证' });
    await desk.keys.download(waiting.getByRole('link', { name: '下载文件' }));
    await desk.keys.follow(waiting.getByRole('button', { name: '核实无误' }));
    await desk.page.getByText('的证书已经生效').waitFor();
  });
});
