import { randomUUID } from 'node:crypto';
import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeJourney } from './journey.ts';

const realNow = Date.now;

describeJourney('the board of the day', ({ signIn }) => {
  const title = '今天的巡逻';

  afterAll(() => {
    vi.restoreAllMocks();
  });
  beforeAll(async () => {
    // For the system, which runs in this process, it is 13:00 of tomorrow in Liwan: a night shift of today asks for rest.
    const passed = Date.parse(instantAt(dayOf(shiftBy(toInstant(realNow()), day)), '13:00')) - realNow();
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
    const leader = await signIn(demoAccounts.teamLeader);
    const send = async (page: typeof leader.page, path: string, data: unknown = {}) => {
      const headers = { 'idempotency-key': randomUUID() };
      const answer = await page.request.fetch(`/api${path}`, { method: 'POST', headers, data });
      expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
      return answer.json();
    };
    const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
    const activity = await send(leader.page, '/activities', { title, kind: 'patrol', teamScope: demoTeam, place });
    const startsAt = shiftBy(toInstant(Date.now()), 20 * minute);
    const shift = { startsAt, endsAt: shiftBy(startsAt, hour), places: 4 };
    const { id } = await send(leader.page, `/activities/${activity.id}/shifts`, shift);
    await send(leader.page, `/shifts/${id}/publication`);
    await send((await signIn(demoAccounts.volunteer)).page, `/shifts/${id}/sign-ups`);
  });

  it('shows a leader who is expected, and the number to call, without JavaScript', async () => {
    const { page, open } = await signIn(demoAccounts.teamLeader, { javaScript: false });
    await open('/leader/day');
    const row = page.locator('section', { hasText: title }).getByRole('listitem').first();
    await expect.poll(() => row.textContent()).toContain('还没到');
    await row.getByRole('button', { name: /打电话/ }).click();
    const call = page.locator('section', { hasText: title }).getByRole('link', { name: /1380000/ });
    expect(await call.getAttribute('href')).toBe('tel:+8613800000001');
  });

  it('is there without a network, and no number is kept with it', async () => {
    const { page, open, sees } = await signIn(demoAccounts.teamLeader);
    await open('/leader/day');
    await sees('今天到岗情况');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    await open('/leader/day');
    const kept = () =>
      page.evaluate(async () => (await (await caches.open('kaifong-pages')).match('/leader/day'))?.text() ?? '');
    await expect.poll(kept, { timeout: 60_000 }).toContain(title);
    expect(await kept()).not.toMatch(/\+86\d{11}/);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: title }).waitFor();
    await page.context().setOffline(false);
  });
});
