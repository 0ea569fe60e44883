import { randomUUID } from 'node:crypto';
import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const realNow = Date.now;
const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };

describeJourney('hours that were not served', ({ signIn, stranger, settled }) => {
  let shiftId: string;
  let volunteerId: string;
  let number: string;
  let volunteer: Visitor;
  let leader: Visitor;
  /** How far ahead of the world the system's clock is. */
  let ahead = 0;

  const send = async ({ page }: Visitor, path: string, data: unknown = {}) => {
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await page.request.fetch(`/api${path}`, { method: 'POST', headers, data });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  };
  const shown = async () => (await (await leader.page.request.get(`/api/shifts/${shiftId}/check-in-code`)).json()).code;

  afterAll(() => {
    vi.restoreAllMocks();
  });
  beforeAll(async () => {
    // For the system, which runs in this process, it is 13:00 of tomorrow in Liwan: a night shift of today asks for rest.
    ahead = Date.parse(instantAt(dayOf(shiftBy(toInstant(realNow()), day)), '13:00')) - realNow();
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + ahead);
    leader = await signIn(demoAccounts.teamLeader);
    const activity = await send(leader, '/activities', {
      title: '卖出去的巡逻',
      kind: 'patrol',
      teamScope: demoTeam,
      place,
    });
    const startsAt = shiftBy(toInstant(Date.now()), 20 * minute);
    const shift = { startsAt, endsAt: shiftBy(startsAt, hour), places: 4 };
    ({ id: shiftId } = await send(leader, `/activities/${activity.id}/shifts`, shift));
    await send(leader, `/shifts/${shiftId}/publication`);
    volunteer = await signIn(demoAccounts.volunteer);
    await send(volunteer, `/shifts/${shiftId}/sign-ups`);
    await send(volunteer, `/shifts/${shiftId}/check-ins`, { code: await shown() });
    ahead += 80 * minute;
    await send(volunteer, `/shifts/${shiftId}/check-outs`, { code: await shown() });
    const { account } = await (await volunteer.page.request.get('/api/session')).json();
    volunteerId = account.volunteerId;
    await send(leader, `/shifts/${shiftId}/attendance/${volunteerId}/confirmation`);
    const today = dayOf(toInstant(Date.now()));
    ({ number } = await send(volunteer, '/service-certificates/mine', { from: today, until: today }));
    await settled();
  });

  it('are taken back by a coordinator among the hours of the person, with a reason, without JavaScript as well', async () => {
    const { page, open, press, sees } = await signIn(demoAccounts.coordinator, { javaScript: false });
    await open(`/coordinator/people/${volunteerId}`);
    await press('服务时长和冲正');
    await sees('陈嘉敏的服务时长');
    const card = page.locator('article').filter({ hasText: '卖出去的巡逻' }).first();
    await card.getByText('冲正这次时长').click();
    await card.locator('input[name=reason]').fill('没来');
    await card.getByRole('button', { name: '冲正' }).click();
    await page.getByText('5 个字').first().waitFor();
    expect(await card.locator('input[name=reason]').inputValue()).toBe('没来');
    await card.locator('input[name=reason]').fill('问过带队的人，当天没有到场');
    await card.getByRole('button', { name: '冲正' }).click();
    await page.getByText('已经冲正，本人会收到通知和原因。').waitFor();
    await page.getByText('这一条已经冲正。').waitFor();
    await page.getByText('原因：问过带队的人，当天没有到场').waitFor();
    expect(await page.locator('article').filter({ hasText: '卖出去的巡逻' }).getByText('冲正这次时长').count()).toBe(0);
    await settled();

    await volunteer.open('/volunteer/records');
    await volunteer.page.getByText('原因：问过带队的人，当天没有到场').waitFor();

    const other = await signIn(demoAccounts.coordinator);
    await other.open(`/coordinator/people/${volunteerId}/hours`);
    await other.page.getByText('冲正这次时长').first().click();
    await other.noBarriers();
  });

  it('do not come back by the leader, who is told whom to ask', async () => {
    await leader.open(`/leader/shifts/${shiftId}`);
    await leader.page.getByText('协调员撤销过这次服务的时长，要由协调员重新确认。').waitFor();
    expect(await leader.page.getByRole('button', { name: /^确认/ }).count()).toBe(0);
    await leader.noBarriers();
  });

  it('stand on a certificate that was issued before, which says so to whoever asks, and to its person', async () => {
    const employer = await stranger();
    await employer.open(`/hours/certificates/${number}`);
    await employer.page.getByText('开具以后记录更正过，这些天现在一共').waitFor();
    await employer.page.getByText('请以现在的时长为准，或者请本人重新开具一份。').waitFor();
    await employer.page.getByText('时长更正过', { exact: true }).waitFor();
    expect(await employer.page.getByText('有效', { exact: true }).count()).toBe(0);
    await employer.noBarriers();
    await volunteer.open('/volunteer/records/certificates');
    await volunteer.page.getByText('开具以后记录更正过').waitFor();
    await volunteer.noBarriers();
  });
});
