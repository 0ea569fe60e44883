import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { it } from 'vitest';
import { typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

/** The case of the demo that is in the middle of its way. */
const alias = '青石';

const inDays = (days: number) => dayOf(shiftBy(toInstant(Date.now()), days * day));

describeJourney('sessions, referrals and the rota, by the keyboard alone', ({ stranger }) => {
  const { arrives } = typistsOf({ stranger });

  it('a counsellor calls a session off and plans another by phone', async () => {
    const { page, keys, goTo, sees } = await arrives(demoAccounts.counsellor);
    await goTo('/care/my-cases');
    await keys.follow(page.getByRole('link', { name: alias }).first());
    await sees('会谈');
    await keys.skipToContent();
    await keys.follow(page.getByRole('button', { name: '取消这次会谈' }));
    const form = page.locator('form#plan');
    await form.waitFor();
    await keys.writeMoment(form.getByLabel('哪一天'), inDays(10));
    await keys.writeMoment(form.getByLabel('几点开始'), '19:30');
    await keys.follow(form.getByRole('button', { name: '约好这一次' }));
    await keys.isOn(form.getByRole('alert'));
    await keys.pick(form.getByRole('group', { name: '怎样谈' }), '打电话谈');
    await keys.follow(form.getByRole('button', { name: '约好这一次' }));
    await page.getByText('会谈已约好。').waitFor();
  });

  it('a social worker keeps that somebody arrived where she was handed on to', async () => {
    const { page, keys, goTo } = await arrives(demoAccounts.socialWorker, { wide: true });
    await goTo('/care/my-cases');
    await keys.follow(page.getByRole('link', { name: alias }).first());
    await page.waitForURL('**/care/cases/**');
    const [path = ''] = /\/care\/cases\/[^/]+/.exec(new URL(page.url()).pathname) ?? [];
    await goTo(`${path}/referrals`);
    const answer = page.locator('form#answer');
    await keys.pick(answer.getByRole('group', { name: '结果怎样' }), '对方已接到当事人');
    await keys.write(answer.getByLabel('谁接到的'), '睡眠门诊护士');
    await keys.pick(answer.getByRole('group', { name: '怎样知道的' }), '对方说的');
    await keys.follow(answer.getByRole('button', { name: '记下结果' }));
    await page.getByText('睡眠门诊护士').waitFor();
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
