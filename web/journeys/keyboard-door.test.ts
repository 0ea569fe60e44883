import { demoAccounts, demoStreet } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, it, vi } from 'vitest';
import { anOpenShift } from './an-open-shift.ts';
import { ask } from './before-a-page.ts';
import { type Typist, typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

const realNow = Date.now;

describeJourney('where a shift meets, by the keyboard alone', ({ stranger }) => {
  const { arrives, comes } = typistsOf({ stranger });
  let leader: Typist;
  let volunteer: Typist;
  beforeAll(async () => {
    // For the system, which runs in this process, it is 13:00 of tomorrow in Liwan: a night shift of today asks for rest.
    const passed = Date.parse(instantAt(dayOf(shiftBy(toInstant(realNow()), day)), '13:00')) - realNow();
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
    leader = await arrives(demoAccounts.teamLeader);
    volunteer = await arrives(demoAccounts.volunteer);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  /** A shift of an hour in which the volunteer has a place. */
  async function aShift(title: string, startsAt: ReturnType<typeof toInstant>): Promise<string> {
    const id = await anOpenShift(leader.page, title, startsAt);
    await ask(volunteer.page, `/shifts/${id}/sign-ups`, {});
    return id;
  }

  it('she finds what she can take in a street on a day', async () => {
    const { page, keys, goTo } = volunteer;
    await goTo('/volunteer/shifts');
    const places = page.locator('select[name=place]');
    await keys.choose(places, (await places.locator(`option[value="${demoStreet}"]`).innerText()).trim());
    await keys.follow(page.getByRole('button', { name: '看一看' }));
    await page.waitForURL((address) => address.searchParams.get('place') === demoStreet);
    await keys.follow(page.getByRole('link', { name: '全部班次', exact: true }));
    await page.locator('a[aria-current=true]').filter({ hasText: '全部班次' }).waitFor();
    await keys.tabTo(page.getByRole('article').getByRole('link').first());
  });

  it('the leader says that it meets elsewhere', async () => {
    const id = await aShift('换地方', instantAt(dayOf(shiftBy(toInstant(Date.now()), 20 * day)), '09:00'));
    const { page, keys, goTo } = leader;
    await goTo(`/leader/shifts/${id}`);
    await keys.follow(page.locator('summary', { hasText: '改集合地点' }));
    const save = page.getByRole('button', { name: '保存地点' });
    await keys.follow(save);
    await keys.isOn(page.getByRole('alert').filter({ hasText: '地点和原来一样' }));
    await keys.write(page.locator('input[name="place.name"]'), '荔湾湖公园北门');
    await keys.follow(save);
    const changed = page.getByRole('status').filter({ hasText: '集合地点改好了' });
    await changed.waitFor();
    await keys.isOn(changed);
  });

  it('the leader has a tablet stand by the door, where her code takes her in, and closes it', async () => {
    const id = await aShift('门口签到', shiftBy(toInstant(Date.now()), 20 * minute));
    const { page, keys, goTo, sees } = leader;
    await goTo(`/leader/shifts/${id}`);
    await keys.follow(page.getByRole('link', { name: '用平板当签到台' }));
    await sees('平板签到台');
    await keys.skipToContent();
    await keys.follow(page.getByRole('button', { name: '开一个签到台' }));
    await page.getByText('签到台开好了').waitFor();
    const address = await page.locator('form[action="/sign-out"] input[name=to]').inputValue();

    const { code = '' } = await (await volunteer.page.request.get('/api/attendance-passes/mine')).json();
    const tablet = await comes({ wide: true });
    await tablet.open(address);
    await tablet.sees('签到台：门口签到');
    await tablet.keys.write(tablet.page.getByLabel('手机上的码'), code);
    await tablet.keys.follow(tablet.page.getByRole('button', { name: '签到' }));
    await tablet.page.getByText('陈*敏 已签到').waitFor();

    await goTo(`/leader/shifts/${id}/kiosk`);
    await keys.follow(page.getByRole('button', { name: '关闭签到台' }));
    const closed = page.getByRole('status').filter({ hasText: '签到台已经关闭' });
    await closed.waitFor();
    await keys.isOn(closed);
  });
});
