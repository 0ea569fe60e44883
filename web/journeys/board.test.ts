import { randomUUID } from 'node:crypto';
import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { weekOf } from '@kaifong/shared/scheduling/weeks.ts';
import { beforeAll, expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

describeJourney('the board of a leader', ({ signIn, settled }) => {
  let leader: Visitor;
  let plain: Visitor;
  let volunteer: Visitor;
  beforeAll(async () => {
    leader = await signIn(demoAccounts.teamLeader);
    plain = await signIn(demoAccounts.teamLeader, { javaScript: false });
    volunteer = await signIn(demoAccounts.volunteer);
  });

  async function post(who: Visitor, path: string, data: unknown = {}) {
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await who.page.request.fetch(`/api${path}`, { method: 'POST', headers, data });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  }

  /** A shift of two hours on a day three weeks from now, when the demo has nothing else. */
  async function aShift(title: string, offset: number, clock: string): Promise<string> {
    const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
    const activity = await post(leader, '/activities', { title, kind: 'patrol', teamScope: demoTeam, place });
    const startsAt = instantAt(mondayInThreeWeeks(offset), clock);
    const shift = { startsAt, endsAt: shiftBy(startsAt, 2 * hour), places: 2 };
    const { id } = await post(leader, `/activities/${activity.id}/shifts`, shift);
    await post(leader, `/shifts/${id}/publication`);
    return id;
  }

  function mondayInThreeWeeks(offset: number): string {
    const noon = instantAt(dayOf(shiftBy(toInstant(Date.now()), 21 * day)), '12:00');
    const weekday = (new Date(`${dayOf(noon)}T00:00:00.000Z`).getUTCDay() + 6) % 7;
    return dayOf(shiftBy(noon, (offset - weekday) * day));
  }
  const board = () => `/leader/board?week=${weekOf(mondayInThreeWeeks(0))}`;

  for (const [index, javaScript] of [true, false].entries()) {
    it(`asks somebody to move by the menu on her name, who accepts, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const own = javaScript ? '看板甲' : '看板丙';
      const other = javaScript ? '看板乙' : '看板丁';
      const from = await aShift(own, 2 * index, '09:00');
      const to = await aShift(other, 2 * index + 1, '15:00');
      await post(volunteer, `/shifts/${from}/sign-ups`);
      const visitor = javaScript ? leader : plain;
      const { page } = visitor;
      await visitor.open(board());
      await visitor.sees('排班看板');
      const { name } = demoAccounts.volunteer;
      const shift = (title: string) => page.getByRole('article', { name: title });
      const chip = shift(own).getByRole('link', { name });
      if (javaScript) {
        await chip.focus();
        await page.keyboard.press('Enter');
      } else await chip.click();
      const ask = page.getByRole('button', { name: new RegExp(`询问 ${name} ${other}`) });
      await ask.waitFor();
      if (javaScript) await visitor.noBarriers();
      await ask.focus();
      await page.keyboard.press('Enter');
      await page.getByText('已询问').waitFor();
      await shift(other).getByText(`请其从“${own}”改过来`).waitFor();
      await shift(own).getByRole('link', { name }).waitFor();

      await volunteer.open(`/volunteer/shifts/${to}`);
      await volunteer.page.getByText(`从“${own}”`).waitFor();
      await volunteer.press('我要参加');
      await volunteer.page.getByRole('button', { name: '我要参加' }).waitFor({ state: 'detached' });
      await settled();
      await visitor.open(board());
      await shift(other).getByRole('link', { name }).waitFor();
      expect(await shift(own).getByText(name).count()).toBe(0);
    });
  }

  it('asks members for what is open, and writes to all in a shift', async () => {
    await leader.open(board());
    const shift = leader.page.getByRole('article', { name: '看板乙' });
    await shift.getByRole('button', { name: '发消息给全体' }).click();
    await leader.page.getByRole('textbox', { name: /消息/ }).fill('请带雨衣');
    await leader.press('发送');
    await leader.page.getByText(/已发给 1 人/).waitFor();
    await settled();
    await volunteer.open('/account/notifications');
    await volunteer.page.getByText(/请带雨衣/).waitFor();
    await leader.open(board());
    await shift.getByRole('button', { name: /^邀请/ }).click();
    await leader.page.getByText(/已邀请 \d 人/).waitFor();
  });
});
