import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { anOpenShift } from './an-open-shift.ts';
import { ask } from './before-a-page.ts';
import { typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';
import { areKept, workerIsThere } from './kept-pages.ts';

const realNow = Date.now;

describeJourney('without a network, by the keyboard alone', ({ stranger, signIn }) => {
  const { arrives } = typistsOf({ stranger });
  beforeAll(() => {
    // For the system, which runs in this process, it is 13:00 of tomorrow in Liwan: a night shift of today asks for rest.
    const passed = Date.parse(instantAt(dayOf(shiftBy(toInstant(realNow()), day)), '13:00')) - realNow();
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  it('she takes one thing back of two that wait, is refused the other, and puts it away', async () => {
    const leader = await signIn(demoAccounts.teamLeader);
    const id = await anOpenShift(leader.page, '晚到的签到', shiftBy(toInstant(Date.now()), 20 * minute), 2);

    const { page, keys, goTo, sees } = await arrives(demoAccounts.volunteer);
    await workerIsThere(page);
    await ask(page, `/shifts/${id}/sign-ups`, {});
    await goTo(`/volunteer/shifts/${id}`);
    await goTo(`/check-in/${id}`);
    await areKept(page, `/check-in/${id}`, `/volunteer/shifts/${id}`, '/volunteer/pending');

    await page.context().setOffline(true);
    await keys.write(page.getByLabel('签到码'), 'K7QM-2XPD');
    await keys.press('Enter');
    await sees('待发送的事项');
    await goTo(`/volunteer/shifts/${id}`);
    await keys.follow(page.getByRole('button', { name: '来不了？取消报名' }));
    await keys.write(page.getByLabel('为什么来不了'), '家里有事');
    await keys.follow(page.getByRole('button', { name: '确定取消报名' }));
    await page.getByRole('heading', { name: '待发送 2 项' }).waitFor();
    await keys.skipToContent();
    const cancelling = page.getByRole('article').filter({ hasText: '取消报名' });
    await keys.follow(cancelling.getByRole('button', { name: '不发送了' }));
    await page.getByRole('heading', { name: '待发送 1 项' }).waitFor();
    // Its button went with it: the focus stays by what is left.
    const list = page.locator('main div[tabindex="-1"]');
    await keys.isOn(list);
    await keys.tabTo(page.getByRole('button', { name: '不发送了' }));

    await page.context().setOffline(false);
    await page.getByText('签到码不对或已经换了').waitFor();
    await keys.isOn(list);
    await keys.follow(page.getByRole('button', { name: '知道了' }));
    await page.getByText('没有待发送的事项').waitFor();
    await keys.isOn(list);
    expect((await (await leader.page.request.get(`/api/shifts/${id}/attendance`)).json()).items).toHaveLength(1);
  });
});
