import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

/** The work name of the demo account's counsellor, who is among the three who suit the request below best. */
const workName = '木棉';
const word = '榕树下的石凳';

describeJourney('support, by the keyboard alone', ({ stranger }) => {
  const { arrives, comes } = typistsOf({ stranger });

  it('is asked for by the web, taken by the next social worker, and looked up again by code and word', async () => {
    const { page, keys, goTo, sees } = await comes();
    await goTo('/talk');
    await keys.follow(page.getByRole('link', { name: '写下来，请人联系我' }));
    await sees('请人联系我');
    await keys.skipToContent();
    await keys.choose(page.getByLabel('您在哪个街道'), '逢源街道');
    await keys.pick(page.getByRole('group').filter({ has: page.getByText('有危险') }), '没有');
    await keys.pick(page.getByRole('group', { name: '为谁' }), '为自己');
    await keys.write(page.getByLabel('怎么称呼您'), '小榕');
    await keys.write(page.getByLabel('怎样联系您'), '每晚八点后');
    await keys.tick(page.getByLabel('家庭关系'));
    await keys.choose(page.getByLabel('最想用哪种话'), '粤语');
    await keys.tick(page.getByLabel('周二 晚上'));
    await keys.write(page.getByLabel('暗语'), word);
    await keys.follow(page.getByRole('button', { name: '送出' }));
    await keys.isOn(page.getByRole('alert'));
    await keys.follow(page.getByRole('alert').getByRole('link').first());
    await keys.tick(page.getByLabel('我看明白了，同意'));
    await keys.write(page.getByLabel('暗语'), word);
    await keys.follow(page.getByRole('button', { name: '送出' }));
    await sees('已经收到');
    const code = (await page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) ?? '';

    const socialWorker = await arrives(demoAccounts.socialWorker, { wide: true });
    const taken = socialWorker.page.getByText(/^照着念给/);
    do {
      await socialWorker.goTo('/care?place=440103/006');
      await socialWorker.keys.follow(socialWorker.page.getByRole('button', { name: '接下一个网上求助' }));
      await socialWorker.sees('和当事人一起回答');
    } while (!(await taken.textContent())?.includes('小榕'));

    await keys.follow(page.getByRole('link', { name: '看看到哪一步了' }));
    await keys.write(page.getByLabel('取回码'), code);
    await keys.write(page.getByLabel('暗语'), '不是这个');
    await keys.press('Enter');
    await page.getByText('取回码和暗语对不上').first().waitFor();
    await keys.isOn(page.getByRole('alert'));
    await keys.write(page.getByLabel('取回码'), code);
    await keys.write(page.getByLabel('暗语'), word);
    await keys.press('Enter');
    await page.getByText('社工已经接手，会联系您').waitFor();
    await keys.follow(page.getByRole('button', { name: '停止这次求助' }));
    await page.getByText('这次求助已经结束').waitFor();
  });

  it('goes on from the desk that was taken first', async () => {
    const { page, keys, goTo } = await arrives(demoAccounts.socialWorker, { wide: true });
    await goTo('/care/requests/new');
    await keys.follow(page.getByRole('link', { name: '逢源街道' }));
    await keys.isOn(page.getByText('登记点 逢源街道'));
    await keys.tick(page.getByLabel('当事人听清楚了，并且同意'));
  });

  it('goes from a request to a counsellor, who writes a note, until the case is closed', async () => {
    const { page, keys, goTo, sees } = await arrives(demoAccounts.socialWorker, { wide: true });
    await goTo('/care/requests/new?place=440103/006');
    await keys.write(page.getByLabel('怎么称呼'), '晨曦');
    await keys.pick(page.getByRole('group', { name: '为谁' }), '为自己');
    await keys.write(page.getByLabel('怎么联系到当事人'), '每晚八点后');
    for (const topic of ['家庭关系', '孤独']) await keys.tick(page.getByLabel(topic));
    await keys.choose(page.getByLabel('最想用哪种话'), '粤语');
    await keys.tick(page.getByLabel('普通话'));
    for (const day of ['周一', '周二', '周三', '周四', '周五', '周六', '周日']) {
      for (const part of ['上午', '下午', '晚上']) await keys.tick(page.getByLabel(`${day} ${part}`));
    }
    await keys.write(page.getByLabel('简单记几句'), '近来睡不好，想找人说说。');
    await keys.tick(page.getByLabel('当事人听清楚了，并且同意'));
    await keys.follow(page.getByRole('button', { name: '去问筛查题' }));
    await sees('和当事人一起回答');
    await keys.skipToContent();
    await keys.pick(page.getByRole('group').filter({ has: page.getByText('有危险') }), '没有');
    for (const item of [/^1\. /, /^2\. /]) await keys.pick(page.getByRole('group', { name: item }), '一半以上的天数');
    await keys.follow(page.getByRole('button', { name: '记下来，看下一步' }));
    await sees('接着问');
    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: '先不问了，看下一步' }));
    await sees('为“晨曦”找人');
    await keys.skipToContent();
    await keys.follow(page.getByRole('button', { name: `交给${workName}` }));
    await page.getByText(`已经交给${workName}`).waitFor();

    const counsellor = await arrives(demoAccounts.counsellor);
    await counsellor.sees('我的个案');
    await counsellor.keys.skipToContent();
    await counsellor.keys.follow(counsellor.page.getByRole('link', { name: '晨曦' }));
    await counsellor.sees(/^晨曦$/);
    await counsellor.keys.skipToContent();
    await counsellor.keys.write(counsellor.page.getByLabel('这次谈了什么'), '第一次通话，约好下周再谈。');
    const condition = counsellor.page.getByRole('group').filter({ has: counsellor.page.getByText('和上次差不多') });
    await counsellor.keys.pick(condition, /^和上次差不多/);
    await counsellor.keys.write(counsellor.page.getByLabel('下一步'), '下周二晚上再谈。');
    await counsellor.keys.follow(counsellor.page.getByRole('button', { name: '保存记录' }));
    const kept = counsellor.page.getByRole('status').filter({ hasText: '记录已保存。' });
    await kept.waitFor();
    await counsellor.keys.isOn(kept);

    await keys.skipToContent();
    await keys.follow(page.locator('summary', { hasText: '结束个案' }));
    await keys.pick(page.getByRole('group').filter({ has: page.getByText('谈完了') }), /^谈完了/);
    await keys.follow(page.getByRole('button', { name: '确认结束' }));
    await page.getByText('已结束').waitFor();
  });

  it('calls the people on call, who try in vain, reach her, and are followed up', async () => {
    const { page, keys, goTo, sees } = await comes();
    await goTo('/talk/ask');
    await keys.choose(page.getByLabel('您在哪个街道'), '逢源街道');
    await keys.pick(page.getByRole('group').filter({ has: page.getByText('有危险') }), '有危险');
    await keys.write(page.getByLabel('怎样能马上找到您'), '二十号铺面');
    await keys.follow(page.getByRole('button', { name: '马上呼叫值班人员' }));
    await sees('已呼叫值班人员');

    const onCall = await arrives(demoAccounts.onCall);
    await onCall.sees('紧急呼叫');
    await onCall.keys.skipToContent();
    await onCall.keys.follow(onCall.page.getByRole('button', { name: '我来接手' }));
    await onCall.page.getByText('二十号铺面').waitFor();
    const vain = onCall.page.getByRole('button', { name: '没联系上，再试' });
    await onCall.keys.follow(vain);
    await onCall.page.getByRole('listitem').filter({ hasText: '没联系上' }).last().waitFor();
    await onCall.keys.backTo(onCall.page.getByRole('button', { name: '和本人说上话了' }));
    await onCall.keys.press('Enter');
    await onCall.page.getByText('现在没有紧急呼叫').waitFor();
  });

  it('shows a supervisor who opened which case', async () => {
    const { page, keys, goTo, sees } = await arrives(demoAccounts.careSupervisor, { wide: true });
    await goTo('/care/openings');
    await keys.follow(page.getByRole('link', { name: '谁看过哪个个案' }));
    await sees('谁看过哪个个案');
    await keys.skipToContent();
    await keys.writeMoment(page.getByLabel('哪一天'), '2020-01-01');
    await keys.follow(page.getByRole('button', { name: '查找' }));
    await page.getByText('没有记录').waitFor();
    expect(new URL(page.url()).search).toContain('2020-01-01');
  });
});
