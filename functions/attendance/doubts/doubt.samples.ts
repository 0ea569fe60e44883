import { aDoubt } from '../../test/a-doubt.ts';
import { aCoordinator } from '../../test/an-attendance.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

const coordinatorElsewhere = (district: TestDistrict) =>
  district.person({ role: 'coordinator', scope: elsewhere.street });

export const doubtSamples: Samples = {
  listDoubts: async (district) => ({
    caller: await aCoordinator(district),
    path: `/doubts?place=${home.street}`,
    outsider: await coordinatorElsewhere(district),
  }),
  decideDoubt: async (district) => {
    await aDoubt(district);
    const caller = await aCoordinator(district);
    const { items } = (await caller.get(`/doubts?place=${home.street}`)).body;
    return {
      caller,
      path: `/doubts/${items.at(-1).id}/decision`,
      body: { outcome: 'explained', words: '两处其实是同一条巡线' },
      outsider: await coordinatorElsewhere(district),
      unknownPath: '/doubts/dbt_00000000000000000000/decision',
    };
  },
};
