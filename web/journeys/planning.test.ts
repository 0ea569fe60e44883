import { randomUUID } from 'node:crypto';
import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { weekOf } from '@kaifong/shared/scheduling/weeks.ts';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const roles = [
  { number: 1, name: '引导', skills: [], fewest: 1, most: 1 },
  { number: 2, name: '记录', skills: [], fewest: 1, most: 1 },
];

/** Each start of a drag has the board look anew, so that there is time between them. */
const waiting = { interval: 2_000, timeout: 40_000 };

describeJourney('a leader plans a week', ({ signIn, settled }) => {
  const { name } = demoAccounts.volunteer;
  let leader: Visitor;
  let volunteer: Visitor;
  beforeAll(async () => {
    leader = await signIn(demoAccounts.teamLeader, { wide: true });
    volunteer = await signIn(demoAccounts.volunteer, { javaScript: false });
  });

  async function post(who: Visitor, path: string, data: unknown = {}) {
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await who.page.request.fetch(`/api${path}`, { method: 'POST', headers, data });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  }

  /** Monday of the week after so many, when the demo has only its series. */
  function monday(weeks: number): string {
    const noon = instantAt(dayOf(shiftBy(toInstant(Date.now()), weeks * 7 * day)), '12:00');
    const weekday = (new Date(`${dayOf(noon)}T00:00:00.000Z`).getUTCDay() + 6) % 7;
    return dayOf(shiftBy(noon, -weekday * day));
  }

  async function aShift(title: string, onDay: string, more: object): Promise<string> {
    const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
    const activity = await post(leader, '/activities', { title, kind: 'patrol', teamScope: demoTeam, place });
    const startsAt = instantAt(onDay, '09:00');
    const shift = { startsAt, endsAt: shiftBy(startsAt, 2 * hour), places: 2, ...more };
    const { id } = await post(leader, `/activities/${activity.id}/shifts`, shift);
    await post(leader, `/shifts/${id}/publication`);
    return id;
  }

  /** Says when she is free, beside what her details say already. */
  async function isFree(who: Visitor, parts: readonly string[]): Promise<void> {
    const details = await (await who.page.request.get('/api/volunteers/me/details')).json();
    const { version, skills, languages, away } = details;
    const answer = await who.page.request.put('/api/volunteers/me/details', {
      headers: { 'idempotency-key': randomUUID() },
      data: { version, skills, languages, away, weekly: parts },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  }

  it('drags somebody into a role of another shift, and she is asked for that role', async () => {
    const own = monday(3);
    const from = await aShift('拖动甲', own, {});
    const to = await aShift('拖动乙', dayOf(shiftBy(instantAt(own, '12:00'), day)), { roles });
    await post(volunteer, `/shifts/${from}/sign-ups`);
    const { page } = leader;
    await leader.open(`/leader/board?week=${weekOf(own)}`);
    const shift = (title: string) => page.getByRole('article', { name: title });
    const target = shift('拖动乙').getByRole('listitem').filter({ hasText: '记录' }).first();
    await dragTo(page, shift('拖动甲').getByRole('link', { name }), target);
    await page.getByText('已询问').waitFor();
    await shift('拖动乙').getByText('请其从“拖动甲”改过来').waitFor();
    await shift('拖动乙').getByText('记录还空', { exact: false }).waitFor({ state: 'detached' });
    await shift('拖动乙').getByText('引导还空', { exact: false }).waitFor();
    await leader.noBarriers();

    await volunteer.open(`/volunteer/shifts/${to}`);
    await volunteer.press('我要参加');
    await volunteer.page.getByRole('button', { name: '我要参加' }).waitFor({ state: 'detached' });
    await settled();
    await leader.open(`/leader/board?week=${weekOf(own)}`);
    await shift('拖动乙')
      .getByRole('link', { name: new RegExp(`${name}.*记录`) })
      .waitFor();
    await leader.open(`/leader/board/print?week=${weekOf(own)}`);
    await page
      .getByRole('row', { name: /拖动乙/ })
      .getByText(name)
      .waitFor();
  });

  it('goes by what a volunteer wishes, keeps who is locked, asks each, and one declines without JavaScript', async () => {
    await volunteer.open('/account/preferences');
    await volunteer.page.getByRole('checkbox', { name: '平安巡逻' }).check();
    await volunteer.press('保存');
    await volunteer.page.getByText('已经保存').first().waitFor();

    // No series of the demo has a date on a Sunday.
    const sunday = dayOf(shiftBy(instantAt(monday(4), '12:00'), 6 * day));
    const week = weekOf(sunday);
    await isFree(volunteer, ['sun-morning']);
    const shiftId = await aShift('排班甲', sunday, { places: 30, roles: [{ ...roles[0], most: 30 }] });
    const { page } = leader;
    const roster = `/leader/roster?week=${week}`;
    const workedOut = async (button: string) => {
      await leader.open(roster);
      const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
      await leader.press(button);
      await (await answered).finished();
      await settled();
      await leader.open(roster);
      await page.getByText(/再怎么排，最多也只能好/).waitFor();
    };
    await workedOut('开始排班');
    const row = page.getByRole('listitem').filter({ hasText: name });
    await row.getByText('喜欢这类服务').waitFor();
    const people = page.getByRole('button', { name: /^不问/ });
    const before = await people.count();
    await row.getByRole('button', { name: `锁定${name}` }).click();
    await row.getByText('已锁定').waitFor();
    await leader.noBarriers();

    await workedOut('重新排班');
    await row.getByText('已锁定').waitFor();
    expect(await people.count()).toBe(before);
    expect(await page.getByText('新', { exact: true }).count()).toBe(0);

    await leader.press('发出邀请');
    await page.getByText('邀请已发出').waitFor();
    await settled();
    await volunteer.open(`/volunteer/shifts/${shiftId}`);
    await volunteer.press('让给别人');
    await volunteer.page.getByRole('button', { name: '让给别人' }).waitFor({ state: 'detached' });
    await settled();
    await workedOut('重新排班');
    expect(await row.count()).toBe(0);
    await page
      .getByText(/谢绝过/)
      .first()
      .waitFor();
  });
});

/** Drags, and lets go when the board knows where the person could go. */
async function dragTo(page: Page, from: Locator, to: Locator): Promise<void> {
  const dataTransfer = await page.evaluateHandle(() => new DataTransfer());
  await expect
    .poll(async () => {
      const isKnown = (await to.getAttribute('class'))?.includes('border-accent') === true;
      // A page that is not yet alive hears of it the next time.
      if (!isKnown) await from.dispatchEvent('dragstart', { dataTransfer });
      return isKnown;
    }, waiting)
    .toBe(true);
  await to.dispatchEvent('drop', { dataTransfer });
}
