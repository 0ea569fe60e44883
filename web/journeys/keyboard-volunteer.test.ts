import { demoAccounts, demoCommunity, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { beforeAll, expect, it } from 'vitest';
import { ask } from './before-a-page.ts';
import { type Typist, typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const inDays = (days: number) => dayOf(shiftBy(toInstant(Date.now()), days * day));

describeJourney('a volunteer, by the keyboard alone', ({ signIn, stranger, settled }) => {
  const { arrives, comes } = typistsOf({ stranger });
  let leader: Visitor;
  let her: Typist;
  beforeAll(async () => {
    leader = await signIn(demoAccounts.teamLeader);
    her = await arrives(demoAccounts.volunteer);
  });

  /** A shift of an hour on a day of its own, when the demo has nothing else. */
  async function aShift(title: string, days: number, places = 4): Promise<string> {
    const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
    const activity = await ask(leader.page, '/activities', { title, kind: 'patrol', teamScope: demoTeam, place });
    const startsAt = instantAt(inDays(days), '09:00');
    const shift = { startsAt, endsAt: shiftBy(startsAt, hour), places };
    const { id = '' } = await ask(leader.page, `/activities/${activity.id}/shifts`, shift);
    await ask(leader.page, `/shifts/${id}/publication`, {});
    return id;
  }

  it('waits for a place, takes the one that she is offered, and gives it back', async () => {
    const { page, keys, goTo, sees } = her;
    const title = '长者探访，先候补';
    const shiftId = await aShift(title, 20, 1);
    await ask(leader.page, `/shifts/${shiftId}/sign-ups`, {});
    await goTo(`/volunteer/shifts/${shiftId}`);
    await keys.follow(page.getByRole('button', { name: '加入候补' }));
    await page.getByText('已加入候补').waitFor();
    await ask(leader.page, `/shifts/${shiftId}/sign-ups/me`, {}, 'DELETE');
    await settled();
    await goTo('/volunteer');
    await keys.follow(page.getByRole('button', { name: '我要参加' }));
    await sees(title);
    await page.getByText('报名成功').waitFor();
    await keys.skipToContent();
    const cancel = page.getByRole('button', { name: '来不了？取消报名' });
    await keys.follow(cancel);
    await page.getByRole('dialog').waitFor();
    await keys.press('Escape');
    await keys.isOn(cancel);
    await keys.press('Enter');
    await keys.follow(page.getByRole('dialog').getByRole('button', { name: '确定取消报名' }));
    await page.getByText('已取消报名').waitFor();
    await keys.isOn(page.getByRole('status').filter({ hasText: '已取消报名' }));
  });

  it('asks for somebody in her place, and another takes it', async () => {
    const { page, keys, goTo, sees } = her;
    const title = '请人替的巡逻';
    const shiftId = await aShift(title, 21);
    await ask(page, `/shifts/${shiftId}/sign-ups`, {});
    await goTo(`/volunteer/shifts/${shiftId}`);
    await keys.follow(page.getByRole('link', { name: '找人替班、换班' }));
    await sees('找人替班');
    await keys.skipToContent();
    await keys.pick(page.getByRole('group', { name: '问谁' }), /^问所有志愿者/);
    await keys.write(page.getByLabel('想说的话'), '要带妈妈看医生');
    await keys.press('Enter');
    await sees('替班邀请');
    const link = await page.getByLabel('链接', { exact: true }).inputValue();

    const taker = await arrives(demoAccounts.severalRoles);
    await taker.goTo(new URL(link).pathname);
    await taker.keys.follow(taker.page.getByRole('button', { name: '接下这个班' }));
    await taker.page.getByText('接下了，谢谢您！').waitFor();
    await taker.keys.isOn(taker.page.getByRole('status').filter({ hasText: '接下了，谢谢您！' }));
    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: '替班记录' }));
    await sees('我找人替过的班');
    await page.getByRole('listitem').filter({ hasText: title }).getByText('接了').waitFor();
  });

  it('redeems points, gives some away, and looks where she stands among others', async () => {
    const { page, keys, goTo, sees } = her;
    const { number = '' } = await (await leader.page.request.get('/api/volunteers/me')).json();
    await goTo('/volunteer/points');
    await keys.follow(page.getByRole('link', { name: '送积分' }));
    await sees('送积分');
    await keys.skipToContent();
    const look = page.locator('form#look');
    await keys.write(look.getByLabel('对方的志愿者编号'), number);
    await keys.write(look.getByLabel('送多少分'), '5');
    await keys.press('Enter');
    await page.getByRole('heading', { name: `（${number}）？` }).waitFor();
    await keys.follow(page.getByRole('button', { name: '确认送出' }));
    await page.getByText('已经送出').waitFor();
    const fund = page.locator('form#fund');
    await keys.write(fund.getByLabel('送多少分'), '3');
    await keys.press('Enter');
    await page.getByText('已经送出').waitFor();

    await goTo('/volunteer/points');
    await keys.follow(page.getByRole('link', { name: '积分兑换' }));
    await sees('积分兑换');
    await keys.skipToContent();
    const reward = page
      .getByRole('listitem')
      .filter({ has: page.locator('summary') })
      .first();
    await keys.follow(reward.locator('summary'));
    await keys.follow(reward.getByRole('button', { name: '确认兑换' }));
    await sees('我的兑换券');
    await page.getByText('兑换成功').waitFor();

    await goTo('/volunteer/records');
    await keys.follow(page.getByRole('link', { name: '服务排行榜' }));
    await sees('服务排行榜');
    await keys.skipToContent();
    const always = page.getByRole('link', { name: '一直以来' });
    await keys.follow(always);
    await page.locator('a[aria-current=true]', { hasText: '一直以来' }).waitFor();
    await keys.isOn(always);
    await keys.follow(page.getByRole('link', { name: '改公开设置' }));
    await sees('我的个人信息');
  });

  it('has her hours certified, and a stranger checks the certificate', async () => {
    const { page, keys, goTo, sees } = her;
    await goTo('/volunteer/records');
    await keys.follow(page.getByRole('link', { name: '志愿服务记录证明' }));
    await sees('志愿服务记录证明');
    await keys.skipToContent();
    await keys.follow(page.getByRole('button', { name: '免费开具' }));
    await page.getByText('证明已开具').waitFor();
    await keys.isOn(page.getByRole('status').filter({ hasText: '证明已开具' }));
    const number = new URL(page.url()).searchParams.get('done') ?? '';
    const file = await keys.download(page.getByRole('link', { name: new RegExp(`简体 ${number}`) }));
    expect(file.suggestedFilename()).toBe(`志愿服务记录证明 ${number}.pdf`);

    const other = await comes();
    await other.goTo('/hours/certificates');
    const asked = other.page.getByLabel('证明编号');
    await other.keys.write(asked, 'LW2026-7K3');
    await other.keys.press('Enter');
    await other.page.getByText('编号不对').waitFor();
    // The focus is where the number is to be put right.
    await other.keys.isOn(asked);
    await other.keys.write(asked, number);
    await other.keys.press('Enter');
    await other.page.getByText('有效', { exact: true }).waitFor();
  });

  it('chooses how she is told, and takes the address of her calendar along', async () => {
    const { page, keys, goTo, sees } = her;
    await goTo('/account/notices');
    await keys.write(page.getByLabel('邮箱地址'), 'nobody@liwan');
    await keys.press('Enter');
    await keys.isOn(page.getByRole('alert'));
    await keys.write(page.getByLabel('邮箱地址'), 'jiamin@liwan.example');
    await keys.press('Enter');
    const saved = page.getByRole('status').filter({ hasText: '已保存，从下一条通知起照这样发。' });
    await saved.waitFor();
    await keys.isOn(saved);
    await keys.follow(page.getByRole('link', { name: '看看发出去的消息' }));
    await sees('发到手机的消息');

    await goTo('/volunteer/agenda');
    await keys.follow(page.getByRole('link', { name: '放进我的日历' }));
    await sees('日历订阅');
    await keys.skipToContent();
    await keys.follow(page.getByRole('button', { name: '生成订阅地址' }));
    const field = page.getByLabel('订阅地址');
    await field.waitFor();
    await keys.tabTo(field);
    const address = await field.inputValue();
    const another = page.locator('summary', { hasText: '换一个新地址' });
    await keys.follow(another);
    await keys.follow(page.getByRole('button', { name: '换一个新地址' }));
    await expect.poll(() => field.inputValue()).not.toBe(address);
  });

  it('joins a team by its poster and leaves it', async () => {
    const { page, keys, goTo, sees } = her;
    const coordinator = await signIn(demoAccounts.coordinator);
    const made = await ask(coordinator.page, '/teams', {
      place: demoCommunity,
      kind: 'patrol',
      name: '木棉巡逻队',
      nameHant: '木棉巡邏隊',
    });
    const code = await coordinator.page.request.get(`/api/teams/${(made.scope ?? '').replaceAll('/', '-')}/code`);
    await goTo((await code.json()).path);
    await sees('木棉巡逻队');
    await keys.follow(page.getByRole('button', { name: '申请加入' }));
    await sees('我的服务队');
    await page.getByText('申请已经送出').waitFor();
    await keys.skipToContent();
    const team = page.getByRole('article').filter({ hasText: '木棉巡逻队' });
    await keys.follow(team.locator('summary, button').first());
    await keys.follow(team.getByRole('button', { name: '确定撤回' }));
    await team.waitFor({ state: 'detached' });
  });

  it('asks to have her name put right, agrees and withdraws, and keeps her account after all', async () => {
    const { page, keys, goTo, sees } = her;
    await goTo('/account');
    await keys.follow(page.getByRole('link', { name: '我的个人信息' }));
    await sees('我的个人信息');
    await keys.skipToContent();
    const copy = await keys.download(page.getByRole('link', { name: '下载我的资料' }));
    expect(copy.suggestedFilename()).toMatch(/\.json$/);
    await keys.choose(page.getByLabel('哪里不对'), '姓名');
    await keys.write(page.getByLabel('应该是什么'), '名字里的“敏”应为“慜”');
    await keys.follow(page.getByRole('button', { name: '提交更正申请' }));
    await page.getByText(/收到了。2\d{3}-\d\d-\d\d 前会有答复/).waitFor();

    // In the demo she has agreed to be named in rankings, the last of her consents.
    await keys.follow(page.getByRole('button', { name: '撤回…' }).last());
    await keys.follow(page.getByRole('dialog').getByRole('button', { name: '撤回同意' }));
    await page.getByText('已经撤回。').waitFor();
    await keys.follow(page.getByRole('button', { name: '表示同意' }));
    await page.getByText('已经记下您的同意。').waitFor();

    await keys.follow(page.getByRole('button', { name: '申请注销…' }));
    await keys.follow(page.getByRole('dialog').getByRole('button', { name: '申请注销', exact: true }));
    await page
      .getByText(/账户将在 2\d{3}-\d\d-\d\d 注销/)
      .first()
      .waitFor();
    await keys.follow(page.getByRole('button', { name: '撤回注销，保留账户' }));
    await page.getByText('已经撤回，账户保留。').waitFor();
  });
});
