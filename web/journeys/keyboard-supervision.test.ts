import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

/** The day so many days from now, as a `date` field takes it. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describeJourney('looking after counsellors, by the keyboard alone', ({ stranger, signIn }) => {
  const { arrives } = typistsOf({ stranger });

  it('a supervisor enrols a volunteer by number, gives her a supervisor, and ends her service', async () => {
    const volunteer = await signIn(demoAccounts.teamLeader);
    await volunteer.open('/account');
    const number = /LW\d{8}/.exec(await volunteer.page.content())?.[0] ?? '';
    expect(number).not.toBe('');

    const { page, keys, goTo, sees } = await arrives(demoAccounts.careSupervisor, { wide: true });
    await goTo('/care/counsellors');
    await keys.follow(page.getByRole('link', { name: '登记一位' }));
    await sees('登记心理志愿者');
    await keys.skipToContent();
    await keys.write(page.getByLabel('志愿者编号'), number);
    await keys.write(page.getByLabel('工作称呼'), '榕树');
    await keys.pick(page.getByRole('group', { name: '性别' }), '女');
    await keys.pick(page.getByRole('group', { name: '证书级别' }), '2 级');
    await keys.write(page.getByLabel('证书编号'), 'XL-2025-000123');
    await keys.writeMoment(page.getByLabel('证书有效到'), inDays(300));
    await keys.tick(page.getByLabel('家庭关系'));
    await keys.tick(page.getByLabel('周二 晚上'));
    await keys.follow(page.getByRole('button', { name: '登记' }));
    await page.getByText('已登记。请安全管理员').waitFor();

    const card = page.getByRole('listitem').filter({ hasText: '榕树' });
    await card.getByText('暂不接新个案').waitFor();
    await keys.skipToContent();
    await keys.follow(card.locator('summary', { hasText: '指派督导' }));
    await keys.choose(card.getByLabel('督导', { exact: true }), '冯督导');
    await keys.write(card.getByLabel('为什么'), '新登记');
    await keys.follow(card.getByRole('button', { name: '就这样安排' }));
    await card.getByText('督导：冯督导').waitFor();
    await keys.isOn(page.locator('div[tabindex="-1"]', { hasText: '督导已安排' }));

    await keys.follow(card.locator('summary', { hasText: '结束服务' }));
    await keys.pick(card.getByRole('group', { name: '原因' }), '失去证书');
    await keys.tick(card.getByLabel('我明白：个案马上转给别人'));
    await keys.follow(card.getByRole('button', { name: '结束服务' }));
    await page.getByText('已结束，0 个个案正转回社工').waitFor();
    expect(await card.count()).toBe(0);
  });

  it('a supervisor tells of a session that was, and plans the next', async () => {
    const { page, keys, goTo } = await arrives(demoAccounts.careSupervisor, { wide: true });
    await goTo('/care/supervision');
    const rows = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: /^打开/ }) });
    await keys.follow(rows.filter({ hasNotText: '木棉' }).getByRole('link', { name: /^打开/ }));
    await page.getByText('记下这次督导').waitFor();
    await keys.skipToContent();
    await keys.write(page.getByLabel('谈了什么'), '谈了怎样在结束前留出五分钟。');
    await keys.write(page.getByLabel('约定的下一步'), '下次先说结束的时间');
    await keys.follow(page.getByRole('button', { name: '已经督导' }));
    await keys.isOn(page.locator('div[tabindex="-1"]', { hasText: '已记下，督导有效期已更新' }));
    await page.getByText('下次先说结束的时间').waitFor();
    await keys.writeMoment(page.getByLabel('哪一天'), inDays(20));
    await keys.writeMoment(page.getByLabel('几点'), '15:00');
    await keys.write(page.getByLabel('在哪里'), '电话');
    await keys.follow(page.getByRole('button', { name: '约好' }));
    await keys.isOn(page.locator('div[tabindex="-1"]', { hasText: '已约好' }));
  });

  it('a counsellor brings a case, is warned of what gives somebody away, and says how she is; her supervisor reads both', async () => {
    const { page, keys, goTo, sees } = await arrives(demoAccounts.counsellor);
    await goTo('/care/my-cases');
    await keys.follow(page.getByRole('link', { name: '青石' }).last());
    await sees(/^青石$/);
    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: '带到督导里谈' }));
    await sees('带到督导里谈');
    await keys.skipToContent();
    await keys.pick(page.getByRole('group', { name: '年龄段' }), '60 岁以上');
    const words = page.getByLabel('想谈什么');
    await keys.write(words, '住在宝华路12号的那位，说到女儿就停下来，我不知道怎么接下去。');
    await keys.follow(page.getByRole('button', { name: '提交' }));
    await page.getByText('这里像是有地址').first().waitFor();
    await words.fill('说到女儿就停下来，我不知道怎么接下去，怕说错话让她更难受。');
    await keys.follow(page.getByRole('button', { name: '提交' }));
    await page.getByText('已提交，督导谈完以后自动关闭。').waitFor();

    await goTo('/care/check-in');
    const answers = page.locator('form#send');
    for (let item = 1; item <= 5; item += 1) {
      await keys.pick(answers.getByRole('group', { name: new RegExp(`^${item}\\.`) }), '有时候');
    }
    await keys.pick(answers.getByRole('group', { name: '手上的个案' }), '太重了');
    await keys.write(answers.getByLabel('想对督导说的话'), '这个月有点撑不住');
    await keys.follow(answers.getByRole('button', { name: '告诉督导' }));
    await keys.isOn(page.locator('div[tabindex="-1"]', { hasText: '谢谢，只有督导看得到' }));
    await page.getByText('您也可以找人聊聊').waitFor();

    const supervisor = await arrives(demoAccounts.careSupervisor, { wide: true });
    await supervisor.goTo('/care/supervision');
    await supervisor.keys.follow(supervisor.page.getByRole('link', { name: '打开 木棉' }));
    await supervisor.sees('木棉');
    await supervisor.keys.skipToContent();
    await supervisor.keys.follow(supervisor.page.getByRole('link', { name: '看讨论和状态' }));
    await supervisor.page.getByText('这个月有点撑不住').waitFor();
    await supervisor.page.getByText('请和这位志愿者联系').waitFor();
    await supervisor.page.getByText('怕说错话让她更难受').waitFor();
  });
});
