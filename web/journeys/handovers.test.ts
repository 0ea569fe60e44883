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

describeJourney('a place that is handed over, and one who did not come', ({ signIn, settled }) => {
  let leader: Visitor;

  beforeAll(async () => {
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
    leader = await signIn(demoAccounts.teamLeader, { wide: true });
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  async function post(path: string, data: unknown = {}) {
    const answer = await leader.page.request.fetch(`/api${path}`, {
      method: 'POST',
      headers: { 'idempotency-key': randomUUID() },
      data,
    });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  }

  /** A shift of one hour that begins in 20 minutes. */
  async function aShift(title: string): Promise<string> {
    const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
    const activity = await post('/activities', { title, kind: 'patrol', teamScope: demoTeam, place });
    const startsAt = shiftBy(toInstant(Date.now()), 20 * minute);
    const shift = { startsAt, endsAt: shiftBy(startsAt, hour), places: 4 };
    const { id } = await post(`/activities/${activity.id}/shifts`, shift);
    await post(`/shifts/${id}/publication`);
    return id;
  }

  for (const javaScript of [true, false]) {
    const how = `${javaScript ? 'with' : 'without'} JavaScript`;
    const on = (first: number) => (javaScript ? first : first + 4);

    it(`a volunteer offers her place, another takes it, and the leader sees it, ${how}`, async () => {
      comesTheDay(on(1));
      const title = `代班巡逻 ${how}`;
      const shiftId = await aShift(title);
      const giver = await signIn(demoAccounts.volunteer, { javaScript });
      await giver.open(`/volunteer/shifts/${shiftId}`);
      await giver.page.getByRole('button', { name: '报名', exact: true }).click();
      await giver.page.getByText('报名成功').waitFor();
      await giver.press('找人替班、换班');
      await giver.sees('找人替班');
      await giver.page.getByText('问所有志愿者').click();
      await giver.page.getByLabel('想说的话').fill('要带妈妈看医生');
      await giver.press('发出');
      await giver.sees('替班邀请');
      await giver.page.getByText('发出了。有人接下时会通知您。').waitFor();
      const link = await giver.page.getByLabel('链接', { exact: true }).inputValue();

      const taker = await signIn(demoAccounts.severalRoles, { javaScript });
      await taker.open(new URL(link).pathname);
      await taker.sees('替班邀请');
      await taker.press('接下这个班');
      await taker.page.getByText('接下了，谢谢您！').waitFor();
      await taker.open('/volunteer/agenda');
      await taker.page.getByText(title).waitFor();

      await giver.open('/volunteer/handovers');
      await giver.sees('我找人替过的班');
      await giver.page.getByRole('listitem').filter({ hasText: title }).getByText('接了').waitFor();
      await giver.open('/volunteer/agenda');
      await giver.sees('我的班次');
      expect(await giver.page.getByText(title).count()).toBe(0);

      await leader.open(`/leader/shifts/${shiftId}`);
      await leader.sees(title);
      await leader.page.locator('#handovers').getByText('接了').waitFor();
    });

    it(`a leader marks who did not come, she says otherwise, and a coordinator decides, ${how}`, async () => {
      comesTheDay(on(2));
      const title = `没等到的巡逻 ${how}`;
      const shiftId = await aShift(title);
      const her = await signIn(demoAccounts.volunteer, { javaScript });
      await her.open(`/volunteer/shifts/${shiftId}`);
      await her.page.getByRole('button', { name: '报名', exact: true }).click();
      await her.page.getByText('报名成功').waitFor();
      passed += 2 * hour;

      const visitor = javaScript ? leader : await signIn(demoAccounts.teamLeader, { javaScript });
      await visitor.open(`/leader/shifts/${shiftId}`);
      await visitor.sees(title);
      await visitor.page.locator('#absent').getByRole('button', { name: '记“没来”' }).click();
      await visitor.page.locator('#absent').getByText('队长记了没来').waitFor();
      await settled();

      await her.open('/volunteer/no-shows');
      await her.sees('我的出勤');
      const card = her.page.locator('section', { has: her.page.getByRole('heading', { name: title }) }).last();
      await card.getByText('不是这样，我要说明…').click();
      await card.getByLabel('当时的情况').fill('我到了，手机没电');
      await her.press('发送说明');
      await her.page.getByText('收到了，会有人核实并答复您。').waitFor();
      await her.sees('我的出勤');

      const coordinator = await signIn(demoAccounts.coordinator, { javaScript });
      await coordinator.open('/coordinator/no-shows');
      await coordinator.sees('“没来”的异议');
      const contested = coordinator.page
        .locator('section', { has: coordinator.page.getByText('我到了，手机没电', { exact: true }) })
        .last();
      await contested.getByText('取消这条记录').click();
      await contested.getByLabel('理由（本人会看到）').fill('队长确认您到了');
      await contested.getByRole('button', { name: '确定' }).click();
      await coordinator.page.getByText('已答复本人。').waitFor();
      await settled();

      await her.open('/volunteer/no-shows');
      await her.page.getByText('队长确认您到了').first().waitFor();
      if (!javaScript) return;
      await leader.open('/leader/team/reliability');
      await leader.sees('出勤情况');
      await leader.page.getByText('陈嘉敏').waitFor();
    });
  }
});
