import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { expect, it } from 'vitest';
import { withAuthenticator } from './authenticator.ts';
import { typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

describeJourney('who looks after accounts, by the keyboard alone', ({ stranger, signIn, url }) => {
  const { arrives } = typistsOf({ stranger });

  it('gives a role on a street, found as one types, sees it listed, and ends it', async () => {
    const { page, keys, goTo } = await arrives(demoAccounts.securityAdministrator, { wide: true });
    await goTo('/grants');
    const give = page.locator('form#give');
    await keys.write(give.getByLabel('对方手机号码'), '17500000001');
    await keys.write(give.getByLabel('姓名'), '伍慧敏');
    await keys.choose(give.getByLabel('身份'), '协调员');
    await keys.find(give.getByRole('combobox', { name: '负责的范围' }), '沙面', '沙面街道');
    await keys.follow(give.getByRole('button', { name: '授予' }));
    const given = page.getByRole('status').filter({ hasText: '已授予，并通知了本人。' });
    await given.waitFor();
    await keys.isOn(given);

    await keys.find(page.getByRole('combobox', { name: '范围', exact: true }), '沙面', '沙面街道');
    await keys.press('Enter');
    await page.waitForURL(/place=440103/);
    await goTo('/grants?place=440103/001');
    const held = page.getByRole('listitem').filter({ hasText: '伍慧敏' });
    await keys.follow(held.getByRole('button', { name: '收回' }));
    await keys.isOn(page.getByRole('dialog').getByRole('button').last());
    await keys.backTo(page.getByRole('dialog').getByRole('button', { name: '确定收回' }));
    await keys.press('Enter');
    const ended = page.getByRole('status').filter({ hasText: '已收回 伍慧敏 的权限。' });
    await ended.waitFor();
    await keys.isOn(ended);
  });

  it('makes a passkey, is asked for it as a second step, and gives a role then', async () => {
    // Passkeys hold to names, not to figures.
    const site = url().replace('127.0.0.1', 'localhost');
    const { page, keys, goTo, sees } = await arrives(demoAccounts.securityAdministrator, { wide: true }, site);
    await withAuthenticator(page);
    await goTo(`${site}/account/passkeys`);
    await keys.write(page.getByLabel('叫什么'), '办公室电脑');
    await keys.press('Enter');
    const added = page.getByRole('status').filter({ hasText: '“办公室电脑”已添加' });
    await added.waitFor();
    await keys.isOn(added);

    const give = page.locator('form#give');
    const fillIn = async () => {
      await goTo(`${site}/grants`);
      await keys.write(give.getByLabel('对方手机号码'), '17500000009');
      await keys.write(give.getByLabel('姓名'), '伍慧敏');
      await keys.choose(give.getByLabel('身份'), '协调员');
      await keys.find(give.getByRole('combobox', { name: '负责的范围' }), '沙面', '沙面街道');
      await keys.follow(give.getByRole('button', { name: '授予' }));
    };
    await fillIn();
    await keys.isOn(give.getByRole('alert'));
    await keys.follow(give.getByRole('link', { name: '用通行密钥登录' }));
    await sees('用通行密钥登录');
    await keys.skipToContent();
    await keys.follow(page.getByRole('main').getByRole('link', { name: '用通行密钥登录' }));
    await page.waitForURL(`${site}/grants`);
    await fillIn();
    await page.getByText('已授予，并通知了本人。').waitFor();
  });

  it('names a deputy for a leave', async () => {
    const { page, keys, goTo } = await arrives(demoAccounts.districtCoordinator, { wide: true });
    const today = dayOf(toInstant(Date.now()));
    await goTo('/account/deputies');
    await keys.write(page.getByLabel('对方手机号码'), '13800000003');
    await keys.writeMoment(page.getByLabel('第一天'), today);
    await keys.writeMoment(page.getByLabel('最后一天'), today);
    await keys.follow(page.getByRole('button', { name: '设代理人' }));
    const named = page.getByRole('status').filter({ hasText: '代理人已设好，到期会自动结束。' });
    await named.waitFor();
    await keys.isOn(named);
    expect(await page.getByRole('heading', { name: '何丽华' }).count()).toBe(1);
  });

  it('sees where they are signed in, and signs another device out', async () => {
    await signIn(demoAccounts.auditAdministrator);
    const { page, keys, goTo } = await arrives(demoAccounts.auditAdministrator, { wide: true });
    await goTo('/account/devices');
    await keys.follow(page.getByRole('button', { name: '退出这台' }));
    const gone = page.getByRole('status').filter({ hasText: /已退出。/ });
    await gone.waitFor();
    await keys.isOn(gone);
    await goTo('/audit?by=day');
    const file = await keys.download(page.getByRole('link', { name: '下载签名文件' }));
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
  });

  it('says what she likes to do and when, takes a break, and comes back', async () => {
    const { page, keys, goTo, sees } = await arrives(demoAccounts.severalRoles);
    await goTo('/account/preferences');
    await keys.tick(page.getByRole('checkbox', { name: '平安巡逻' }));
    await keys.tick(page.getByRole('checkbox', { name: '周六上午' }));
    await keys.choose(page.getByLabel('每周最多'), '每周 6 小时');
    await keys.follow(page.getByRole('button', { name: '保存' }));
    const saved = page.getByRole('status').filter({ hasText: '已经保存。' });
    await saved.waitFor();
    await keys.isOn(saved);

    await goTo('/account/standing');
    await keys.follow(page.getByRole('button', { name: '暂停服务' }));
    await page.getByText('已经暂停，好好休息。').waitFor();
    await keys.follow(page.getByRole('button', { name: '恢复服务' }));
    await page.getByText('欢迎回来！').waitFor();
    await sees('我的志愿者状态');
  });

  it('changes their own number with a code from each phone', async () => {
    const { page, keys, goTo } = await arrives(demoAccounts.severalRoles);
    await goTo('/account/mobile');
    await keys.write(page.getByLabel('新手机号码'), '13911110009');
    await keys.press('Enter');
    const codes = page.locator('strong', { hasText: /^\d{6}$/ });
    await codes.nth(1).waitFor();
    const [code = '', oldCode = ''] = await codes.allTextContents();
    await keys.write(page.getByLabel('新手机的验证码'), code);
    await keys.write(page.getByLabel('旧手机的验证码'), oldCode);
    await keys.press('Enter');
    const changed = page.getByRole('status').filter({ hasText: '号码换好了' });
    await changed.waitFor();
    await keys.isOn(changed);
  });
});
