import { demoAccounts, demoCommunity } from '@kaifong/shared/demo/accounts.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { it } from 'vitest';
import { type Typist, typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

/** What she can do, whom to call and what she agrees to: from the third step to the last, where it waits to be sent. */
async function fillsInTheRest({ page, keys, sees }: Pick<Typist, 'page' | 'keys' | 'sees'>): Promise<void> {
  const goOn = page.getByRole('button', { name: '存好，下一步' });
  await sees('您能帮什么忙');
  await keys.skipToContent();
  for (const box of ['急救', '粤语', '周六上午']) await keys.tick(page.getByLabel(box));
  await keys.follow(goOn);
  await sees('紧急时找谁');
  await keys.skipToContent();
  await keys.write(page.getByLabel('联系人姓名'), '邹大文');
  await keys.choose(page.getByLabel('他是您的什么人'), '配偶');
  await keys.write(page.getByLabel('联系人手机号码'), '13600000001');
  await keys.press('Enter');
  await sees('风险和同意');
  await keys.skipToContent();
  await agrees({ page, keys });
  await keys.follow(goOn);
  await sees('核对并提交');
}

async function agrees({ page, keys }: Pick<Typist, 'page' | 'keys'>): Promise<void> {
  for (const consent of ['这些风险我看过了', '我愿意守这些规矩', '我同意保存我的证件号码']) {
    await keys.tick(page.getByLabel(consent));
  }
}

describeJourney('somebody new, by the keyboard alone', ({ stranger }) => {
  const { arrives, comes } = typistsOf({ stranger });

  it('registers step by step, mends a number that cannot be, and is let in by a coordinator', async () => {
    const { page, keys, sees } = await arrives({ mobile: '17700000071' });
    await sees('注册成为志愿者');
    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: '逢源街道' }));
    await sees(/逢源街道.*哪个社区/);
    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: '恩宁东社区' }));
    await sees('您是谁');
    await keys.skipToContent();
    await keys.write(page.getByRole('textbox', { name: '姓名', exact: true }), '邹丽珍');
    const document = page.getByRole('textbox', { name: '证件号码' });
    await keys.write(document, '440103190001019983');
    await keys.press('Enter');
    const refusal = page.getByRole('alert');
    await keys.isOn(refusal);
    await keys.follow(refusal.getByRole('link', { name: /证件号码/ }));
    await keys.isOn(document);
    await keys.write(document, makeSyntheticId({ birthDate: '1958-03-08', sequence: 222 }));
    await keys.press('Enter');
    await fillsInTheRest({ page, keys, sees });
    await keys.skipToContent();
    await keys.follow(page.getByRole('button', { name: '提交申请' }));
    await sees('申请已收到');
    const number = (await page.getByText(/^LW\d{8}$/).textContent()) ?? '';

    const coordinator = await arrives(demoAccounts.coordinator, { wide: true });
    await coordinator.goTo(`/coordinator/applications?place=${demoCommunity}`);
    const application = coordinator.page.getByRole('article').filter({ hasText: number });
    await coordinator.keys.follow(application.getByRole('button', { name: '通过', exact: true }));
    await coordinator.page.getByText('邹丽珍 已经是志愿者了。').waitFor();

    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: '去“我的”看看' }));
    await sees('我的账户');
    await page.getByText('您已经是志愿者，可以报名了。').waitFor();
  });

  it('is let in under 18 once a guardian has agreed on a phone of their own', async () => {
    const child = await arrives({ mobile: '17700000072' });
    const { page, keys, sees, goTo } = child;
    await sees('注册成为志愿者');
    await goTo(`/register?place=${demoCommunity}`);
    await sees('您是谁');
    await keys.write(page.getByRole('textbox', { name: '姓名', exact: true }), '邹小明');
    const document = makeSyntheticId({ birthDate: '2010-05-04', sequence: 11 });
    await keys.write(page.getByRole('textbox', { name: '证件号码' }), document);
    await keys.press('Enter');
    await sees('您的监护人');
    await keys.skipToContent();
    await keys.write(page.getByLabel('监护人姓名'), '邹大文');
    await keys.write(page.getByLabel('监护人手机号码'), '17700000073');
    await keys.press('Enter');
    await fillsInTheRest(child);
    await page.getByText('监护人还没有同意').waitFor();
    await keys.skipToContent();
    await keys.follow(page.getByRole('button', { name: '提交申请' }));
    await sees('申请已收到');
    const link = await page.getByRole('link', { name: '监护人在旁边' }).getAttribute('href');

    const guardian = await comes();
    await guardian.goTo(link ?? '');
    await guardian.sees(/想做志愿者/);
    await guardian.keys.follow(guardian.page.getByRole('button', { name: '发验证码' }));
    const code = await guardian.page.locator('strong', { hasText: /^\d{6}$/ }).textContent();
    await guardian.keys.tick(guardian.page.getByLabel('我是监护人，同意孩子做志愿者'));
    await guardian.keys.write(guardian.page.getByRole('textbox', { name: '验证码' }), code ?? '');
    await guardian.keys.press('Enter');
    await guardian.page.getByText('您已经同意了').waitFor();
    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: '去“我的”看看' }));
    await sees('我的账户');
    await page.getByText('等待审批', { exact: true }).waitFor();
  });

  it('is registered on paper by a leader, and confirms it with her own phone', async () => {
    const leader = await arrives(demoAccounts.teamLeader, { wide: true });
    const { page, keys, goTo, sees } = leader;
    await goTo('/leader/team');
    await keys.follow(page.getByRole('link', { name: '代人登记（纸质表）' }));
    await sees('代人登记（纸质表）');
    await keys.skipToContent();
    await keys.write(page.getByRole('textbox', { name: '姓名', exact: true }), '邹阿婆');
    const document = makeSyntheticId({ birthDate: '1949-10-02', sequence: 38 });
    await keys.write(page.getByRole('textbox', { name: '证件号码' }), document);
    await keys.write(page.getByLabel('本人手机号码'), '17700000074');
    await keys.tick(page.getByLabel('本人签名：愿意守'));
    await keys.tick(page.getByLabel('本人签名：同意保存'));
    await keys.follow(page.getByRole('button', { name: '登记', exact: true }));
    const done = page.getByRole('status').filter({ hasText: /邹阿婆 登记好了，编号 LW\d{8}/ });
    await done.waitFor();
    await keys.isOn(done);
    // The form is empty for the next sheet, just below.
    await keys.write(page.getByRole('textbox', { name: '姓名', exact: true }), '邹阿公');

    const person = await arrives({ mobile: '17700000074' });
    await person.sees('确认您的登记');
    await person.keys.skipToContent();
    await agrees(person);
    await person.keys.follow(person.page.getByRole('button', { name: '没错，是我本人，确认' }));
    await person.sees('我的账户');
    await person.page.getByText('等待审批', { exact: true }).waitFor();
  });
});
