import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { weekOf } from '@kaifong/shared/scheduling/weeks.ts';
import { afterAll, beforeAll, it, vi } from 'vitest';
import { anOpenShift } from './an-open-shift.ts';
import { ask } from './before-a-page.ts';
import { type Typist, typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

const realNow = Date.now;

const inDays = (days: number) => dayOf(shiftBy(toInstant(Date.now()), days * day));

describeJourney('a team leader plans, by the keyboard alone', ({ stranger, signIn }) => {
  const { arrives } = typistsOf({ stranger });
  let leader: Typist;
  beforeAll(async () => {
    // For the system, which runs in this process, it is 13:00 of tomorrow in Liwan: a night shift of today asks for rest.
    const passed = Date.parse(instantAt(dayOf(shiftBy(toInstant(realNow()), day)), '13:00')) - realNow();
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
    leader = await arrives(demoAccounts.teamLeader);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  it('copies a week, once she has seen what comes of it', async () => {
    const { page, keys, goTo, sees } = leader;
    await anOpenShift(leader.page, '要复制的巡逻', instantAt(inDays(21), '14:30'));
    await goTo('/leader/series');
    await keys.follow(page.getByRole('link', { name: '复制一周' }));
    await sees('复制一周');
    await keys.skipToContent();
    const week = async (label: string, days: number) => {
      const list = page.getByLabel(label);
      const option = list.locator(`option[value="${weekOf(inDays(days))}"]`);
      await keys.choose(list, (await option.innerText()).trim());
    };
    await week('从哪一周', 21);
    await week('排到哪一周', 70);
    await keys.follow(page.getByRole('button', { name: '看看会排出什么' }));
    await keys.isOn(page.locator('div[tabindex="-1"]', { hasText: '要复制的巡逻' }));
    await keys.follow(page.getByRole('button', { name: /^排出这 \d+ 个草稿/ }));
    await page.getByText(/已排出 \d+ 个草稿/).waitFor();
    await sees('复制一周');
  });

  it('keeps a template, plans a shift by it, and drops it', async () => {
    const { page, keys, goTo, sees } = leader;
    await goTo('/leader/series/templates');
    const summary = page.locator('summary', { hasText: '存一个模板' });
    const form = page.locator('form#keep');
    if (!(await form.isVisible())) await keys.follow(summary);
    await keys.write(form.getByLabel('模板名称'), '午后巡逻');
    await keys.writeMoment(form.getByLabel('几点开始'), '15:00');
    await keys.write(form.getByLabel('要几个人'), '4');
    const keep = form.getByRole('button', { name: '存下来' });
    await keys.follow(keep);
    // What is wrong is said above the form, and the focus goes there; what was typed is kept.
    const faults = form.getByRole('alert');
    await keys.isOn(faults);
    await faults.getByText('请从列出的选项里选').waitFor();
    const activity = form.getByLabel('哪个活动');
    await keys.choose(activity, (await activity.locator('option').nth(1).innerText()).trim());
    await keys.writeMoment(form.getByLabel('几点结束'), '16:30');
    await keys.follow(keep);
    await page.getByText('模板存好了').waitFor();

    await goTo('/leader/series/templates');
    const kept = page.getByRole('listitem').filter({ hasText: '午后巡逻' });
    await keys.writeMoment(kept.getByLabel('日期'), inDays(30));
    await keys.follow(kept.getByRole('button', { name: '用它排一个班次' }));
    await page.waitForURL((address) => address.pathname.startsWith('/leader/shifts/'));
    await page.getByText('草稿存好了').waitFor();

    await goTo('/leader/series/templates');
    await keys.follow(kept.getByRole('button', { name: '删掉模板' }));
    await page.getByText('模板删掉了').waitFor();
    await kept.waitFor({ state: 'detached' });
    await sees('班次模板');
  });

  it('looks who has come today, and has the number of who has not', async () => {
    const id = await anOpenShift(leader.page, '马上开始的巡逻', shiftBy(toInstant(Date.now()), 20 * minute));
    await ask((await signIn(demoAccounts.volunteer)).page, `/shifts/${id}/sign-ups`, {});
    const { page, keys, goTo } = leader;
    await goTo('/leader');
    await keys.follow(page.getByRole('link', { name: '今天到岗情况' }).first());
    await page.waitForURL((address) => address.pathname === '/leader/day');
    await keys.skipToContent();
    const shift = page.locator('section', { hasText: '马上开始的巡逻' });
    await keys.follow(shift.getByRole('button', { name: `给${demoAccounts.volunteer.name}打电话` }));
    const person = shift.getByRole('listitem').filter({ hasText: demoAccounts.volunteer.name });
    await person.getByRole('link', { name: /1380000/ }).waitFor();
    // The button has become the number; the focus stays with the person. A phone begins to ring by itself.
    await keys.isOn(person);
  });
});
