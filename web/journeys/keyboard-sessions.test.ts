import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { it } from 'vitest';
import { type Typist, typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

/** The case of the demo that is in the middle of its way. */
const alias = '青石';

/** The path of the case that is called so. */
async function caseIn({ page, keys, goTo }: Typist): Promise<string> {
  await goTo('/care/my-cases');
  await keys.follow(page.getByRole('link', { name: alias }).first());
  await page.waitForURL('**/care/cases/**');
  const [path = ''] = /\/care\/cases\/[^/]+/.exec(new URL(page.url()).pathname) ?? [];
  return path;
}

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
    const socialWorker = await arrives(demoAccounts.socialWorker, { wide: true });
    const { page, keys, goTo } = socialWorker;
    await goTo(`${await caseIn(socialWorker)}/referrals`);
    const answer = page.locator('form#answer');
    await keys.pick(answer.getByRole('group', { name: '结果怎样' }), '对方已接到当事人');
    await keys.write(answer.getByLabel('谁接到的'), '睡眠门诊护士');
    await keys.pick(answer.getByRole('group', { name: '怎样知道的' }), '对方说的');
    await keys.follow(answer.getByRole('button', { name: '记下结果' }));
    await page.getByText('睡眠门诊护士').waitFor();
  });

  it('a social worker hands somebody on to a hotline, and a counsellor the case over to another', async () => {
    const socialWorker = await arrives(demoAccounts.socialWorker, { wide: true });
    const path = await caseIn(socialWorker);
    await socialWorker.goTo(path);
    await socialWorker.keys.follow(socialWorker.page.getByRole('link', { name: '转介到医院或热线' }));
    await socialWorker.sees('转介');
    await socialWorker.keys.skipToContent();
    const referral = socialWorker.page.locator('form#referral');
    await socialWorker.keys.pick(referral.getByRole('group', { name: '转介到哪里' }), '热线');
    await socialWorker.keys.write(referral.getByLabel('机构的名称'), '市心理援助热线');
    await socialWorker.keys.write(referral.getByLabel('为什么转介'), '夜里没有人说话，想有个号码可以打。');
    await socialWorker.keys.follow(referral.getByRole('button', { name: '登记转介' }));
    await socialWorker.keys.isOn(referral.getByRole('alert'));
    await socialWorker.keys.pick(referral.getByRole('group', { name: '当事人同意吗' }), '当事人听清楚了，并且同意');
    await socialWorker.keys.follow(referral.getByRole('button', { name: '登记转介' }));
    await socialWorker.page.getByRole('heading', { name: '市心理援助热线' }).waitFor();

    const { page, keys, goTo, sees } = await arrives(demoAccounts.counsellor);
    await goTo(path);
    await keys.follow(page.getByRole('link', { name: '转交给另一位' }));
    await sees('转交');
    await keys.skipToContent();
    await keys.pick(page.getByRole('group', { name: '为什么转交' }), '时间对不上');
    await keys.write(page.getByLabel('接手的人需要知道什么'), '太短了');
    await keys.follow(page.getByRole('button', { name: '写好了，转交' }));
    await keys.isOn(page.getByRole('alert'));
    await keys.write(page.getByLabel('接手的人需要知道什么'), '谈过一次，晚上比较想说话。');
    await keys.write(page.getByLabel('下一步'), '先打一次电话。');
    await keys.follow(page.getByRole('button', { name: '写好了，转交' }));
    await page.getByText('个案已转交').waitFor();

    await socialWorker.goTo(path);
    await socialWorker.keys.follow(socialWorker.page.getByRole('link', { name: '交接摘要' }));
    await socialWorker.page.getByText('谈过一次，晚上比较想说话。').waitFor();
    await socialWorker.page.getByText('转介还没有核实：市心理援助热线').waitFor();
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
