import { demoAccounts, demoCommunity, demoStreet, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { dayOf, instantAt, toInstant } from '@kaifong/shared/kernel/time.ts';
import { streets } from '@kaifong/shared/organisation/streets.ts';
import { startingSkills } from '@kaifong/shared/people/skills/skills.ts';
import { addDays } from '@kaifong/shared/scheduling/series/series-rule.ts';
import { weekOf } from '@kaifong/shared/scheduling/weeks.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import { sendAs } from './send-as.ts';
import type { Visitor } from './visitor.ts';

/** The Wednesday of a week that lies whole before us, and that the list can show. */
function comingWednesday(): string {
  const today = dayOf(toInstant(Date.now()));
  const days = Array.from({ length: 7 }, (_, index) => addDays(today, index + 5));
  return days.find((each) => new Date(`${each}T00:00:00Z`).getUTCDay() === 3) ?? today;
}

const wednesday = comingWednesday();
const [monday, tuesday, thursday] = [-2, -1, 1].map((offset) => addDays(wednesday, offset));

/** Gives back all that somebody has planned in the week, so that only what the story plans counts. */
async function freeTheWeek(who: Visitor): Promise<void> {
  const { items } = await (await who.page.request.get('/api/agenda?limit=100')).json();
  for (const { shiftId, startsAt, state } of items) {
    if (weekOf(dayOf(startsAt)) !== weekOf(wednesday)) continue;
    if (state === 'signedUp') {
      await sendAs(who, 'POST', `/shifts/${shiftId}/sign-ups/me/late-cancellation`, { reason: '另有安排' });
    }
  }
}

async function skillSheLacks({ page }: Visitor): Promise<string> {
  const { skills } = await (await page.request.get('/api/volunteers/me')).json();
  const lacking = startingSkills.find(({ code }) => !skills.includes(code));
  if (!lacking) throw new Error('she has every skill');
  return lacking.code;
}

/** The shifts of the story, in the demo's team, by a leader who is in one of them herself. */
async function plan(leader: Visitor, volunteer: Visitor): Promise<void> {
  const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
  const shift = async (title: string, date = '', from: string, to: string, more: object = {}) => {
    const body = { title, kind: 'patrol', teamScope: demoTeam, place };
    const activity = await sendAs(leader, 'POST', '/activities', body);
    const endsAt = to === '24:00' ? instantAt(addDays(date, 1), '00:00') : instantAt(date, to);
    const times = { startsAt: instantAt(date, from), endsAt, places: 2 };
    const { id } = await sendAs(leader, 'POST', `/activities/${activity.id}/shifts`, { ...times, ...more });
    await sendAs(leader, 'POST', `/shifts/${id}/publication`);
    return id;
  };
  const signUp = (who: Visitor, id: string) => sendAs(who, 'POST', `/shifts/${id}/sign-ups`);
  await signUp(volunteer, await shift('周一四小时', monday, '09:00', '13:00'));
  await signUp(volunteer, await shift('周二夜班', tuesday, '20:00', '24:00'));
  await signUp(volunteer, await shift('周三我的班', wednesday, '08:00', '14:00'));
  await shift('周三能去', wednesday, '17:00', '18:00');
  await shift('周三没睡够', wednesday, '06:30', '07:30');
  await shift('周三撞时间', wednesday, '13:00', '15:00');
  await shift('周三太久', wednesday, '18:00', '21:00');
  await shift('周三要本领', wednesday, '15:00', '16:00', { neededSkill: await skillSheLacks(volunteer) });
  await shift('周三凭邀请', wednesday, '15:00', '16:00', { mode: 'invitation' });
  await shift('周三队长排', wednesday, '15:00', '16:00', { mode: 'assigned' });
  await signUp(leader, await shift('周三满了', wednesday, '15:00', '16:00', { places: 1 }));
  await shift('周四超周', thursday, '09:00', '16:00');
}

/** What a card says that keeps her from its shift, in words. */
const reasons: readonly [title: string, words: RegExp][] = [
  ['周三没睡够', /与夜间班次“周二夜班”.*之间休息不足 8 小时/],
  ['周三撞时间', /与您已报名的“周三我的班”.*时间重叠/],
  ['周三太久', /这一天会超过 8 小时/],
  ['周三要本领', /这个班次需要“.+”技能/],
  ['周三凭邀请', /这个班次由队长邀请/],
  ['周三队长排', /这个班次由队长安排人员，再由本人确认/],
  ['周三满了', /名额已满/],
];

describeJourney('what somebody can take', ({ signIn, settled }) => {
  it('is found by list, place and day, each that she cannot take says why, and an empty list says so, with and without JavaScript', async () => {
    const leader = await signIn(demoAccounts.teamLeader);
    const planner = await signIn(demoAccounts.volunteer);
    await freeTheWeek(planner);
    await freeTheWeek(leader);
    await plan(leader, planner);
    await settled();
    const silent = await emptyStreet(planner);

    for (const javaScript of [true, false]) {
      const { page, open, press, sees, noBarriers } = javaScript
        ? planner
        : await signIn(demoAccounts.volunteer, { javaScript });
      const card = (title: string) =>
        page.getByRole('article').filter({ has: page.getByRole('link', { name: title, exact: true }) });
      const look = async (fields: Readonly<{ place?: string; day?: string }>) => {
        for (const [name, value] of Object.entries(fields))
          await page.locator(`select[name=${name}]`).selectOption(value);
        await press('看一看');
        // The links to the lists say what the page shows.
        const shown = new URLSearchParams(fields);
        for (const part of `${shown}`.split('&')) await page.locator(`nav a[href*="${part}"]`).first().waitFor();
      };
      const choose = async (list: string) => {
        await press(list);
        await page.locator('a[aria-current=true]').filter({ hasText: list }).waitFor();
      };
      await open('/volunteer/shifts');
      await sees('可以报名的班次');
      await look({ place: demoCommunity, day: wednesday });
      await card('周三能去').waitFor();
      for (const [title] of reasons) expect(await card(title).count(), title).toBe(0);

      await choose('全部班次');
      for (const [title, words] of reasons) await card(title).filter({ hasText: words }).waitFor();
      await card('周三我的班').filter({ hasText: '已报名' }).waitFor();
      expect(await page.locator('select[name=day]').inputValue()).toBe(wednesday);
      if (javaScript) await noBarriers();

      await look({ day: thursday ?? '' });
      await card('周四超周').filter({ hasText: '这样您这一周会超过 20 小时' }).waitFor();
      expect(await card('周三能去').count()).toBe(0);
      await choose('我能报名的');
      await look({ place: demoStreet, day: wednesday });
      await card('周三能去').waitFor();

      await choose('全部班次');
      await look({ place: silent, day: wednesday });
      await page.getByText('现在没有可以报名的班次').waitFor();
      await choose('我能报名的');
      await page.getByText('现在没有您能报名的班次').waitFor();
      expect(await page.getByRole('article').count()).toBe(0);
      if (javaScript) await noBarriers();
    }
  });
});

/** A street in which nothing takes place on that Wednesday. */
async function emptyStreet({ page }: Visitor): Promise<string> {
  for (const { scope } of streets) {
    const query = new URLSearchParams({ place: scope, list: 'all', from: wednesday, until: wednesday });
    const { items } = await (await page.request.get(`/api/suitable-shifts?${query}`)).json();
    if (items.length === 0) return scope;
  }
  throw new Error('every street of the demo has shifts on that day');
}
