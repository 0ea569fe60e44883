import { randomUUID } from 'node:crypto';
import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const realNow = Date.now;
const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };

describeJourney('checking in by where the phone is', ({ signIn }) => {
  let shiftId: string;
  let volunteer: Visitor;

  afterAll(() => {
    vi.restoreAllMocks();
  });
  beforeAll(async () => {
    // For the system, which runs in this process, it is 13:00 of tomorrow in Liwan: a night shift of today asks for rest.
    const passed = Date.parse(instantAt(dayOf(shiftBy(toInstant(realNow()), day)), '13:00')) - realNow();
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
    const leader = await signIn(demoAccounts.teamLeader);
    const send = async ({ page }: Visitor, path: string, data: unknown = {}) => {
      const headers = { 'idempotency-key': randomUUID() };
      const answer = await page.request.fetch(`/api${path}`, { method: 'POST', headers, data });
      expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
      return answer.json();
    };
    const fenced = { ...place, fenceMetres: 200 };
    const activity = { title: '牌坊巡逻', kind: 'patrol', teamScope: demoTeam, place: fenced };
    const { id: activityId } = await send(leader, '/activities', activity);
    const startsAt = shiftBy(toInstant(Date.now()), 20 * minute);
    const shift = { startsAt, endsAt: shiftBy(startsAt, hour), places: 4 };
    const { id } = await send(leader, `/activities/${activityId}/shifts`, shift);
    shiftId = id;
    await send(leader, `/shifts/${id}/publication`);
    volunteer = await signIn(demoAccounts.volunteer);
    // Her phone goes by the same clock.
    await volunteer.page.clock.install({ time: Date.now() });
    await send(volunteer, `/shifts/${id}/sign-ups`);
  });

  it('is not there without JavaScript, and the code is', async () => {
    const { page, open, sees } = await signIn(demoAccounts.volunteer, { javaScript: false });
    await open(`/check-in/${shiftId}`);
    await sees('签到');
    await page.getByLabel('签到码').waitFor();
    expect(await page.getByRole('button', { name: '用定位签到' }).count()).toBe(0);
  });

  it('says why before it asks, says what is wrong, and takes her in when she is there', async () => {
    const { page, open, press, sees } = volunteer;
    await open(`/check-in/${shiftId}`);
    await page.getByText(/90 天后删除/).waitFor();
    await press('用定位签到');
    await page.getByText('没有得到定位的许可，什么都没有发出。').waitFor();

    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ ...place, accuracy: 2_000 });
    await press('用定位签到');
    await page.getByText(/手机定位的误差有 2000 米/).waitFor();
    await page.context().setGeolocation({ ...place, latitude: 23.14, accuracy: 20 });
    await press('用定位签到');
    await page.getByText(/离集合地点约 2168 米/).waitFor();
    await page.context().setGeolocation({ ...place, accuracy: 20 });
    await press('用定位签到');
    await sees('签到成功');
  });

  it('waits for the network, and then for the leader', async () => {
    const { page, open, press, sees } = volunteer;
    await open(`/check-in/${shiftId}`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    for (const path of [`/check-in/${shiftId}`, '/volunteer/pending']) {
      await open(path);
      const isKept = () =>
        page.evaluate(async (kept) => Boolean(await (await caches.open('kaifong-pages')).match(kept)), path);
      await expect.poll(isKept, { timeout: 60_000 }).toBe(true);
    }
    await open(`/check-in/${shiftId}`);
    await page.context().setOffline(true);
    await press('用定位签退');
    await sees('待发送的事项');
    // The clock of the system goes on by ten minutes, until the network is there again.
    const before = Date.now();
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + (before - realNow()) + 10 * minute);
    await page.context().setOffline(false);
    const leader = await signIn(demoAccounts.teamLeader);
    await expect
      .poll(
        async () =>
          (await (await leader.page.request.get(`/api/shifts/${shiftId}/attendance`)).json()).items[0].reviews,
        {
          timeout: 60_000,
        },
      )
      .toMatchObject([{ what: 'out', reasons: ['phoneOnly'], way: 'geofence' }]);
  });
});
