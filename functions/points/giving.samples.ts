import { someoneWith } from '../test/a-reward.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { elsewhere, home, type TestDistrict } from '../test/district.ts';
import type { Samples } from '../test/sample.ts';

/** The volunteer number of somebody new. */
export async function aNumber(district: TestDistrict): Promise<string> {
  const { caller } = await aVolunteer(district);
  return (await caller.get('/volunteers/me')).body.number;
}

export const givingSamples: Samples = {
  readGivingToday: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/points-gifts/today' }),
  findReceiverOfPoints: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: `/points-gifts/receiver?number=${await aNumber(district)}`,
  }),
  givePoints: async (district) => ({
    caller: (await someoneWith(district, 20)).caller,
    path: '/points-gifts',
    body: { number: await aNumber(district), points: 5 },
  }),
  readFund: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.community }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.community }),
    path: `/points-funds?community=${home.community}`,
  }),
  readOwnFund: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/points-funds/mine' }),
  chooseOwnFund: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/points-funds/mine',
    body: { community: elsewhere.community },
  }),
  givePointsToFund: async (district) => ({
    caller: (await someoneWith(district, 20)).caller,
    path: '/points-gifts/fund',
    body: { points: 5 },
  }),
};
