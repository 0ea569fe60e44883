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
    await send(leader, `/shifts/${shiftId}/attendance/${account.volunteerId}/confirmation`);
    const today = dayOf(toInstant(Date.now()));
    ({ number } = await send(volunteer, '/service-certificates/mine', { from: today, until: today }));
    await settled();
  });

  it('are not for the leader to take back', async () => {
    await leader.open(`/leader/shifts/${shiftId}`);
    await leader.sees('卖出去的巡逻');
    await leader.page.getByText('已记入').first().waitFor();
    expect(await leader.page.getByText('冲正这次时长').count()).toBe(0);
  });

  it('are taken back by a coordinator on the page of the shift, with a reason, without JavaScript as well', async () => {
    const { page, open, noBarriers } = await signIn(demoAccounts.coordinator, { javaScript: false });
    await open(`/leader/shifts/${shiftId}`);
    const form = page.locator('form[action*="takeBack"]');
    await page.getByText('冲正这次时长').click();
    await form.locator('input[name=reason]').fill('没来');
    await form.getByRole('button', { name: '冲正' }).click();
    await page.getByText('5 个字').first().waitFor();
    expect(await form.locator('input[name=reason]').inputValue()).toBe('没来');
    await noBarriers();
    await form.locator('input[name=reason]').fill('问过带队的人，当天没有到场');
    await form.getByRole('button', { name: '冲正' }).click();
    await form.waitFor({ state: 'detached' });
    await settled();

    await volunteer.open('/volunteer/records');
    await volunteer.page.getByText('问过带队的人，当天没有到场').waitFor();
  });

  it('do not come back by the leader, who is told whom to ask', async () => {
    await leader.open(`/leader/shifts/${shiftId}`);
    await leader.page.getByRole('button', { name: /^确认/ }).click();
    await leader.page.getByText('协调员撤销过这次服务的时长，要由协调员重新确认。').waitFor();
    await leader.noBarriers();
  });

  it('stand on a certificate that was issued before, which says so to whoever asks, and to its person', async () => {
    const employer = await stranger();
    await employer.open(`/hours/certificates/${number}`);
    await employer.page.getByText('开具以后记录更正过，这些天现在一共').waitFor();
    await employer.page.getByText('请以现在的时长为准，或者请本人重新开具一份。').waitFor();
    await employer.noBarriers();
    await volunteer.open('/volunteer/records/certificates');
    await volunteer.page.getByText('开具以后记录更正过').waitFor();
    await volunteer.noBarriers();
  });
});
