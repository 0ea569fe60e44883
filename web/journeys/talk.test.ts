import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const word = '榕树下的石凳';

/** Fills the form in; ends before the consent. */
async function fillIn({ page }: Visitor, alias: string): Promise<void> {
  await page.getByLabel('您在哪个街道').selectOption('逢源街道');
  await page.getByLabel('没有', { exact: true }).check();
  await page.getByLabel('为自己').check();
  await page.getByLabel('怎么称呼您').fill(alias);
  await page.getByLabel('怎样联系您').fill('每晚八点后');
  await page.getByLabel('家庭关系').check();
  await page.getByLabel('最想用哪种话').selectOption('粤语');
  await page.getByLabel('周二 晚上').check();
  await page.getByLabel('暗语').fill(word);
}

/** Takes what is next in line until it is this one: others of the demo may have waited longer. */
async function takeUntil(socialWorker: Visitor, alias: string): Promise<void> {
  const { page, open, press, sees } = socialWorker;
  await press('接下一个网上求助');
  await sees('和当事人一起回答');
  if ((await page.getByRole('main').textContent())?.includes(alias)) return;
  await open('/care?place=440103/006');
  await sees('等候的求助');
  await takeUntil(socialWorker, alias);
}

/** A safety plan is written with the person of the case that was just taken. */
async function writePlan({ page, open, press, sees }: Visitor, alias: string): Promise<void> {
  await open(new URL(page.url()).pathname.replace(/\/screening$/, '/plan'));
  await sees('安全计划');
  await page.getByText(alias).first().waitFor();
  await page.getByLabel('2. 自己能做的、让心静下来的事').fill('去荔湾湖走一圈\n听一段粤曲');
  await press('保存安全计划');
  await page.getByText('安全计划已保存。').waitFor();
}

describeJourney('asking by the web', ({ stranger, signIn }) => {
  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript';
    const alias = javaScript ? '小榕' : '小桥';

    it(`needs no account, is taken by the next social worker, and opens again by code and word, ${how}`, async () => {
      const asking = await stranger({ javaScript });
      const { page, open, press, sees } = asking;
      await open('/talk');
      await sees('找人聊聊');
      expect(await page.getByRole('navigation', { name: '马上能打的电话' }).getByRole('link').count()).toBe(3);
      await press('写下来，请人联系我');
      await sees('请人联系我');
      await fillIn(asking, `${alias}138000`);
      await press('送出');
      await page.getByRole('alert').waitFor();
      await page.getByLabel('怎么称呼您').fill(alias);
      await page.getByLabel('暗语').fill(word);
      await page.getByLabel('我看明白了，同意').check();
      await press('送出');
      await sees('已经收到');
      const code = (await page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) ?? '';
      expect(page.url()).not.toContain(code);
      expect(await page.title()).toBe('街坊');

      const socialWorker = await signIn(demoAccounts.socialWorker, { javaScript });
      await socialWorker.open('/care?place=440103/006');
      await socialWorker.sees('等候的求助');
      await takeUntil(socialWorker, alias);
      await writePlan(socialWorker, alias);

      await press('看看到哪一步了');
      await page.getByLabel('取回码').fill(code);
      await page.getByLabel('暗语').fill('不是这个');
      await press('打开');
      await page.getByText('取回码和暗语对不上').first().waitFor();
      await page.getByLabel('取回码').fill(code.toLowerCase());
      await page.getByLabel('暗语').fill(word);
      await press('打开');
      await page.getByText('社工已经接手，会联系您').waitFor();
      expect(await page.content()).not.toContain('家庭关系');
      await press('打开我的安全计划');
      await sees('我的安全计划');
      await page.getByText('去荔湾湖走一圈').waitFor();
      await press('回到我的求助');
      await press('停止这次求助');
      await page.getByText('这次求助已经结束').waitFor();
    });
  }

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript';

    it(`calls the people on call with no more than a street, ${how}`, async () => {
      const { page, open, press, sees } = await stranger({ javaScript });
      await open('/talk/ask');
      await sees('请人联系我');
      await page.getByLabel('您在哪个街道').selectOption('逢源街道');
      await page.getByLabel('有危险', { exact: true }).check();
      await page.getByLabel('怎样能马上找到您').fill('二十号铺面');
      await press('马上呼叫值班人员');
      await sees('已呼叫值班人员');
      const onCall = await signIn(demoAccounts.onCall, { javaScript });
      await onCall.sees('紧急呼叫');
      await onCall.press('我来接手');
      await onCall.page.getByText('二十号铺面').waitFor();
      await onCall.press('和本人说上话了');
      await onCall.page.getByText('现在没有紧急呼叫').waitFor();
    });
  }

  it('is not kept by the browser and can be left at once', async () => {
    const { page, open, press } = await stranger();
    await open('/talk/return');
    const again = await page.reload();
    expect(again?.headers()['cache-control']).toBe('no-store');
    await leavesNothingBehind(page, () => press('快速离开'));
  });

  it('can be left as soon as the way out is seen, before the scripts of the page have come', async () => {
    const { page, press } = await stranger();
    await page.route('**/_app/**/*.js', (request) => request.abort());
    await page.goto('/talk/return');
    await leavesNothingBehind(page, () => press('快速离开'));
  });
});

async function leavesNothingBehind(page: Page, leave: () => Promise<void>): Promise<void> {
  const left = page.url();
  await leave();
  await page.waitForURL('**/xiguan');
  await page.goBack();
  expect(page.url()).not.toBe(left);
}
