import { demoAccounts, demoCommunity } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { weekOf } from '@kaifong/shared/scheduling/weeks.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

const nextWeek = () => weekOf(dayOf(shiftBy(toInstant(Date.now()), 7 * day)));

describeJourney('the roster of a week', ({ signIn, settled }) => {
  it('is worked out, changed and sent without JavaScript', async () => {
    const leader = await signIn(demoAccounts.teamLeader, { javaScript: false });
    const { page, press } = leader;
    await leader.open('/leader/roster');
    await leader.sees('排班表');
    await page.getByText('这一周还没有排班').waitFor();
    await press('开始排班');
    await settled();
    await leader.open('/leader/roster');
    await page.getByText(/再怎么排，最多也只能好/).waitFor();

    const people = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^锁定/ }) });
    const before = await people.count();
    expect(before).toBeGreaterThan(1);
    await people.first().getByRole('button', { name: /^锁定/ }).click();
    await page.getByText('已锁定').first().waitFor();
    const removals = page.getByRole('button', { name: /^不问/ });
    await removals.last().click();
    await expect.poll(() => removals.count()).toBe(before - 1);
    await page
      .getByText(/还缺 \d 人/)
      .first()
      .waitFor();

    await press('发出邀请');
    await page.getByText('邀请已发出').waitFor();
    await settled();
  });

  it('of a community is worked out by its coordinator', async () => {
    const coordinator = await signIn(demoAccounts.coordinator);
    const { page, press } = coordinator;
    await coordinator.open(`/coordinator/roster?place=${demoCommunity}&week=${nextWeek()}`);
    await coordinator.sees('排班表');
    await press('开始排班');
    await settled();
    await page
      .getByText(/再怎么排，最多也只能好|没有空着的名额/)
      .first()
      .waitFor();
    await coordinator.noBarriers();
  });
});
