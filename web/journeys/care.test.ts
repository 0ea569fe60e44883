import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('a social worker', ({ signIn }) => {
  for (const javaScript of [true, false]) {
    it(`comes home ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const socialWorker = await signIn(demoAccounts.socialWorker, { javaScript });
      await socialWorker.sees(/您好/);
    });
  }
});
