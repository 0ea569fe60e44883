import { randomUUID } from 'node:crypto';
import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const realNow = Date.now;
const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };

describeJourney('a tablet by the door', ({ signIn, stranger }) => {
  const title = '门口签到的巡逻';
  let shiftId: string;
  let leader: Visitor;
  let volunteer: Visitor;
  let address: string;

  const codeOf = async ({ page }: Visitor): Promise<string> =>
    (await (await page.request.get('/api/attendance-passes/mine')).json()).code;

  afterAll(() => {
    vi.restoreAllMocks();
  });
  beforeAll(async () => {
    // For the system, which runs in this process, it is 13:00 of tomorrow in Liwan: a night shift of today asks for rest.
    const passed = Date.parse(instantAt(dayOf(shiftBy(toInstant(realNow()), day)), '13:00')) - realNow();
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
    const send = async ({ page }: Visitor, path: string, data: unknown = {}) => {
      const headers = { 'idempotency-key': randomUUID() };
      const answer = await page.request.fetch(`/api${path}`, { method: 'POST', headers, data });
      expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
      return answer.json();
    };
    leader = await signIn(demoAccounts.teamLeader);
    const activity = await send(leader, '/activities', { title, kind: 'patrol', teamScope: demoTeam, place });
    const startsAt = shiftBy(toInstant(Date.now()), 20 * minute);
    const shift = { startsAt, endsAt: shiftBy(startsAt, hour), places: 4 };
    ({ id: shiftId } = await send(leader, `/activities/${activity.id}/shifts`, shift));
    await send(leader, `/shifts/${shiftId}/publication`);
    volunteer = await signIn(demoAccounts.volunteer);
    await send(volunteer, `/shifts/${shiftId}/sign-ups`);
  });

  it('is opened by the leader of the shift', async () => {
    const { page, open, press, sees } = leader;
    await open(`/leader/shifts/${shiftId}`);
    await press('用平板当签到台');
    await sees('平板签到台');
    await press('开一个签到台');
    await page.getByText('签到台开好了').waitFor();
    address = await page.locator('form[action="/sign-out"] input[name=to]').inputValue();
    expect(address).toMatch(/^\/kiosk\//);
  });

  it('opened where the leader has signed in, shows nothing of her and leads nowhere', async () => {
    const tablet = await signIn(demoAccounts.teamLeader, { wide: true });
    const { name } = demoAccounts.teamLeader;
    await tablet.open(address);
    await tablet.sees(`签到台：${title}`);
    expect(await tablet.page.content()).not.toContain(name);
    await tablet.open(`/leader/shifts/${shiftId}/kiosk`);
    await tablet.press('在这台平板上打开');
    await tablet.sees(`签到台：${title}`);
    await tablet.page.goto('/leader');
    await tablet.page.waitForURL('**/sign-in**');
  });

  it('takes in who shows her code, without JavaScript as well, and shows nothing of anybody else', async () => {
    const { page, open, sees } = await stranger({ javaScript: false });
    await open(address);
    await sees(`签到台：${title}`);
    expect(await page.content()).not.toContain('陈嘉敏');
    await page.getByLabel('手机上的码').fill('K7QM-2XPD');
    await page.getByRole('button', { name: '签到' }).click();
    await page.getByText('这个码已经换了，或者您没有报名这个班次。').waitFor();
    await page.getByLabel('手机上的码').fill(await codeOf(volunteer));
    await page.getByRole('button', { name: '签到' }).click();
    await page.getByText('陈*敏 已签到').waitFor();
    expect(await page.content()).not.toContain('陈嘉敏');
  });

  it('is of no use on another device once it is in use: whoever photographed its address is sent to the door', async () => {
    const elsewhere = await stranger();
    await elsewhere.open(address);
    await elsewhere.page.getByText('这个签到台已经在另一台平板上使用').waitFor();
    await elsewhere.noBarriers();
  });

  it('lets her go on a tablet that renews itself, and is of no use once the leader closed it', async () => {
    await leader.open(`/leader/shifts/${shiftId}/kiosk`);
    await leader.press('开一个签到台');
    await leader.page.getByText('签到台开好了').waitFor();
    address = await leader.page.locator('form[action="/sign-out"] input[name=to]').last().inputValue();
    const tablet = await stranger({ wide: true });
    const { page, open, sees } = tablet;
    await page.clock.install();
    await open(address);
    await sees(`签到台：${title}`);
    await page.getByLabel('手机上的码').fill(await codeOf(volunteer));
    await page.getByRole('button', { name: '签退' }).click();
    await page.getByText('陈*敏 已签退').waitFor();
    await page.clock.runFor(13_000);
    await page.getByText('陈*敏 已签退').waitFor({ state: 'detached' });

    await leader.open(`/leader/shifts/${shiftId}/kiosk`);
    await leader.page.getByRole('button', { name: '关闭签到台' }).last().click();
    await leader.page.getByText('签到台已经关闭，那个网址不能再用。').waitFor();
    await leader.noBarriers();
    await open(address);
    await page.getByText('这个签到台已经关闭').waitFor();
  });
});
