import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** What the person fills in, with a last digit that cannot be. */
const wrongNumber = '440103190001019983';
const community = '440103/006/001';
const goOn = '存好，下一步';

/** Who she is, as far as what the page asks first. */
async function saysWho({ page, open, press, sees }: Visitor, name: string, documentNumber: string): Promise<void> {
  await open(`/register?place=${community}`);
  await sees('您是谁');
  await page.getByRole('textbox', { name: '姓名', exact: true }).fill(name);
  await page.getByRole('textbox', { name: '证件号码' }).fill(documentNumber);
  await press(goOn);
}

/** What she can do, whom to call and what she agrees to: from the third page to the last. */
async function fillsInTheRest({ page, press, sees }: Visitor): Promise<void> {
  await sees('您能帮什么忙');
  await page.getByLabel('急救').check();
  await page.getByLabel('粤语').check();
  await page.getByLabel('周六上午').check();
  await press(goOn);
  await sees('紧急时找谁');
  await page.getByLabel('联系人姓名').fill('邹大文');
  await page.getByLabel('他是您的什么人').selectOption({ label: '配偶' });
  await page.getByLabel('联系人手机号码').fill('13600000001');
  await press(goOn);
  await agrees({ page, press, sees }, goOn);
  await sees('核对并提交');
}

async function agrees({ page, press, sees }: Pick<Visitor, 'page' | 'press' | 'sees'>, words: string): Promise<void> {
  await sees(/风险和同意|确认您的登记/);
  expect(await page.locator('input[type=checkbox]:checked').count()).toBe(0);
  for (const consent of ['这些风险我看过了', '我愿意守这些规矩', '我同意保存我的证件号码']) {
    await page.getByLabel(consent).check();
  }
  await press(words);
}

/** The guardian's own phone: asks for the code and agrees with it. */
async function agreesAsGuardian({ page, press, sees }: Visitor): Promise<void> {
  await sees(/想做志愿者/);
  await press('发验证码');
  const code = await page.locator('strong', { hasText: /^\d{6}$/ }).textContent();
  await page.getByLabel('我是监护人，同意孩子做志愿者').check();
  await page.getByRole('textbox', { name: '验证码' }).fill(code ?? '');
  await press('我同意');
  await page.getByText('您已经同意了').waitFor();
}

describeJourney('somebody new', ({ signIn, stranger }) => {
  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with' : 'without';
    const name = javaScript ? '邹丽珍' : '邹丽娟';
    const mobile = javaScript ? '17700000001' : '17700000002';

    it(`registers step by step, on two phones, is let in by the coordinator, and is a volunteer, ${how} JavaScript`, async () => {
      const first = await signIn({ mobile }, { javaScript });
      await first.sees('注册成为志愿者');
      await first.press('逢源街道');
      await first.sees(/逢源街道.*哪个社区/);
      await first.press('恩宁东社区');
      await saysWho(first, name, wrongNumber);
      const faults = first.page.getByRole('alert').getByRole('listitem');
      await faults.first().waitFor();
      expect(await faults.allTextContents()).toEqual(['证件号码：身份证号码最后一位对不上，请检查是否打错。']);
      const document = first.page.getByRole('textbox', { name: '证件号码' });
      expect(await document.getAttribute('aria-invalid')).toBe('true');
      expect(await document.inputValue()).toBe(wrongNumber);
      await document.fill(makeSyntheticId({ birthDate: '1958-03-08', sequence: javaScript ? 222 : 224 }));
      await first.press(goOn);
      await first.sees('您能帮什么忙');

      const visitor = await signIn({ mobile }, { javaScript });
      await visitor.open('/register');
      await fillsInTheRest(visitor);
      const { page, open, press, sees } = visitor;
      expect(await page.getByRole('main').textContent()).not.toContain('19580308');
      await page.getByText(name).waitFor();
      await page.getByText('周六上午').waitFor();
      await press('提交申请');

      await sees('申请已收到');
      const number = await page.getByText(/^LW\d{8}$/).textContent();
      await press('去“我的”看看');
      await sees('我的账户');
      await page.getByText('等待审批', { exact: true }).waitFor();
      await page.getByText(String(number)).waitFor();

      const coordinator = await signIn(demoAccounts.coordinator, { javaScript });
      await coordinator.sees(/何丽华/);
      await coordinator.open(`/coordinator/applications?place=${community}`);
      await coordinator.sees('审批志愿者申请');
      const application = coordinator.page.getByRole('article').filter({ hasText: String(number) });
      await application.getByText(name).waitFor();
      expect(await application.textContent()).not.toContain('19580308');
      await application.getByRole('button', { name: '通过', exact: true }).click();
      await coordinator.page.getByText(`${name} 已经是志愿者了。`).waitFor();
      expect(await application.count()).toBe(0);

      await open('/account');
      await sees('我的账户');
      await page.getByText('您已经是志愿者，可以报名了。').waitFor();
      await open('/account/details');
      await sees('我的服务资料');
      expect(await page.getByLabel('周六上午').isChecked()).toBe(true);
      await page.getByLabel('周日晚上').check();
      await page.getByLabel('从', { exact: true }).first().fill('2030-12-24');
      await page.getByLabel('到（含当天）').first().fill('2030-12-26');
      await press('保存');
      await page.getByText('已经保存。').waitFor();
      await open('/account/details');
      await sees('我的服务资料');
      expect(await page.getByLabel('周日晚上').isChecked()).toBe(true);
      expect(await page.getByLabel('到（含当天）').first().inputValue()).toBe('2030-12-26');
      await open('/register');
      await sees('我的账户');
    });

    it(`is let in under 18 once a guardian has agreed on a page of their own, ${how} JavaScript`, async () => {
      const mobile = javaScript ? '17700000011' : '17700000012';
      const child = await signIn({ mobile }, { javaScript });
      const { page, open, press, sees } = child;
      await saysWho(child, '邹小明', makeSyntheticId({ birthDate: '2010-05-04', sequence: javaScript ? 11 : 13 }));
      await sees('您的监护人');
      await page.getByLabel('监护人姓名').fill('邹大文');
      await page.getByLabel('监护人手机号码').fill(mobile);
      await press(goOn);
      await page.getByRole('alert').getByText('请填监护人自己的手机号码').waitFor();
      await page.getByLabel('监护人手机号码').fill(javaScript ? '17700000021' : '17700000022');
      await press(goOn);
      await fillsInTheRest(child);
      await page.getByText('监护人还没有同意').waitFor();
      await press('提交申请');
      await sees('申请已收到');
      const link = await page.getByRole('link', { name: '监护人在旁边' }).getAttribute('href');

      const guardian = await stranger({ javaScript });
      await guardian.open(link ?? '');
      await agreesAsGuardian(guardian);
      await open('/account');
      await page
        .getByText('我们已经收到申请')
        .or(page.getByText('等待审批', { exact: true }))
        .first()
        .waitFor();
      expect(await page.getByText('监护人还没有同意').count()).toBe(0);
    });
  }

  it('is registered on paper by a leader, and confirms it by signing in with her own phone', async () => {
    const leader = await signIn(demoAccounts.teamLeader, { javaScript: false });
    await leader.open('/leader/team');
    await leader.press('代人登记（纸质表）');
    await leader.sees('代人登记（纸质表）');
    const { page } = leader;
    await page.getByRole('textbox', { name: '姓名', exact: true }).fill('邹阿婆');
    await page
      .getByRole('textbox', { name: '证件号码' })
      .fill(makeSyntheticId({ birthDate: '1949-10-02', sequence: 38 }));
    await page.getByLabel('本人手机号码').fill('17700000031');
    await page.getByLabel('本人签名：愿意守').check();
    await page.getByLabel('本人签名：同意保存').check();
    await leader.press(/^登记$/);
    await page.getByText(/邹阿婆 登记好了，编号 LW\d{8}/).waitFor();

    const person = await signIn({ mobile: '17700000031' });
    await person.sees('确认您的登记');
    await person.open('/account');
    await person.sees('我的账户');
    await person.page.getByText('等本人确认', { exact: true }).waitFor();
    await person.press('去确认');
    await agrees(person, '没错，是我本人，确认');
    await person.sees('我的账户');
    await person.page.getByText('等待审批', { exact: true }).waitFor();
  });

  it('signs in first, and comes back to the street that was chosen', async () => {
    const { page, open, sees } = await stranger();
    await open('/register?place=440103/006');
    await page.locator('input[name=mobile]').fill('17700000004');
    await page.locator('#mobile button[type=submit]').click();
    const code = await page.locator('strong', { hasText: /^\d{6}$/ }).textContent();
    await page.locator('input[name=code]').fill(code ?? '');
    await page.locator('#code button[type=submit]').click();
    await sees(/逢源街道.*哪个社区/);
  });
});
