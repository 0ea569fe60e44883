import { randomUUID } from 'node:crypto';
import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const realNow = Date.now;
let passed = 0;

/** Lets time pass for the system, which runs in this process, until it is 13:00 in Liwan so many days from today. */
function comesTheDay(days: number): void {
  const date = dayOf(shiftBy(toInstant(realNow()), days * day));
  passed = Date.parse(instantAt(date, '13:00')) - realNow();
}

function later(milliseconds: number): void {
  passed += milliseconds;
}

describeJourney('a volunteer', ({ signIn, stranger, settled }) => {
  let leader: Visitor;

  beforeAll(async () => {
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
    leader = await signIn(demoAccounts.teamLeader);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  /** What the leader does, whose own journey is another; she is a volunteer too. */
  async function asLeader(method: 'GET' | 'POST' | 'DELETE', path: string, data?: unknown) {
    const answer = await leader.page.request.fetch(`/api${path}`, {
      method,
      headers: { 'idempotency-key': randomUUID() },
      ...(data !== undefined && { data }),
    });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  }

  /** A shift of two hours that begins in 20 minutes, or later, open for sign-up. */
  async function aShift(title: string, places = 4, wait = 20 * minute): Promise<string> {
    const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
    const activity = await asLeader('POST', '/activities', { title, kind: 'patrol', teamScope: demoTeam, place });
    const startsAt = shiftBy(toInstant(Date.now()), wait);
    const shift = { startsAt, endsAt: shiftBy(startsAt, 2 * hour), places };
    const { id } = await asLeader('POST', `/activities/${activity.id}/shifts`, shift);
    await asLeader('POST', `/shifts/${id}/publication`, {});
    return id;
  }

  /** What the leader's screen shows: the address in the QR code, and the letters below it. */
  const shownAt = (shiftId: string): Promise<{ path: string; code: string }> =>
    asLeader('GET', `/shifts/${shiftId}/check-in-code`);

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with' : 'without';
    /** Each journey has a day of its own, so that no shift overlaps another; time only goes on. */
    const on = (first: number) => (javaScript ? first : first + 3);

    it(`signs up, checks in and out, and sees her hours and points, ${how} JavaScript`, async () => {
      comesTheDay(on(1));
      const title = `午后巡逻 ${how}`;
      const shiftId = await aShift(title);
      const volunteer = await signIn(demoAccounts.volunteer, { javaScript });
      const { page, open, press, sees } = volunteer;
      await sees('陈嘉敏，您好');

      await press('找班次');
      await sees('可以报名的班次');
      await page.getByRole('article').filter({ hasText: title }).getByRole('button', { name: '报名' }).click();
      await sees(title);
      await page.getByText('报名成功').waitFor();
      await press('日程');
      await sees('我的班次');
      await press(title);
      await sees(title);

      await open((await shownAt(shiftId)).path);
      await sees('签到');
      await press(/^签到$/);
      await sees('签到成功');
      await open('/volunteer/agenda');
      await page.getByText('已签到', { exact: true }).first().waitFor();

      later(2 * hour + 25 * minute);
      await open((await shownAt(shiftId)).path);
      await sees('签退');
      await press(/^签退$/);
      await sees('签退成功');
      await open('/volunteer/agenda');
      await page.getByText('已签退，等确认时长').first().waitFor();

      const [came] = (await asLeader('GET', `/shifts/${shiftId}/attendance`)).items;
      await asLeader('POST', `/shifts/${shiftId}/attendance/${came.volunteerId}/confirmation`, {});
      await settled();
      await open('/volunteer');
      await press('看全部通知');
      await sees('通知');
      await page.getByText('记入 120 分钟').first().waitFor();

      await press('记录');
      await sees('服务记录');
      await page.getByRole('article').filter({ hasText: title }).getByText('2 小时', { exact: true }).waitFor();
      await press('积分');
      await sees('我的积分');
      await page
        .getByText(/服务 2 小时.* → 2 分/)
        .first()
        .waitFor();
    });

    it(`keeps the next shift in view when the one before is done, ${how} JavaScript`, async () => {
      comesTheDay(on(1));
      later(4 * hour);
      const [done, next] = [`傍晚巡逻 ${how}`, `夜间巡逻 ${how}`];
      const [first, second] = [await aShift(done), await aShift(next, 4, 3 * hour)];
      const { page, open, sees } = await signIn(demoAccounts.volunteer, { javaScript });
      for (const shiftId of [first, second]) {
        await open(`/volunteer/shifts/${shiftId}`);
        await page.getByRole('button', { name: /^报名$/ }).click();
        await page.getByText('报名成功').waitFor();
      }
      await open('/volunteer');
      await sees('陈嘉敏，您好');
      await page.getByRole('heading', { name: done }).waitFor();
      expect(await page.getByRole('heading', { name: next }).count()).toBe(0);

      later(2 * hour + 30 * minute);
      await open('/volunteer');
      await page.getByText('自助签到、签退的时间已过').waitFor();
      await page.getByRole('heading', { name: next }).waitFor();
      const map = page.locator('section').filter({ hasText: next }).getByRole('link', { name: '看地图' });
      expect(await map.getAttribute('href')).toMatch(/^https:\/\/uri\.amap\.com\//);
      await sees('陈嘉敏，您好');
    });

    it(`types the code when scanning fails, and is told why one is refused, ${how} JavaScript`, async () => {
      comesTheDay(on(2));
      const title = `街巷清洁 ${how}`;
      const shiftId = await aShift(title);
      const { page, open, press, sees } = await signIn(demoAccounts.volunteer, { javaScript });
      await open(`/volunteer/shifts/${shiftId}`);
      await press(/^报名$/);
      await page.getByText('报名成功').waitFor();

      await press('首页');
      await sees('陈嘉敏，您好');
      await press(/^签到$/);
      await sees('签到');
      await page.getByLabel('签到码').fill('AAAA-AAAA');
      await press(/^签到$/);
      await page.getByRole('alert').getByText('签到码不对或已经换了').waitFor();
      await page.getByLabel('签到码').fill((await shownAt(shiftId)).code.toLowerCase());
      await press(/^签到$/);
      await sees('签到成功');
    });

    it(`waits for a place, takes the one she is offered, and gives it back, ${how} JavaScript`, async () => {
      comesTheDay(on(3));
      const title = `长者探访 ${how}`;
      const shiftId = await aShift(title, 1);
      await asLeader('POST', `/shifts/${shiftId}/sign-ups`, {});
      const { page, open, press, sees } = await signIn(demoAccounts.volunteer, { javaScript });
      await open(`/volunteer/shifts/${shiftId}`);
      await press('加入候补');
      await page.getByText('已加入候补').waitFor();

      await asLeader('POST', `/shifts/${shiftId}/sign-ups/me/late-cancellation`, { reason: '家里有事' });
      await settled();
      await open('/volunteer');
      await sees('陈嘉敏，您好');
      await press('我要参加');
      await sees(title);
      await page.getByText('报名成功').waitFor();

      await page.getByText('来不了？取消报名').click();
      await page.getByLabel('为什么来不了').fill('家里有事');
      await press('确定取消报名');
      await page.getByText('已取消报名').waitFor();
      await sees(title);
    });
  }

  it('scans before signing in, and comes back with the code', async () => {
    comesTheDay(8);
    const { path } = await shownAt(await aShift('西关导览'));
    const { page, open, sees } = await stranger();
    await open(path);
    await page.locator('input[name=mobile]').fill(demoAccounts.volunteer.mobile.replace('+86', ''));
    await page.locator('#mobile button[type=submit]').click();
    const code = await page.locator('strong', { hasText: /^\d{6}$/ }).textContent();
    await page.locator('input[name=code]').fill(code ?? '');
    await page.locator('#code button[type=submit]').click();
    await sees('签到');
    expect(page.url()).toContain(path);
    await page.getByText('您没有报名这个班次').waitFor();
  });

  it('reads each page in English on a wide screen, and is told where there is nothing', async () => {
    comesTheDay(9);
    const { page, open, sees } = await signIn(demoAccounts.volunteer, { language: 'en-GB', wide: true });
    const headings = { agenda: 'My shifts', 'check-in': 'Check in', records: 'Service records', points: 'My points' };
    for (const [path, heading] of Object.entries(headings)) {
      await open(`/volunteer/${path}`);
      await sees(heading);
    }
    await open('/account/notifications');
    await sees('Notices');
    await open('/volunteer/shifts?place=440103/022');
    await sees('Open shifts');
    await page.getByText('Zhongnan Subdistrict has no open shifts now').waitFor();
  });
});
