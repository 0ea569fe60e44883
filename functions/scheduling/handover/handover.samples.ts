import { aHandover, aPair } from '../../test/a-handover.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Sample, Samples } from '../../test/sample.ts';

const nowhere = '00000000000000000000';
const unknown = `sft_${nowhere}/hdo_${nowhere}`;
const outsiderOf = (district: TestDistrict) => district.person({ role: 'teamLeader', scope: elsewhere.team });

async function ofOne(district: TestDistrict, who: 'giver' | 'taker', rest = ''): Promise<Sample> {
  const { path, ...pair } = await aHandover(district);
  return { caller: pair[who].caller, path: `${path}${rest}`, unknownPath: `/handovers/${unknown}${rest}` };
}

export const handoverSamples: Samples = {
  openHandover: async (district) => {
    const { giver, shiftId } = await aPair(district);
    return { caller: giver.caller, path: '/handovers', body: { shiftId, to: 'everybody' } };
  },
  openHandoverOnBehalf: async (district) => {
    const { giver, shiftId, leader } = await aPair(district);
    return {
      caller: leader,
      path: '/handovers/on-behalf',
      body: { shiftId, volunteerId: giver.volunteerId, to: 'team' },
      outsider: await outsiderOf(district),
    };
  },
  listOpenHandovers: async (district) => ({
    caller: (await aHandover(district)).taker.caller,
    path: `/handovers/open?street=${home.street}`,
  }),
  listGivenHandovers: async (district) => ({
    caller: (await aHandover(district)).giver.caller,
    path: '/handovers/given',
  }),
  listHandoverCandidates: async (district) => {
    const { giver, shiftId } = await aPair(district);
    return {
      caller: giver.caller,
      path: `/handovers/candidates/${shiftId}`,
      unknownPath: `/handovers/candidates/sft_${nowhere}`,
    };
  },
  listHandoversOfShift: async (district) => {
    const { leader, shiftId } = await aHandover(district);
    return {
      caller: leader,
      path: `/handovers/of-shift/${shiftId}`,
      outsider: await outsiderOf(district),
      unknownPath: `/handovers/of-shift/sft_${nowhere}`,
    };
  },
  readHandover: (district) => ofOne(district, 'taker'),
  takeHandover: (district) => ofOne(district, 'taker', '/taking'),
  declineHandover: (district) => ofOne(district, 'taker', '/refusal'),
  withdrawHandover: (district) => ofOne(district, 'giver'),
};
