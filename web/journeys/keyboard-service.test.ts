import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { anOpenShift } from './an-open-shift.ts';
import { ask, calm, caseOf } from './before-a-page.ts';
import { typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

const realNow = Date.now;
let passed = 0;

describeJourney('those who lead and look after others, by the keyboard alone', ({ stranger, signIn, url }) => {
  const { arrives } = typistsOf({ stranger });
  beforeAll(() => {
    // For the system, which runs in this process, it is 13:00 of tomorrow in Liwan: a night shift of today asks for rest.
    passed = Date.parse(instantAt(dayOf(shiftBy(toInstant(realNow()), day)), '13:00')) - realNow();
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  it('a leader begins a patrol with three who are there, and ends it', async () => {
    const { page, keys, goTo } = await arrives(demoAccounts.teamLeader);
    const id = await anOpenShift(page, '巡逻队出发', shiftBy(toInstant(Date.now()), 10 * minute), 2);
    const { code } = await (await page.request.get(`/api/shifts/${id}/check-in-code`)).json();
    for (const account of [demoAccounts.volunteer, demoAccounts.severalRoles]) {
      const other = await signIn(account);
      await ask(other.page, `/shifts/${id}/sign-ups`, {});
      await ask(other.page, `/shifts/${id}/check-ins`, { code });
    }
    await ask(page, `/shifts/${id}/sign-ups`, {});
    await ask(page, `/shifts/${id}/check-ins`, { code });
    // A patrol is within the time of its shift.
    passed += 15 * minute;
    await goTo(`/leader/shifts/${id}/patrol`);
    const begin = page.getByRole('button', { name: '开始巡逻' });
    await keys.follow(begin);
    await keys.isOn(page.locator('form#begin').getByRole('alert'));
    for (const box of await page.locator('form#begin').getByRole('checkbox').all()) await keys.tick(box);
    await keys.follow(begin);
    const begun = page.getByRole('status').filter({ hasText: '巡逻开始了' });
    await begun.waitFor();
    await keys.isOn(begun);
    await keys.follow(page.getByRole('button', { name: '结束巡逻' }));
    const ended = page.getByRole('status').filter({ hasText: '巡逻结束了' });
    await ended.waitFor();
    await keys.isOn(ended);
  });

  it('a leader adds a way-point, prints its code, and switches it off', async () => {
    const { page, keys, goTo } = await arrives(demoAccounts.teamLeader);
    await goTo('/leader/team/way-points');
    const form = page.locator('form#add');
    await keys.follow(form.getByRole('button', { name: '添加点位' }));
    await keys.isOn(form.getByRole('alert'));
    await keys.write(form.getByLabel('名称'), '老榕树下');
    await keys.follow(form.getByRole('button', { name: '添加点位' }));
    await page.getByText('点位加好了').waitFor();
    await keys.follow(page.getByRole('link', { name: '打印点位码' }));
    await page.getByRole('img', { name: '“老榕树下”的点位码' }).waitFor();
    await keys.follow(page.getByRole('link', { name: '点位', exact: true }));
    await keys.follow(page.getByRole('button', { name: '停用“老榕树下”' }));
    await page.getByText('已停用，那张码不再有效。').waitFor();
  });

  it('a coordinator writes an honour into a service file, and takes it back', async () => {
    const { volunteerId } = (
      await (await (await signIn(demoAccounts.volunteer)).page.request.get('/api/session')).json()
    ).account;
    const { page, keys, goTo } = await arrives(demoAccounts.coordinator, { wide: true });
    await goTo(`/coordinator/people/${volunteerId}/file`);
    const form = page.locator('form#record');
    await keys.write(form.getByLabel('表彰名称'), '年度优秀志愿者');
    await keys.write(form.getByLabel('授予单位'), '逢源街道办事处');
    await keys.follow(form.getByRole('button', { name: '登记' }));
    const written = page.getByRole('status').filter({ hasText: '已登记' });
    await written.waitFor();
    await keys.isOn(written);
    await keys.follow(page.locator('summary', { hasText: '撤回这一条' }).first());
    await keys.write(page.getByLabel('为什么撤回').first(), '登记到了别人的档案');
    await keys.follow(page.getByRole('button', { name: '撤回这一条' }).first());
    await page.getByRole('status').filter({ hasText: '已撤回' }).waitFor();
  });

  it('a counsellor pauses in private, and takes cases again', async () => {
    const { page, keys, goTo } = await arrives(demoAccounts.counsellor);
    await goTo('/care/counselling');
    await keys.follow(page.locator('summary', { hasText: '暂停接新个案' }));
    await keys.write(page.getByLabel('原因'), '家里有事想静一静');
    await keys.follow(page.getByRole('button', { name: '开始暂停' }));
    await page.getByText('家里有事想静一静').waitFor();
    await keys.follow(page.getByRole('button', { name: '重新接案' }));
    await page.getByText('已恢复，可以接新个案了。').waitFor();
  });

  it('a supervisor opens a case in an emergency, and reads it', async () => {
    const caseId = (await caseOf((await signIn(demoAccounts.socialWorker)).page, calm)).split('/').at(-1) ?? '';
    const { page, keys, goTo } = await arrives(demoAccounts.careSupervisor, { wide: true });
    await goTo(`/care/cases/${caseId}`);
    await page.getByText('这个个案不是您督导的').waitFor();
    const form = page.locator('form#open');
    expect(await form.getByLabel('个案号或链接').inputValue()).toBe(caseId);
    await goTo('/care/openings');
    await keys.write(form.getByLabel('个案号或链接'), `${url()}/care/cases/${caseId}/sessions`);
    await keys.write(form.getByLabel('为什么要打开'), '当事人来电中断，社工和值班人员都联系不上，需要马上找到当事人');
    await keys.follow(form.getByRole('button', { name: '打开并通知' }));
    await page
      .getByRole('heading', { level: 1, name: '晨曦' })
      .or(page.getByRole('link', { name: '查看个案' }))
      .first()
      .waitFor();
  });
});
