import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { addDays } from '@kaifong/shared/scheduling/series/series-rule.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

describeJourney('a series and its regulars', ({ signIn, settled }) => {
  /** Whatever the hour, whoever is on a night shift of the demo has rested by its early morning. */
  const firstDay = addDays(dayOf(toInstant(Date.now())), 2);

  /** Fills in a series of every day at an early hour, sees its dates, and makes it. */
  async function makeSeries({ page, open, sees, press }: Visitor, startsAt: string, endsAt: string) {
    await open('/leader/series');
    await sees('固定班次');
    await press('新的固定班次');
    await sees('新的固定班次');
    const activity = page.locator('select[name=activityId]');
    await activity.selectOption({ index: 1 });
    for (const box of await page.locator('input[name=weekdays]').all()) await box.check();
    await page.locator('input[name=startsAt]').fill(startsAt);
    await page.locator('input[name=endsAt]').fill(endsAt);
    await page.locator('input[name=from]').fill(firstDay);
    await page.locator('input[name=holidays][value=held]').check();
    await page.locator('input[name=places]').fill('3');
    await press('看看会有哪些日期');
    await page.getByRole('heading', { name: `每天 ${startsAt}–${endsAt}，节假日照常` }).waitFor();
    await sees('新的固定班次');
    await press('就这样排');
    await page.getByText('固定班次定好了').waitFor();
    await settled();
    return new URL(page.url()).pathname;
  }

  it('the leader makes it, somebody becomes a regular, takes leave, and stops', async () => {
    const leader = await signIn(demoAccounts.teamLeader, { wide: true });
    const path = await makeSeries(leader, '05:10', '05:50');
    await leader.open(path);
    await leader.page.getByRole('link', { name: '看看这个班次' }).first().waitFor();
    const shift = await leader.page.getByRole('link', { name: '看看这个班次' }).nth(2).getAttribute('href');

    const volunteer = await signIn(demoAccounts.volunteer);
    await volunteer.open(`/volunteer/shifts/${shift?.split('/').at(-1)}`);
    await volunteer.press('成为固定班次成员');
    await volunteer.sees('成为固定班次成员');
    await volunteer.press('申请成为固定成员');
    await volunteer.sees('我的固定班次');
    await volunteer.page.getByText('等队长答复', { exact: true }).waitFor();
    await settled();

    await leader.open(path);
    await leader.press('同意');
    await leader.page.getByRole('button', { name: '同意', exact: true }).waitFor({ state: 'detached' });
    await settled();

    await volunteer.open('/volunteer/regular');
    await volunteer.page.getByText('已报名').first().waitFor();
    expect(await volunteer.page.getByText('已报名', { exact: true }).count()).toBe(10);
    await volunteer.page.getByText('记下请假的日子').click();
    await volunteer.page.locator('input[name=from]:not([type=hidden])').fill(firstDay);
    await volunteer.page.locator('input[name=to]:not([type=hidden])').fill(addDays(firstDay, 2));
    await volunteer.press('请假');
    await volunteer.page.getByText('请假记下了').waitFor();
    await settled();
    await volunteer.open('/volunteer/regular');
    await volunteer.sees('我的固定班次');
    expect(await volunteer.page.getByText('已报名', { exact: true }).count()).toBe(7);

    await volunteer.press('不做固定成员了');
    await volunteer.page.getByRole('dialog').getByRole('button', { name: '不做固定成员了' }).click();
    await volunteer.page.getByText('已退出').waitFor();
    await settled();
  });

  it('a date is left out and the whole is changed without JavaScript', async () => {
    const leader = await signIn(demoAccounts.severalRoles, { javaScript: false });
    const path = await makeSeries(leader, '05:00', '05:40');
    await leader.open(path);
    const link = leader.page.getByRole('link', { name: '改这一天' }).first();
    await link.click();
    await leader.press('这一天不办');
    await leader.page.getByText('有 1 个日期会变').waitFor();
    await leader.press('确定修改');
    await leader.page.getByText('改好了').waitFor();
    await leader.page.getByRole('heading', { name: '不办的日期' }).waitFor();

    await leader.press('改整个系列');
    await leader.page.locator('input[name=endsAt]').fill('04:00');
    await leader.press('看看有什么影响');
    await leader.page.getByText('结束时间要晚于开始时间').waitFor();
    await leader.page.locator('input[name=endsAt]').fill('06:00');
    await leader.press('看看有什么影响');
    await leader.page.getByText(/有 \d+ 个日期会变/).waitFor();
    await leader.press('确定修改');
    await leader.page.getByText('每天 05:00–06:00，节假日照常').waitFor();
    await settled();
  });
});
