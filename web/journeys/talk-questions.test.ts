import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const word = '珠江边的灯';

/** Asks for herself, and goes on to the questions about her. */
async function askAndBegin({ page, open, press, sees }: Visitor, alias: string): Promise<string> {
  await open('/talk/ask');
  await sees('请人联系我');
  await page.getByLabel('您在哪个街道').selectOption('逢源街道');
  await page.getByLabel('没有', { exact: true }).check();
  await page.getByLabel('为自己').check();
  await page.getByLabel('怎么称呼您').fill(alias);
  await page.getByLabel('孤独').check();
  await page.getByLabel('最想用哪种话').selectOption('粤语');
  await page.getByLabel('周三 晚上').check();
  await page.getByLabel('暗语').fill(word);
  await page.getByLabel('我看明白了，同意').check();
  await press('送出');
  await sees('已经收到');
  const code = (await page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) ?? '';
  await press('开始回答');
  await page.getByRole('heading', { name: '心情' }).waitFor();
  return code;
}

const choose = ({ page }: Visitor, item: number, answer: string) =>
  page
    .getByRole('group', { name: new RegExp(`^${item}\\. `) })
    .getByLabel(answer, { exact: true })
    .check();

describeJourney('questions by oneself', ({ stranger, signIn }) => {
  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript';

    it(`are answered page by page, and gone on with on another day, ${how}`, async () => {
      const asking = await stranger({ javaScript });
      const { page, open, press } = asking;
      const code = await askAndBegin(asking, javaScript ? '小莲' : '小菊');
      await page.getByText('筛查提示，不是诊断').waitFor();
      await choose(asking, 1, '几乎每天');
      await press('送出，下一页');
      await page.getByRole('group', { name: /^1\. / }).waitFor({ state: 'detached' });

      await open('/talk/return');
      await page.getByLabel('取回码').fill(code);
      await page.getByLabel('暗语').fill(word);
      await press('打开');
      await press('开始回答');
      await page.getByRole('group', { name: /^2\. / }).waitFor();
      expect(await page.getByRole('group', { name: /^1\. / }).count()).toBe(0);
      expect(page.url()).not.toContain(code);
      await choose(asking, 2, '完全没有');
      await press('送出，下一页');

      await page.getByRole('group', { name: /^9\. / }).waitFor();
      await choose(asking, 9, '有几天');
      await press('送出，下一页');
      await page.getByRole('heading', { name: '安全' }).waitFor();
      await choose(asking, 1, '没有');
      await choose(asking, 2, '没有');
      await press('送出，下一页');
      await page.getByRole('group', { name: /^6\. / }).waitFor();
      expect(await page.getByRole('group', { name: /^[345]\. / }).count()).toBe(0);
      await choose(asking, 6, '从来没有');
      await press('送出，下一页');
      await page.getByRole('heading', { name: '心情' }).waitFor();
      await press('先到这里');
      await page.getByText('已收到，等社工接手').waitFor();
    });
  }

  it('are seen again as sums, in kind words and beside what they are not, without JavaScript', async () => {
    const asking = await stranger({ javaScript: false });
    const { page, press, sees } = asking;
    await askAndBegin(asking, '小葵');
    for (const item of [1, 2]) await choose(asking, item, '完全没有');
    await press('送出，下一页');
    await page.getByRole('heading', { name: '担心和紧张' }).waitFor();
    for (const item of [1, 2]) await choose(asking, item, '几乎每天');
    await press('送出，下一页');
    await page.getByRole('group', { name: /^7\. / }).waitFor();
    for (const item of [3, 4, 5, 6, 7]) await choose(asking, item, '完全没有');
    await press('送出，下一页');
    await press('先到这里');
    await press('看我的走势');
    await sees('我的走势');
    await page.getByText(/答过一次，6 分/).waitFor();
    await page.getByText('筛查提示，不是诊断').waitFor();
    await page.getByText('一个数字说明不了您这个人').waitFor();
  });

  it('call the people on call for what was chosen, also when the page is left and nothing is sent', async () => {
    const asking = await stranger();
    const { page, open } = asking;
    await askAndBegin(asking, '小兰');
    await choose(asking, 1, '几乎每天');
    await choose(asking, 2, '几乎每天');
    await asking.press('送出，下一页');
    await page.getByRole('group', { name: /^9\. / }).waitFor();
    await choose(asking, 9, '几乎每天');
    await asking.press('送出，下一页');
    await page.getByRole('heading', { name: '安全' }).waitFor();
    await choose(asking, 1, '有');
    await choose(asking, 2, '有');
    await asking.press('送出，下一页');
    await page.getByRole('group', { name: /^5\. / }).waitFor();
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('?/answers'));
    await choose(asking, 5, '有');
    await sent;
    await open('/xiguan');

    const onCall = await signIn(demoAccounts.onCall);
    await onCall.sees('紧急呼叫');
    // What is sent on leaving arrives by itself; the list is looked at until it is there.
    const take = onCall.page.getByRole('button', { name: '我来接手' });
    while ((await take.count()) === 0) await onCall.open('/care/escalations');
    await take.first().click();
    await onCall.page.getByText('小兰').first().waitFor();
    await onCall.press('和本人说上话了');
    await onCall.page.getByText('现在没有紧急呼叫').waitFor();
  });
});
