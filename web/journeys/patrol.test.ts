import { randomUUID } from 'node:crypto';
import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const realNow = Date.now;
// 13:00 in Liwan on the day after: the system runs in this process.
const tomorrow = dayOf(shiftBy(toInstant(realNow()), day));
let passed = Date.parse(instantAt(tomorrow, '13:00')) - realNow();

const gate = { longitude: 113.2385, latitude: 23.1205 };
const northBy = (metres: number) => ({ ...gate, latitude: gate.latitude + metres / 111_195, accuracy: 10 });

describeJourney('a patrol', ({ signIn }) => {
  let leader: Visitor;
  let shiftId: string;
  let names: string[];

  beforeAll(async () => {
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
    leader = await signIn(demoAccounts.teamLeader);
    const place = { name: '荔枝湾涌牌坊', ...gate };
    const activity = await asLeader('POST', '/activities', {
      ...{ title: '巡逻队出发', kind: 'patrol', teamScope: demoTeam, place },
    });
    const startsAt = shiftBy(toInstant(Date.now()), 10 * minute);
    const shift = { startsAt, endsAt: shiftBy(startsAt, 3 * hour), places: 4 };
    shiftId = (await asLeader('POST', `/activities/${activity.id}/shifts`, shift)).id;
    await asLeader('POST', `/shifts/${shiftId}/publication`, {});
    const { code } = await asLeader('GET', `/shifts/${shiftId}/check-in-code`);
    for (const account of [demoAccounts.volunteer, demoAccounts.severalRoles, demoAccounts.teamLeader]) {
      const { page } = await signIn(account);
      for (const [path, data] of [
        ['sign-ups', undefined],
        ['check-ins', { code }],
      ] as const) {
        const headers = { 'idempotency-key': randomUUID() };
        const answer = await page.request.post(`/api/shifts/${shiftId}/${path}`, { headers, ...(data && { data }) });
        expect(answer.ok(), `${account.mobile} ${path}: ${await answer.text()}`).toBe(true);
      }
    }
    names = (await asLeader('GET', `/shifts/${shiftId}/attendance`)).items.map(({ name }: { name: string }) => name);
    await leader.page.context().grantPermissions(['geolocation']);
    await passes(15);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  async function asLeader(method: 'GET' | 'POST', path: string, data?: unknown) {
    const answer = await leader.page.request.fetch(`/api${path}`, {
      method,
      headers: { 'idempotency-key': randomUUID() },
      ...(data !== undefined && { data }),
    });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  }

  /** So many minutes go by, for the system and for the leader's phone. */
  async function passes(minutes: number): Promise<void> {
    passed += minutes * minute;
    await leader.page.clock.setFixedTime(Date.now());
  }

  async function marks(metres: number): Promise<void> {
    await leader.page.context().setGeolocation(northBy(metres));
    await leader.page.getByRole('button', { name: '记下这里' }).click();
  }

  /** What the phone has kept and not brought. */
  const keptInPhone = () => leader.page.evaluate(() => Object.values(localStorage).join());

  /** The patrol that was begun first, as the system knows it. */
  const patrol = async () => (await asLeader('GET', `/patrols/${shiftId}`)).items[0];

  it('is begun by the leader with three who are there, and told by her phone, also what it kept without a signal', async () => {
    const { page, open, press } = leader;
    await page.context().setGeolocation(northBy(0));
    await open(`/leader/shifts/${shiftId}/patrol`);
    for (const name of names.slice(0, 2)) await page.getByRole('checkbox', { name }).check();
    await press('开始巡逻');
    await page.getByText('一次巡逻要 3 到 5 人，现在选了 2 人').first().waitFor();
    for (const name of names) await page.getByRole('checkbox', { name }).check();
    await press('开始巡逻');
    await page.getByText('巡逻开始了').waitFor();

    await marks(0);
    await expect.poll(async () => (await patrol()).lastAt, { timeout: 30_000 }).toBeDefined();
    await page.context().setOffline(true);
    for (const [minutes, metres] of [
      [10, 400],
      [11, 800],
    ] as const) {
      await passes(minutes);
      await marks(metres);
      await expect.poll(keptInPhone).toContain(`${northBy(metres).latitude}`);
    }
    await page.getByText(/没有信号，\d+ 个位置存在手机里/).waitFor();
    await page.context().setOffline(false);
    await expect.poll(async () => (await patrol()).metres, { timeout: 90_000 }).toBe(800);

    await press('结束巡逻');
    await page.getByText('巡逻结束了').waitFor();
    await page.getByText('计入巡逻', { exact: true }).waitFor();
    const { items } = await asLeader('GET', `/patrols/${shiftId}`);
    expect(items).toMatchObject([{ state: 'ended', minutes: 21, metres: 800, verdict: 'counted', jumps: 0 }]);
  });

  it('passes way-points by their codes: scanned without a signal, typed, and a wrong one answered in words', async () => {
    const { page, open, press } = leader;
    await open('/leader/team/way-points');
    for (const name of ['大榕树下', '卫生站门口']) {
      await page.getByLabel('名称').fill(name);
      await press('添加点位');
      await page.getByRole('heading', { name, exact: true }).waitFor();
    }
    await page.getByRole('link', { name: '打印点位码' }).click();
    await page.getByRole('img', { name: '“大榕树下”的点位码' }).waitFor();
    await page
      .getByText(/^\w{4}-\w{4}-\w{4}$/)
      .first()
      .waitFor();
    const { items } = await asLeader('GET', `/way-points?team=${encodeURIComponent(demoTeam)}`);
    const [temple, tower] = ['卫生站门口', '大榕树下'].map((name) =>
      items.find((each: { name: string }) => each.name === name),
    );

    await open(`/leader/shifts/${shiftId}/patrol`);
    for (const name of names) await page.getByRole('checkbox', { name }).check();
    await press('开始巡逻');
    await page.getByText('巡逻开始了').waitFor();
    const running = async () => (await asLeader('GET', `/patrols/${shiftId}`)).items.at(-1);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    await page.reload();
    const isKept = () =>
      page.evaluate(async () => (await (await caches.open('kaifong-pages')).match('/leader/way-point')) !== undefined);
    await expect.poll(isKept, { timeout: 60_000 }).toBe(true);

    // An ordinary camera opens the code's address in a page of its own.
    await page.context().setOffline(true);
    const camera = await page.context().newPage();
    const { origin } = new URL(page.url());
    await camera.goto(`${origin}/leader/way-point?code=${tower.wayPointId.slice(-20)}.${tower.code}`);
    await passes(2);
    await camera.getByRole('button', { name: '记下这个点位' }).click();
    await camera.getByText('没有信号，1 个点位存在手机里').waitFor();
    const seenAt = toInstant(Date.now());
    await passes(3);
    await page.context().setOffline(false);
    await expect
      .poll(async () => (await running()).passed, { timeout: 90_000 })
      .toMatchObject([{ name: '大榕树下', way: 'code', at: expect.stringContaining(seenAt.slice(0, 15)) }]);
    await camera.close();

    await page.getByLabel('点位码').fill('AAAA-BBBB-CCCC');
    await press('记下这个点位');
    await page.getByText('这不是点位码，或者抄错了。').waitFor();
    await press('知道了');
    await page.getByLabel('点位码').fill(temple.code.toLowerCase());
    await press('记下这个点位');
    await page.getByText('2 / 6 个点位').waitFor();
    await press('结束巡逻');
    await page.getByText('巡逻结束了').waitFor();
    expect((await running()).passed).toMatchObject([{ name: '大榕树下' }, { name: '卫生站门口', way: 'code' }]);
    await page.getByText('卫生站门口').first().waitFor();
  });

  it('marks a way-point without JavaScript too', async () => {
    const { page: bare, open } = await signIn(demoAccounts.teamLeader, { javaScript: false });
    await open('/leader/way-point');
    await bare.getByLabel('点位码').fill('AAAA-BBBB-CCCC');
    await bare.getByRole('button', { name: '记下这个点位' }).click();
    await bare.getByText('那个时候没有您带的巡逻').first().waitFor();
  });

  it('begins and ends without JavaScript too, and does not count when nobody went anywhere', async () => {
    const { page: bare, open } = await signIn(demoAccounts.teamLeader, { javaScript: false });
    await open(`/leader/shifts/${shiftId}/patrol`);
    for (const name of names) await bare.getByRole('checkbox', { name }).check();
    await bare.getByRole('button', { name: '开始巡逻' }).click();
    await bare.getByText('这个浏览器不能记录路线').waitFor();
    await bare.getByRole('button', { name: '结束巡逻' }).click();
    await bare.getByText('巡逻结束了').waitFor();
    await bare.getByText('不满 20 分钟，不计').first().waitFor();
    expect((await asLeader('GET', `/patrols/${shiftId}`)).items.at(-1)).toMatchObject({
      verdict: 'tooShort',
      metres: 0,
    });
  });
});
