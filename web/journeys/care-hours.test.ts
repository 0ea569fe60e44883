import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('the hours of a counsellor', ({ signIn, settled }) => {
  it('are confirmed by her supervisor and stand in her records as a total of the day', async () => {
    const supervisor = await signIn(demoAccounts.careSupervisor, { javaScript: false });
    await supervisor.open('/care/counsellors');
    await supervisor.press('确认服务时长');
    await supervisor.sees('待确认的服务时长');
    await supervisor.press('确认 45 分钟');
    await supervisor.page.getByText('已确认，很快会记入服务记录').waitFor();
    await supervisor.page.getByText('没有要确认的时长').waitFor();

    const counsellor = await signIn(demoAccounts.counsellor);
    const total = counsellor.page.getByText('当天合计');
    while (!(await total.isVisible())) {
      await settled();
      await counsellor.open('/volunteer/records');
    }
    await counsellor.page.getByRole('heading', { name: '心灵直通车志愿服务' }).waitFor();
    await counsellor.noBarriers();
    await counsellor.open('/care/counselling');
    await counsellor.page.getByText('您的服务时长由督导确认').waitFor();
  });
});
