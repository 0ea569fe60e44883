import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { addDays } from '@kaifong/shared/scheduling/series/series-rule.ts';
import { weekOf } from '@kaifong/shared/scheduling/weeks.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { anOpenShift } from './an-open-shift.ts';
import { ask } from './before-a-page.ts';
import { type Typist, typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

const realNow = Date.now;
let passed = 0;

/** Lets time pass for the system, which runs in this process, until it is this clock in Liwan tomorrow. */
function comesTomorrow(clock: string): void {
  passed = Date.parse(instantAt(dayOf(shiftBy(toInstant(realNow()), day)), clock)) - realNow();
}

const inDays = (days: number) => dayOf(shiftBy(toInstant(Date.now()), days * day));

describeJourney('a team leader, by the keyboard alone', ({ stranger, signIn, settled }) => {
  const { arrives } = typistsOf({ stranger });
  let leader: Typist;
  let volunteer: Typist;
  beforeAll(async () => {
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
    comesTomorrow('09:00');
    leader = await arrives(demoAccounts.teamLeader, { wide: true });
    volunteer = await arrives(demoAccounts.volunteer);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  it('makes a series, which somebody joins for good, leaves a date out and changes what follows', async () => {
    const { page, keys, goTo, sees } = leader;
    await goTo('/leader/series');
    await keys.follow(page.getByRole('link', { name: '新的固定班次' }));
    await sees('新的固定班次');
    await keys.skipToContent();
    const activity = page.getByLabel('哪个活动');
    await keys.choose(activity, (await activity.locator('option').nth(1).innerText()).trim());
    const weekdays = page.getByRole('group', { name: '星期几' }).getByRole('checkbox');
    for (const box of await weekdays.all()) await keys.tick(box);
    await keys.writeMoment(page.getByLabel('几点开始'), '05:10');
    await keys.writeMoment(page.getByLabel('几点结束'), '05:50');
    await keys.writeMoment(page.getByLabel('从哪一天起'), inDays(1));
    await keys.pick(page.getByRole('group', { name: '遇到法定节假日' }), '节假日照常');
    const preview = page.getByRole('button', { name: '看看会有哪些日期' });
    await keys.follow(preview);
    await keys.isOn(page.getByRole('alert'));
    await keys.write(page.getByLabel('要几个人'), '3');
    await keys.follow(preview);
    // What comes of it stands above the form, and the focus goes there.
    await keys.isOn(page.locator('div[tabindex="-1"]', { hasText: '就这样排' }));
    await keys.follow(page.getByRole('button', { name: '就这样排' }));
    await page.getByText('固定班次定好了').waitFor();
    await settled();
    const series = new URL(page.url()).pathname;

    await volunteer.goTo(series.replace('/leader/series/', '/volunteer/regular/'));
    await volunteer.keys.follow(volunteer.page.getByRole('button', { name: '申请成为固定成员' }));
    await volunteer.sees('我的固定班次');
    await settled();
    await goTo(series);
    const regular = page.getByRole('listitem').filter({ hasText: demoAccounts.volunteer.name });
    await keys.follow(regular.getByRole('button', { name: '同意', exact: true }));
    await regular.getByRole('button', { name: '同意', exact: true }).waitFor({ state: 'detached' });
    await settled();

    await volunteer.goTo('/volunteer/regular');
    const { keys: hers } = volunteer;
    await hers.follow(volunteer.page.locator('summary', { hasText: '记下请假的日子' }));
    const leave = volunteer.page.locator('form[id^=add-leave-]');
    await hers.writeMoment(leave.locator('input[name=from]'), inDays(1));
    await hers.writeMoment(leave.locator('input[name=to]'), addDays(inDays(1), 2));
    await hers.follow(volunteer.page.getByRole('button', { name: '请假', exact: true }));
    await volunteer.page.getByText('请假记下了').waitFor();
    await hers.isOn(volunteer.page.getByRole('status').filter({ hasText: '请假记下了' }));

    await goTo(series);
    await keys.follow(page.getByRole('link', { name: '改这一天' }).nth(3));
    await sees('修改固定班次');
    await keys.skipToContent();
    await keys.follow(page.getByRole('button', { name: '这一天不办' }));
    await page.getByText('有 1 个日期会变').waitFor();
    await keys.pick(page.getByRole('group', { name: '不再合适的人怎么办' }), '通知他们，空出名额');
    await keys.follow(page.getByRole('button', { name: '确定修改' }));
    await page.getByText('改好了').waitFor();
    await page.getByRole('heading', { name: '不办的日期' }).waitFor();

    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: '改这一天' }).nth(4));
    await sees('修改固定班次');
    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: /及以后$/ }));
    await page.locator('a[aria-current=page]', { hasText: '及以后' }).waitFor();
    await keys.writeMoment(page.getByLabel('几点结束'), '06:00');
    await keys.follow(page.getByRole('button', { name: '看看有什么影响' }));
    await page.getByText(/有 \d+ 个日期会变/).waitFor();
    await keys.follow(page.getByRole('button', { name: '确定修改' }));
    await page.getByText('每天 05:10–06:00，节假日照常').waitFor();

    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: '改这一天' }).first());
    await sees('修改固定班次');
    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: '全部日期' }));
    await page.locator('a[aria-current=page]', { hasText: '全部日期' }).waitFor();
    await keys.write(page.getByLabel('要几个人'), '5');
    await keys.follow(page.getByRole('button', { name: '看看有什么影响' }));
    await page.getByText(/有 \d+ 个日期会变/).waitFor();
    await keys.follow(page.getByRole('button', { name: '确定修改' }));
    await page.getByText('改好了').waitFor();
  });

  it('moves somebody on the board to another shift, who agrees, and writes to all in it', async () => {
    const monday = dayOf(
      shiftBy(instantAt(inDays(21), '12:00'), -((new Date(`${inDays(21)}T00:00Z`).getUTCDay() + 6) % 7) * day),
    );
    const from = await anOpenShift(leader.page, '看板甲', instantAt(monday, '14:30'));
    const to = await anOpenShift(leader.page, '看板乙', instantAt(addDays(monday, 1), '15:00'));
    await ask(volunteer.page, `/shifts/${from}/sign-ups`, {});
    const { page, keys, goTo } = leader;
    const board = `/leader/board?week=${weekOf(monday)}`;
    await goTo(board);
    const shift = (title: string) => page.getByRole('article', { name: title });
    const { name } = demoAccounts.volunteer;
    const chip = shift('看板甲').getByRole('link', { name });
    await keys.follow(chip);
    const asking = page.getByRole('button', { name: new RegExp(`询问 ${name} 看板乙`) });
    await asking.waitFor();
    await keys.isOn(chip);
    await keys.follow(asking);
    const asked = page.getByRole('status').filter({ hasText: '已询问' });
    await asked.waitFor();
    await keys.isOn(asked);
    await shift('看板乙').getByText('请其从“看板甲”改过来').waitFor();

    await volunteer.goTo(`/volunteer/shifts/${to}`);
    await volunteer.keys.follow(volunteer.page.getByRole('button', { name: '我要参加' }));
    await volunteer.page.getByRole('button', { name: '我要参加' }).waitFor({ state: 'detached' });
    await settled();
    await goTo(board);
    await keys.follow(shift('看板乙').getByRole('button', { name: '发消息给全体' }));
    const dialog = page.getByRole('dialog');
    await keys.isOn(dialog.getByRole('textbox'));
    await keys.write(dialog.getByRole('textbox'), '请带雨衣');
    await keys.follow(dialog.getByRole('button', { name: '发送' }));
    await page.getByText(/已发给 1 人/).waitFor();
    await keys.isOn(page.getByRole('status').filter({ hasText: /已发给 1 人/ }));
  });

  it('has a roster worked out, locks somebody, leaves somebody out and sends it', async () => {
    const { page, keys, goTo } = leader;
    await goTo('/leader/roster');
    await keys.follow(page.getByRole('button', { name: '开始排班' }));
    await settled();
    await page
      .getByText(/再怎么排，最多也只能好/)
      .first()
      .waitFor();
    const lock = page.getByRole('button', { name: /^锁定/ });
    const proposed = page.getByRole('listitem').filter({ has: lock });
    await proposed.first().waitFor();
    const who = (await lock.first().getAttribute('aria-label'))?.replace(/^锁定/, '') ?? '';
    await keys.follow(lock.first());
    const unlock = page.getByRole('button', { name: new RegExp(`解锁.*${who}|${who}.*解锁`) });
    await unlock.waitFor();
    const removal = page.getByRole('button', { name: /^不问/ });
    const before = await removal.count();
    await keys.follow(removal.nth(1));
    await expect.poll(() => removal.count()).toBe(before - 1);
    await keys.backTo(page.getByRole('button', { name: '发出邀请' }));
    await keys.press('Enter');
    await page.getByText('邀请已发出').waitFor();
    await keys.isOn(page.getByRole('status').filter({ hasText: '邀请已发出' }));
  });

  it('records a training of members, and changes and calls off a shift', async () => {
    const { page, keys, goTo } = leader;
    await goTo('/leader/training');
    const form = page.locator('form#training');
    await keys.choose(form.getByLabel('什么培训'), '骑行巡逻培训');
    await keys.writeMoment(form.getByLabel('培训日期'), '2026-11-20');
    await keys.write(form.getByLabel('几个小时'), '3');
    await keys.write(form.getByLabel('谁来讲'), '区红十字会');
    await keys.follow(form.getByRole('button', { name: '登记' }));
    await keys.isOn(form.getByRole('alert'));
    await keys.tick(form.locator('input[name=present]').first());
    await keys.follow(form.getByRole('button', { name: '登记' }));
    await page.getByText('已登记 1 人').waitFor();

    const shiftId = await anOpenShift(leader.page, '会取消的巡逻', instantAt(inDays(15), '09:00'));
    await goTo(`/leader/shifts/${shiftId}`);
    await keys.follow(page.locator('summary', { hasText: '改名额' }));
    await keys.write(page.getByLabel('要几个人'), '5');
    await keys.press('Enter');
    const changed = page.getByRole('status').filter({ hasText: '名额改好了' });
    await changed.waitFor();
    await keys.isOn(changed);
    await keys.follow(page.getByText('取消这个班次', { exact: true }));
    await keys.write(page.getByLabel('为什么取消？'), '台风预警');
    await keys.follow(page.getByRole('button', { name: '取消并通知大家' }));
    await page.getByText('班次已取消', { exact: true }).first().waitFor();
  });

  it('lets somebody into the team', async () => {
    const { page, keys, goTo } = leader;
    const code = await page.request.get(`/api/teams/${demoTeam.replaceAll('/', '-')}/code`);
    const other = await signIn(demoAccounts.severalRoles);
    await other.open((await code.json()).path);
    await other.press('申请加入');
    await other.sees('我的服务队');
    await goTo('/leader/team');
    const request = page.getByRole('listitem').filter({ hasText: demoAccounts.severalRoles.name });
    await keys.follow(request.getByRole('button', { name: '同意入队' }));
    await page.getByText(`${demoAccounts.severalRoles.name} 入队了。`).waitFor();
  });

  it('confirms one after another from the list of all who wait', async () => {
    const shiftId = await anOpenShift(leader.page, '等确认的巡逻', shiftBy(toInstant(Date.now()), 30 * minute));
    await ask(volunteer.page, `/shifts/${shiftId}/sign-ups`, {});
    const { volunteerId } = (await (await volunteer.page.request.get('/api/session')).json()).account;
    const coordinator = await signIn(demoAccounts.coordinator);
    passed += 30 * minute;
    await ask(coordinator.page, `/shifts/${shiftId}/check-ins/by-leader`, { volunteerId, what: 'in' });
    passed += hour;
    await ask(coordinator.page, `/shifts/${shiftId}/check-ins/by-leader`, { volunteerId, what: 'out' });
    passed += 2 * hour;
    const { page, keys, goTo, sees } = leader;
    await goTo('/leader');
    await keys.follow(page.getByRole('link', { name: /逐个确认|看全部等确认的考勤/ }));
    await sees('等您确认考勤');
    await keys.skipToContent();
    const waiting = page.locator('section').filter({ hasText: '等确认的巡逻' });
    await keys.follow(waiting.getByRole('button', { name: '确认 1 小时' }));
    await page.getByText('陈嘉敏：已记入 1 小时').waitFor();
    await keys.isOn(page.locator('div[tabindex="-1"]', { hasText: '陈嘉敏：已记入 1 小时' }));
  });
});
