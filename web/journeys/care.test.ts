import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** Another counsellor of the demo district. */
const anotherCounsellor = { mobile: '+8619800000001' };
/** The work name of the demo account's counsellor, who is among the three who suit the request below best. */
const workName = '木棉';

/** A heading that is the alias and nothing else. */
const titled = (alias: string) => new RegExp(`^${alias}$`);

/** Chooses the desk and takes a request down, which is refused until the consent is ticked; ends before the questions. */
async function takeRequest(socialWorker: Visitor, alias: string): Promise<void> {
  const { page, open, press, sees } = socialWorker;
  await open('/care?place=440103/006');
  await sees('等候的求助');
  await press('登记求助');
  await sees('登记求助');
  await page.getByLabel('怎么称呼').fill(alias);
  await page.getByLabel('为自己').check();
  await page.getByLabel('怎么联系到当事人').fill('每晚八点后');
  for (const topic of ['家庭关系', '孤独']) await page.getByLabel(topic).check();
  await page.getByLabel('最想用哪种话').selectOption('粤语');
  await page.getByLabel('普通话').check();
  for (const day of ['周一', '周二', '周三', '周四', '周五', '周六', '周日']) {
    for (const part of ['上午', '下午', '晚上']) await page.getByLabel(`${day} ${part}`).check();
  }
  await page.getByLabel('简单记几句').fill('近来睡不好，想找人说说。');
  await press('去问筛查题');
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('简单记几句').inputValue()).toBe('近来睡不好，想找人说说。');
  await page.getByLabel('当事人听清楚了，并且同意').check();
  await press('去问筛查题');
  await sees('和当事人一起回答');
}

/** The home says why the queue stands as it does, and what is in one's own hands. */
async function expectDesk({ page, open, press, sees }: Visitor): Promise<void> {
  await open('/care?place=440103/006');
  await sees('等候的求助');
  const first = page.getByRole('main').getByRole('listitem').first();
  await first.getByText(/^4 天内有人接手/).waitFor();
  await first.getByText(/^已超 \d+ (小时|天)$/).waitFor();
  await press(/您手上有 \d+ 个个案超过了目标时间/);
  await page.getByRole('heading', { name: '超过了目标时间' }).waitFor();
  const waiting = page.locator('dt', { hasText: '等候安排' }).locator('xpath=following-sibling::dd');
  expect(Number(await waiting.textContent())).toBeGreaterThan(0);
  await press('看全部我的个案');
  await sees('我的个案');
}

/** After the call is over: the first of four follow-ups is told, and the risk is lowered with a reason, which puts the case back in line. */
async function followUp({ page, open, press }: Visitor, alias: string): Promise<void> {
  await open('/care?place=440103/006');
  await page.locator('#follow-ups').getByRole('link', { name: alias }).first().click();
  await page.waitForURL('**/care/cases/**');
  await page.getByText('30 天回访').first().waitFor();
  await page.getByLabel('谈过了').check();
  await press('记下这次回访');
  await page.getByText('回访已记下。').waitFor();
  await page.getByText('调低风险').click();
  await page.getByLabel('低风险，仍要留意').check();
  await page.getByRole('textbox', { name: '为什么' }).fill('和家人一起谈过，约好下周再谈');
  await press(/^调低$/);
  await page.getByText('等候安排').first().waitFor();
}

/** From the list of one's own cases: the case itself, wherever its line leads. */
async function openFirstCase({ page, open }: Visitor): Promise<void> {
  const line = await page.locator('a[href*="/care/cases/"]').first().getAttribute('href');
  await open((line ?? '').replace(/\/(candidates|screening)$/, ''));
}

/** A note that names an illness is warned about and rewritten; what was forgotten is added to it. */
async function writeNote({ page, press }: Visitor): Promise<void> {
  await page.getByLabel('这次谈了什么').fill('第一次通话，像是焦虑症。');
  await page.getByLabel('和上次差不多').check();
  await page.getByLabel('下一步').fill('下周二晚上再谈。');
  await press('保存记录');
  await page.getByLabel('我看过了，就照这样保存').waitFor();
  await page.getByLabel('这次谈了什么').fill('第一次通话，她说“心里很慌”。');
  await press('保存记录');
  await page.getByText('记录已保存。').waitFor();
  await page.getByText('下周二晚上再谈。').waitFor();
  await press('补充这条记录');
  await page.getByLabel('要补充或更正什么').fill('是周三晚上。');
  await press('保存记录');
  await page.getByRole('listitem').filter({ hasText: '是周三晚上。' }).getByText('补充这一条：').waitFor();
}

/** A sign of harm to a minor keeps the case open until the receipt is there. */
async function reportHarm({ page, press, noBarriers }: Visitor): Promise<void> {
  await page.getByText('发现未成年人受到伤害的迹象').click();
  await page.getByLabel('被遗弃，或长期没有人照顾').check();
  await press('记下，马上去报告');
  await page.getByText('还没有回执').waitFor();
  await page.getByLabel('被遗弃，或长期没有人照顾').waitFor({ state: 'hidden' });
  await noBarriers();
  await page.locator('summary', { hasText: '结束个案' }).click();
  await page.getByLabel('谈完了').check();
  await press('确认结束');
  await page.getByText('报告还没有回执').first().waitFor();
  await page.getByLabel('受理单位').fill('荔湾公安分局');
  await page.getByLabel('受理编号').fill('2026-0117');
  await press('记下回执');
  await page.getByText('荔湾公安分局已受理，编号 2026-0117').waitFor();
  await page.reload();
}

/** The page of the case tells this person nothing. */
async function expectTurnedAway({ page, open, sees }: Visitor, path: string, alias: string): Promise<void> {
  await open(path);
  await sees(/这一页(现在打不开|不对您开放)/);
  expect(await page.content()).not.toContain(alias);
}

describeJourney('心灵直通车', ({ signIn }) => {
  /** Signed in once for several stories: a number is sent five codes an hour. */
  let atDesk: Promise<Visitor> | undefined;
  const socialWorkerAtDesk = () => {
    atDesk ??= signIn(demoAccounts.socialWorker);
    return atDesk;
  };

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript';
    const alias = javaScript ? '晨曦' : '晚晴';

    it(`leads from a request to a counsellor, and to nobody else, ${how}`, async () => {
      const socialWorker = await signIn(demoAccounts.socialWorker, { javaScript });
      const { page, press, sees } = socialWorker;
      await expectDesk(socialWorker);
      await takeRequest(socialWorker, alias);

      await press('记下来，看下一步');
      await page.getByText('还没问安全的问题。请先问这一题。').waitFor();
      await page.getByLabel('没有', { exact: true }).check();
      for (const item of [/^1\. /, /^2\. /]) {
        await page.getByRole('group', { name: item }).getByLabel('一半以上的天数').check();
      }
      await press('记下来，看下一步');

      await sees('接着问');
      await page.getByRole('group', { name: /^3\. / }).waitFor();
      await press('先不问了，看下一步');

      await sees(`为“${alias}”找人`);
      await page.getByText('两题共 4 分').waitFor();
      await page.getByText('筛查提示，不是诊断').first().waitFor();
      expect(await page.getByRole('meter').count()).toBe(3);
      await press(`交给${workName}`);
      await sees(titled(alias));
      await page.getByText(`已经交给${workName}`).waitFor();
      const path = new URL(page.url()).pathname;

      const counsellor = await signIn(demoAccounts.counsellor, { javaScript });
      await counsellor.sees('我的个案');
      expect(await counsellor.page.getByRole('main').textContent()).not.toContain('家庭关系');
      await counsellor.page.getByRole('link', { name: alias }).click();
      await counsellor.sees(titled(alias));
      await counsellor.page.getByText('近来睡不好，想找人说说。').waitFor();
      await writeNote(counsellor);

      if (javaScript) {
        for (const account of [anotherCounsellor, demoAccounts.onCall, demoAccounts.coordinator]) {
          await expectTurnedAway(await signIn(account), path, alias);
        }
      }

      if (javaScript) await reportHarm(socialWorker);
      await page.getByText('结束个案').click();
      await page.getByLabel('谈完了').check();
      await press('确认结束');
      await page.getByText('已结束').waitFor();
      await expectTurnedAway(counsellor, path, alias);
    });

    it(`leads from danger to the people on call, ${how}`, async () => {
      const socialWorker = await signIn(demoAccounts.socialWorker, { javaScript });
      const { page, press, sees } = socialWorker;
      await takeRequest(socialWorker, alias);
      expect(await page.getByRole('navigation', { name: '马上能打的电话' }).getByRole('link').count()).toBe(3);
      await page.getByLabel('有危险', { exact: true }).check();
      await press('马上呼叫值班人员');
      await sees('已呼叫值班人员');
      await page.getByText('不要挂电话').waitFor();

      const onCall = await signIn(demoAccounts.onCall, { javaScript });
      await onCall.sees('紧急呼叫');
      expect(await onCall.page.content()).not.toContain(alias);
      await onCall.press('我来接手');
      await onCall.sees(titled(alias));
      await onCall.page.getByText('每晚八点后').waitFor();
      await onCall.press('和本人说上话了');
      await onCall.page.getByText('现在没有紧急呼叫').waitFor();
      await followUp(socialWorker, alias);
    });
  }

  it('keeps quiet in the tab and the cache, and can be left at once', async () => {
    const { page, press, open } = await socialWorkerAtDesk();
    await open('/care?place=440103/006');
    await open('/care/my-cases');
    await openFirstCase(await socialWorkerAtDesk());
    await page.getByText('求助的内容').waitFor();
    expect(await page.title()).toBe('街坊');
    const again = await page.reload();
    expect(again?.headers()['cache-control']).toBe('no-store');
    const left = page.url();
    await press('快速离开');
    await page.waitForURL('**/xiguan');
    expect(await page.title()).toBe('荔湾志愿服务');
    await page.goBack();
    expect(page.url()).not.toBe(left);
  });

  it('shows a supervisor who opened which case, and nothing of what it says', async () => {
    const socialWorker = await socialWorkerAtDesk();
    await socialWorker.open('/care/my-cases');
    await openFirstCase(socialWorker);
    await socialWorker.page.getByRole('heading', { level: 1 }).waitFor();
    const supervisor = await signIn(demoAccounts.careSupervisor, { javaScript: false });
    const { page, sees, press } = supervisor;
    await supervisor.open('/care/readings');
    await sees('谁看过哪个个案');
    await page.getByText('打开个案').first().waitFor();
    const caseId = new URL(socialWorker.page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByLabel('个案号或查阅人代号').fill(caseId);
    await press('查找');
    await sees('谁看过哪个个案');
    expect(await page.getByLabel('个案号或查阅人代号').inputValue()).toBe(caseId);
    await page.getByRole('link', { name: /^社工/ }).first().click();
    await page.getByText('打开个案').first().waitFor();
    await page.getByLabel('哪一天').fill('2020-01-01');
    await press('查找');
    await page.getByText('没有记录').waitFor();
  });
});
