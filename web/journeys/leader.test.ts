import { randomUUID } from 'node:crypto';
import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const realNow = Date.now;
let passed = 0;

/** Lets time pass for the system, which runs in this process, until it is this clock in Liwan, so many days from today. */
function comesThe(days: number, clock: string): void {
  passed = Date.parse(instantAt(dayAfter(days), clock)) - realNow();
}

const dayAfter = (days: number) => dayOf(shiftBy(toInstant(realNow()), days * day));

/** Fills in the day, the clocks and the places of a shift. */
async function fillShift({ page }: Visitor, date: string, from: string, to: string, places: string): Promise<void> {
  await page.getByLabel('日期').fill(date);
  await page.getByLabel('几点开始').fill(from);
  await page.getByLabel('几点结束').fill(to);
  await page.getByLabel('要几个人').fill(places);
}

/** Does something as somebody, past the pages. */
async function command({ page }: Visitor, path: string, data: unknown = {}) {
  const headers = { 'idempotency-key': randomUUID() };
  const answer = await page.request.post(`/api${path}`, { headers, data });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}

/** A shift of two hours that begins in half an hour, open for sign-up. */
async function publishedShift(leader: Visitor, title: string): Promise<string> {
  const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
  const activity = await command(leader, '/activities', { title, kind: 'patrol', teamScope: demoTeam, place });
  const startsAt = shiftBy(toInstant(Date.now()), 30 * minute);
  const shift = { startsAt, endsAt: shiftBy(startsAt, 120 * minute), places: 3 };
  const { id } = await command(leader, `/activities/${activity.id}/shifts`, shift);
  await command(leader, `/shifts/${id}/publication`);
  return id;
}

/** The volunteer id of somebody. */
const idOf = async ({ page }: Visitor): Promise<string> =>
  (await (await page.request.get('/api/session')).json()).account.volunteerId;

const letters = ({ page }: Visitor) => page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);

describeJourney('a team leader', ({ signIn, settled }) => {
  beforeAll(() => {
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with' : 'without';
    /** Each time on a day of its own, so that no shift overlaps another. */
    const today = javaScript ? 1 : 2;

    it(`publishes a shift, runs it by the code and confirms who came, ${how} JavaScript`, async () => {
      const title = `河涌清洁 ${how}`;
      comesThe(today, '13:00');
      const leader = await signIn(demoAccounts.teamLeader, { javaScript });
      const { page, press, sees } = leader;
      await sees('梁国强，您好');
      await press('发布活动');
      await sees('发布活动');

      await press('发布，开放报名');
      await page.getByRole('alert').getByText('请填写日期').waitFor();
      await page.getByLabel('活动名称').fill(title);
      await page.getByLabel('在哪里集合').fill('荔枝湾涌牌坊');
      await page.getByLabel('要会什么').first().selectOption('急救');
      await fillShift(leader, dayAfter(today), '13:30', '12:30', '3');
      await press('发布，开放报名');
      await page.getByRole('alert').getByText('结束时间要晚于开始时间').waitFor();
      await page.getByLabel('几点结束').fill('15:30');
      await press('发布，开放报名');
      await page.getByText('已发布，街坊可以报名了').waitFor();
      await sees(title);
      const shift = new URL(page.url()).pathname;
      const shiftId = shift.split('/').at(-1);

      const volunteer = await signIn(demoAccounts.volunteer, { javaScript });
      await volunteer.open(`/volunteer/shifts/${shiftId}`);
      await volunteer.press(/^报名$/);
      await volunteer.page.getByText('报名成功').waitFor();
      const self = await leader.page.request.post(`/api/shifts/${shiftId}/sign-ups`, {
        headers: { 'idempotency-key': `leader-signs-up-${how}` },
        data: {},
      });
      expect(self.status()).toBe(201);

      await leader.open(shift);
      const rowOf = (name: string) => page.getByRole('listitem').filter({ hasText: name });
      await rowOf('陈嘉敏').waitFor();
      await rowOf('梁国强').getByText('自己的考勤要由另一位队长或社区协调员登记和确认').waitFor();
      expect(await rowOf('梁国强').getByRole('button').count()).toBe(0);

      await leader.open('/leader');
      const card = page.getByRole('article').filter({ hasText: title });
      await card.getByText(/陈嘉敏/).waitFor();
      await leader.open(shift);

      await press('亮出签到码');
      await sees(title);
      await page.getByRole('img', { name: '签到二维码' }).waitFor();
      const shown = await letters(leader).textContent();
      await volunteer.open(`/check-in/${shiftId}?code=${shown?.replace('-', '')}`);
      await volunteer.press(/^签到$/);
      await volunteer.sees('签到成功');

      comesThe(today, '15:00');
      await leader.open(shift);
      await rowOf('陈嘉敏').getByText('在场').waitFor();
      // Who enters does not confirm: today the coordinator stands in at the list.
      const coordinator = await signIn(demoAccounts.coordinator, { javaScript });
      await command(coordinator, `/shifts/${shiftId}/check-ins/by-leader`, {
        volunteerId: await idOf(volunteer),
        what: 'out',
      });
      await leader.open(shift);
      await rowOf('陈嘉敏').getByText('（队长登记）').waitFor();

      comesThe(today, '16:00');
      await leader.open('/leader');
      await page.getByRole('heading', { name: '等您确认考勤' }).waitFor();
      await sees('梁国强，您好');
      await page.getByRole('link', { name: title }).click();
      await sees(title);
      await rowOf('陈嘉敏').getByRole('button', { name: '确认 1 小时 30 分钟' }).click();
      await rowOf('陈嘉敏').getByText('已记入 1 小时 30 分钟').waitFor();
      await sees(title);

      await settled();
      // With JavaScript the page looks again by itself.
      if (!javaScript) await leader.open(shift);
      await rowOf('陈嘉敏')
        .getByText(/^积分：[12]$/)
        .waitFor();
      await volunteer.open('/volunteer/records');
      await volunteer.page
        .getByRole('article')
        .filter({ hasText: title })
        .getByText('1 小时 30 分钟')
        .first()
        .waitFor();
    });

    it(`confirms one after another from the list of all who wait, ${how} JavaScript`, async () => {
      const title = `街巷清洁 ${how}`;
      comesThe(today, '17:00');
      const leader = await signIn(demoAccounts.teamLeader, { javaScript });
      const { page, open, press, sees } = leader;
      const shiftId = await publishedShift(leader, title);
      const volunteer = await signIn(demoAccounts.volunteer, { javaScript });
      for (const who of [volunteer, leader]) await command(who, `/shifts/${shiftId}/sign-ups`);
      const volunteerId = await idOf(volunteer);
      const coordinator = await signIn(demoAccounts.coordinator, { javaScript });
      comesThe(today, '17:30');
      await command(coordinator, `/shifts/${shiftId}/check-ins/by-leader`, { volunteerId, what: 'in' });
      comesThe(today, '18:30');
      await command(coordinator, `/shifts/${shiftId}/check-ins/by-leader`, { volunteerId, what: 'out' });
      comesThe(today, '20:00');

      await open('/leader');
      await press(/逐个确认|看全部等确认的考勤/);
      await sees('等您确认考勤');
      const waiting = page.locator('section').filter({ hasText: title });
      await waiting.getByText('陈嘉敏').waitFor();
      await waiting.getByRole('button', { name: '确认 1 小时' }).click();
      await page.getByText('陈嘉敏：已记入 1 小时').waitFor();
      await waiting.waitFor({ state: 'detached' });
      await sees('等您确认考勤');
    });

    it(`keeps a draft, adds a shift, and cannot take a place away that is taken, ${how} JavaScript`, async () => {
      const title = `长者探访 ${how}`;
      comesThe(today + 2, '09:00');
      const leader = await signIn(demoAccounts.teamLeader, { javaScript });
      const { page, open, press, sees } = leader;
      await open('/leader/activities/new');
      await page.getByLabel('活动名称').fill(title);
      await page.getByLabel('在哪里集合').fill('颐康服务站');
      await fillShift(leader, dayAfter(today + 3), '10:00', '11:00', '2');
      await press('先存草稿');
      await page.getByText('草稿存好了').waitFor();
      await sees(title);
      await press('发布，开放报名');
      await page.getByText('已发布，街坊可以报名了').waitFor();

      const shiftId = new URL(page.url()).pathname.split('/').at(-1);
      for (const account of [demoAccounts.volunteer, demoAccounts.teamLeader]) {
        const visitor = await signIn(account);
        await visitor.open(`/volunteer/shifts/${shiftId}`);
        await visitor.press(/^报名$/);
        await visitor.page.getByText('报名成功').waitFor();
      }
      await page.getByText('改名额').click();
      await page.getByLabel('要几个人').fill('1');
      await press('保存名额');
      await page.getByRole('alert').getByText('已有 2 个名额被占用或保留').waitFor();
      await page.getByLabel('要几个人').fill('4');
      await press('保存名额');
      await page.getByText('名额改好了').waitFor();
      await page.getByText('4 个名额，已占 2 个').waitFor();

      await press('这个活动的全部班次');
      await sees(title);
      await page.getByText('加一个班次').click();
      await fillShift(leader, dayAfter(today + 4), '10:00', '11:00', '6');
      await press('先存草稿');
      await page.getByText('草稿存好了').waitFor();
      await open('/leader/activities');
      await sees('活动');
      await press(new RegExp(title));
      await page.getByText('草稿，没发布').waitFor();
      expect(await page.getByText('还差 2 人').count()).toBe(1);
    });
  }

  for (const javaScript of [true, false]) {
    it(`calls a shift off with a reason that reaches who signed up, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      comesThe(5, javaScript ? '14:00' : '18:00');
      const leader = await signIn(demoAccounts.teamLeader, { javaScript });
      const volunteer = await signIn(demoAccounts.volunteer);
      const shiftId = await publishedShift(leader, '花市引导');
      await command(volunteer, `/shifts/${shiftId}/sign-ups`);

      const { page } = leader;
      await leader.open(`/leader/shifts/${shiftId}`);
      await page.getByText('取消这个班次').click();
      await page.getByRole('button', { name: '取消并通知大家' }).click();
      await page.getByLabel('为什么取消？').and(page.locator('[aria-invalid=true]')).fill('台风预警');
      await page.getByRole('button', { name: '取消并通知大家' }).click();
      await page.getByText('班次已取消', { exact: true }).first().waitFor();
      await leader.sees('花市引导');

      await settled();
      await volunteer.open(`/volunteer/shifts/${shiftId}`);
      await volunteer.page.getByText('请不用过来。原因：台风预警').waitFor();
      await volunteer.sees('花市引导');
      await volunteer.open('/volunteer');
      await volunteer.page.getByText('班次取消了').first().waitFor();
    });
  }

  it('finds the code renewed by itself, with and without JavaScript', async () => {
    comesThe(6, '09:00');
    const leader = await signIn(demoAccounts.teamLeader);
    await leader.open('/leader/activities/new');
    await leader.page.getByLabel('活动名称').fill('入户走访');
    await leader.page.getByLabel('在哪里集合').fill('网格工作室');
    await fillShift(leader, dayAfter(6), '09:20', '10:00', '2');
    await leader.press('发布，开放报名');
    await leader.page.getByText('已发布').waitFor();
    const code = `${new URL(leader.page.url()).pathname}/code`;

    const without = await signIn(demoAccounts.teamLeader, { javaScript: false });
    for (const visitor of [leader, without]) {
      await visitor.open(code);
      await letters(visitor).waitFor();
    }
    const before = await Promise.all([leader, without].map((visitor) => letters(visitor).textContent()));
    // The browser keeps its own time: half a minute for it, a minute and a half for the system.
    passed += minute;
    for (const [index, { page }] of [leader, without].entries()) {
      await page.getByText(before[index] as string).waitFor({ state: 'detached', timeout: 35_000 });
    }
    await letters(leader).waitFor();
    await letters(without).waitFor();
  });

  it('sees every page in English on a wide screen without barriers', async () => {
    const leader = await signIn(demoAccounts.teamLeader, { language: 'en-GB', wide: true });
    for (const [path, heading] of Object.entries({
      '/leader': /Hello/,
      '/leader/approvals': 'Attendance to confirm',
      '/leader/activities': 'Activities',
      '/leader/activities/new': 'New activity',
    })) {
      await leader.open(path);
      await leader.sees(heading);
    }
  });
});
