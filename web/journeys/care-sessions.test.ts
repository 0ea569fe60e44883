import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** The case of the demo that is in the middle of its way. */
const alias = '青石';

/** The counsellor cancels the next session and plans another: the first try goes without a link, and what was typed stays. */
async function planByVideo({ page, open, press, sees, noBarriers }: Visitor): Promise<string> {
  await open('/care/my-cases');
  await sees('我的个案');
  await page.getByRole('link', { name: alias }).first().click();
  await sees('会谈');
  await press('取消这次会谈');
  await page.getByText('已记下。').waitFor();
  const form = page.locator('form#plan');
  await form.getByLabel('哪一天').fill(dayOf(shiftBy(toInstant(Date.now()), 10 * day)));
  await form.getByLabel('几点开始').fill('09:30');
  await form.getByLabel('视频谈', { exact: true }).check();
  await press('约好这一次');
  await page.getByRole('alert').waitFor();
  expect(await form.getByLabel('几点开始').inputValue()).toBe('09:30');
  await form.getByLabel('视频链接').fill('https://meeting.example.com/kaifong');
  await press('约好这一次');
  await page.getByText('会谈已约好。').waitFor();
  expect(await page.getByRole('link', { name: '打开视频链接' }).getAttribute('rel')).toBe('noopener noreferrer');
  await noBarriers();
  return new URL(page.url()).pathname.replace(/\/sessions$/, '');
}

/** She called yesterday, out of the blue: the talk is written down, and another session is planned beside the next. */
async function writeDownACall({ page, open, press }: Visitor, path: string): Promise<void> {
  await open(`${path}/sessions`);
  await page.locator('summary', { hasText: '补记一次没有预约的会谈' }).click();
  const talk = page.locator('form#talk');
  await talk.getByLabel('哪一天谈的').fill(dayOf(shiftBy(toInstant(Date.now()), -day)));
  await talk.getByLabel('几点开始').fill('10:00');
  await talk.getByLabel('打电话谈').check();
  await press('补记这一次');
  await page.getByRole('alert').waitFor();
  expect(await talk.getByLabel('几点开始').inputValue()).toBe('10:00');
  await talk.getByLabel('实际谈了多少分钟').fill('20');
  await press('补记这一次');
  await page.getByText('这次会谈已补记。').waitFor();
  await page.locator('summary', { hasText: '再约一次' }).click();
  const plan = page.locator('form#plan');
  await plan.getByLabel('哪一天').fill(dayOf(shiftBy(toInstant(Date.now()), 17 * day)));
  await plan.getByLabel('几点开始').fill('09:30');
  await plan.getByLabel('打电话谈').check();
  await press('约好这一次');
  await page.getByRole('heading', { name: '之后的会谈' }).waitFor();
}

/** Looking for her is kept; the case cannot end before it is known what became of the referral. */
async function closeTheLoop({ page, open, press, sees }: Visitor, path: string): Promise<void> {
  await open(`${path}/sessions`);
  await sees('会谈');
  await page.getByLabel('上门').check();
  await page.getByLabel('没有回音').check();
  await press('记下这次联系');
  await page.getByText('这次联系已记下。').waitFor();
  await open(path);
  await page.locator('summary', { hasText: '结束个案' }).click();
  await page.getByLabel('转到别的机构').check();
  await press('确认结束');
  await page.getByText('还不知道当事人有没有到').first().waitFor();
  await open(`${path}/referrals`);
  await sees('转介');
  await page.getByLabel('对方已接到当事人').check();
  await page.getByLabel('谁接到的').fill('睡眠门诊护士');
  await page.getByLabel('对方说的').check();
  await press('记下结果');
  await page.getByText('睡眠门诊护士').waitFor();
}

/** The summary is left, and from then on the case is not hers. */
async function handOver({ page, open, press, sees, noBarriers }: Visitor, path: string): Promise<void> {
  await open(`${path}/referrals`);
  await sees('转介');
  await open(`${path}/handover`);
  await sees('转交');
  await page.getByLabel('时间对不上').check();
  await page.getByLabel('接手的人需要知道什么').fill('谈过一次，晚上比较想说话。');
  await page.getByLabel('下一步').fill('先打一次电话。');
  await noBarriers();
  await press('写好了，转交');
  await sees('我的个案');
  await page.getByText('个案已转交').waitFor();
  await open(path);
  await sees(/这一页(现在打不开|不对您开放)/);
}

describeJourney('sessions of a case', ({ signIn }) => {
  it('are planned and told of, a referral closes its loop, and the case goes to another', async () => {
    const counsellor = await signIn(demoAccounts.counsellor);
    const path = await planByVideo(counsellor);
    await writeDownACall(counsellor, path);
    // The social worker gets by without JavaScript.
    const socialWorker = await signIn(demoAccounts.socialWorker, { javaScript: false });
    await closeTheLoop(socialWorker, path);
    await handOver(counsellor, path);
    await socialWorker.open(`${path}/handover`);
    await socialWorker.page.getByText('谈过一次，晚上比较想说话。').waitFor();
    await socialWorker.page.getByText('谈过 2 次，没有来 1 次').waitFor();
  });
});
