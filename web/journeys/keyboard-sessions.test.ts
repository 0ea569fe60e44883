import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { it } from 'vitest';
import { typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

const inDays = (days: number) => dayOf(shiftBy(toInstant(Date.now()), days * day));

describeJourney('sessions, referrals and the rota, by the keyboard alone', ({ stranger }) => {
  const { arrives } = typistsOf({ stranger });

  it('a counsellor plans a session by phone and cancels it', async () => {
    const { page, keys, goTo, sees } = await arrives(demoAccounts.counsellor);
    await sees('我的个案');
    await keys.skipToContent();
    await keys.follow(page.getByRole('main').locator('a[href^="/care/cases/"]').first());
    await page.waitForURL('**/care/cases/*');
    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: '约会谈、记结果' }));
    await sees('会谈');
    const cancel = page.getByRole('button', { name: '取消这次会谈' });
    if (await cancel.isVisible()) {
      await keys.follow(cancel);
      await cancel.waitFor({ state: 'detached' });
    }
    await goTo(new URL(page.url()).pathname);
    const form = page.locator('form#plan');
    await keys.writeMoment(form.getByLabel('哪一天'), inDays(3));
    await keys.writeMoment(form.getByLabel('几点开始'), '19:30');
    await keys.follow(form.getByRole('button', { name: '约好这一次' }));
    await keys.isOn(form.getByRole('alert'));
    await keys.pick(form.getByRole('group', { name: '怎样谈' }), '打电话谈');
    await keys.follow(form.getByRole('button', { name: '约好这一次' }));
    await page.getByText('会谈已约好。').waitFor();
    await keys.follow(cancel);
    await cancel.waitFor({ state: 'detached' });
    await page.getByText('已取消', { exact: true }).first().waitFor();
  });

  it('a social worker hands somebody on to a hospital, and keeps that they arrived', async () => {
    const { page, keys, goTo } = await arrives(demoAccounts.socialWorker, { wide: true });
    await goTo('/care/my-cases');
    await keys.follow(page.getByRole('main').locator('a[href^="/care/cases/"]').first());
    await page.waitForURL('**/care/cases/*');
    await goTo(`${new URL(page.url()).pathname}/referrals`);
    const form = page.locator('form#referral');
    await keys.pick(form.getByRole('group', { name: '转介到哪里' }), '医院');
    await keys.write(form.getByLabel('机构的名称'), '区人民医院心理科');
    await keys.write(form.getByLabel('为什么转介'), '夜里睡不着，想先看医生。');
    await keys.pick(form.getByRole('group', { name: '当事人同意吗' }), '当事人听清楚了，并且同意');
    await keys.follow(form.getByRole('button', { name: '登记转介' }));
    const answer = page.locator('form#answer');
    await answer.waitFor();
    await keys.pick(answer.getByRole('group', { name: '结果怎样' }), '对方已接到当事人');
    await keys.write(answer.getByLabel('谁接到的'), '门诊护士');
    await keys.pick(answer.getByRole('group', { name: '怎样知道的' }), '对方说的');
    await keys.follow(answer.getByRole('button', { name: '记下结果' }));
    await page.getByText('对方已接到', { exact: true }).first().waitFor();
  });

  it('a supervisor takes a duty off the rota, and who is on call keeps how to be reached', async () => {
    const supervisor = await arrives(demoAccounts.careSupervisor, { wide: true });
    await supervisor.goTo('/care/rota');
    const change = supervisor.page.getByRole('listitem').locator('summary', { hasText: '换人或取消' }).last();
    await supervisor.keys.follow(change);
    const remove = supervisor.page.getByRole('button', { name: '取消这一班' });
    await supervisor.keys.follow(remove.last());
    await supervisor.keys.isOn(supervisor.page.locator('div[tabindex="-1"]', { hasText: '已取消' }));

    const { page, keys, goTo } = await arrives(demoAccounts.onCall);
    await goTo('/care/duties');
    await keys.write(page.getByLabel('值班时的称呼'), '阿榕');
    await keys.write(page.getByLabel('值班电话'), '13911110077');
    await keys.follow(page.getByRole('button', { name: '保存' }));
    await keys.isOn(page.locator('div[tabindex="-1"]', { hasText: '已保存' }));
  });
});
